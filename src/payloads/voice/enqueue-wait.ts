import { integer, optional, sid } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';
import { geoParameters } from './groups/geo.js';

const parameters = {
  /** The call's place in the queue, from 1. */
  QueuePosition: integer(),
  /** The queue; with a workflow it may be one of Twilio's own. */
  QueueSid: optional(sid('QU')),
  /** Seconds that the call has waited so far. */
  QueueTime: optional(integer()),
  /** Seconds that calls wait on average. */
  AvgQueueTime: optional(integer()),
  /** How many calls are waiting. */
  CurrentQueueSize: optional(integer()),
  /** How many calls may wait. Some recorded bodies lack it. */
  MaxQueueSize: optional(integer()),
};

/** A call waits in a queue and needs something to hear. */
export interface EnqueueWait extends PayloadOf<typeof callParameters & typeof geoParameters & typeof parameters> {}

/** Sent to the `waitUrl` of `<Enqueue>`, again whenever the document ends. Answer with voice TwiML that does not dial, or with audio. */
export const EnqueueWait: PayloadSchema<EnqueueWait, 'voice.enqueue.wait', 'voice-twiml'> = form({
  kind: 'voice.enqueue.wait',
  title: '<Enqueue> waitUrl request',
  expects: 'voice-twiml',
  signs: [{ has: ['QueuePosition', 'CallSid'], lacks: ['ErrorUrl', 'Digits', 'SpeechResult'] }],
  parameters: [callParameters, geoParameters, parameters],
});
