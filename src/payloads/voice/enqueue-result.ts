import { integer, openEnum, optional, sid, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';
import { geoParameters } from './groups/geo.js';

const parameters = {
  /** Why the call is in the queue no more; a `<Leave>` shows as `leave`. */
  QueueResult: openEnum(
    'bridged',
    'bridging-in-process',
    'error',
    'hangup',
    'leave',
    'redirected',
    'redirected-from-bridged',
    'queue-full',
    'system-error',
  ),
  /** The queue, when the call was in it at all. */
  QueueSid: optional(sid('QU')),
  /** Seconds that the call waited, when it was in the queue at all. */
  QueueTime: optional(integer()),
  /** Keys that were pressed while it waited, recorded once. */
  Digits: optional(text()),
};

/** A call left the queue that `<Enqueue>` had put it in, or the call that it was connected to ended. */
export interface EnqueueResult extends PayloadOf<typeof callParameters & typeof geoParameters & typeof parameters> {}

/** Sent to the `action` of `<Enqueue>`. Answer with voice TwiML, which counts while the caller is still there. */
export const EnqueueResult: PayloadSchema<EnqueueResult, 'voice.enqueue', 'voice-twiml'> = form({
  kind: 'voice.enqueue',
  title: '<Enqueue> action',
  expects: 'voice-twiml',
  signs: [{ has: ['QueueResult', 'CallSid'], lacks: ['ErrorUrl'] }],
  parameters: [callParameters, geoParameters, parameters],
});
