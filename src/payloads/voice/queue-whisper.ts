import { sid } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';
import { dequeueParameters } from './groups/dequeue.js';
import { geoParameters } from './groups/geo.js';

const parameters = {
  /** The call that takes the waiting one out; Twilio spells it so. */
  DequeingCallSid: sid('CA'),
};

/** A call that waited in a queue is about to be connected. The parameters of the call are those of the one that waited. */
export interface QueueWhisper
  extends PayloadOf<Override<typeof callParameters & typeof geoParameters & typeof dequeueParameters, typeof parameters>> {}

/** Sent to the `url` of `<Queue>`. Answer with voice TwiML for the caller who waited, who hears it before the two are connected. */
export const QueueWhisper: PayloadSchema<QueueWhisper, 'voice.queue.url', 'voice-twiml'> = form({
  kind: 'voice.queue.url',
  title: '<Dial><Queue> url request',
  expects: 'voice-twiml',
  signs: [{ has: ['DequeingCallSid', 'CallSid'], lacks: ['DialCallStatus', 'ErrorUrl'] }],
  parameters: [callParameters, geoParameters, dequeueParameters, parameters],
});
