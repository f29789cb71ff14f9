import { optional, sid } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';
import { dequeueParameters } from './groups/dequeue.js';
import { dialParameters } from './groups/dial.js';
import { geoParameters } from './groups/geo.js';

const parameters = {
  /** The queue that was dialled: `QU…`; absent where there is none of that name. */
  QueueSid: optional(sid('QU')),
};

/** A `<Dial>` into a queue ended, after it had taken a call out. An empty or a missing queue ends like any other `<Dial>`. */
export interface DialQueueResult
  extends PayloadOf<
    Override<typeof callParameters & typeof geoParameters & typeof dialParameters & typeof dequeueParameters, typeof parameters>
  > {}

/** Sent to the `action` of a `<Dial>` with a `<Queue>` in it. Answer with voice TwiML. */
export const DialQueueResult: PayloadSchema<DialQueueResult, 'voice.dial.queue', 'voice-twiml'> = form({
  kind: 'voice.dial.queue',
  title: '<Dial><Queue> action',
  expects: 'voice-twiml',
  parent: 'voice.dial',
  signs: [{ has: ['DialCallStatus', 'QueueSid'], lacks: ['ErrorUrl'] }],
  parameters: [callParameters, geoParameters, dialParameters, dequeueParameters, parameters],
});
