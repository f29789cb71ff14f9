import { integer, optional, sid } from '../../schema/fields.js';

/** Which call was taken out of which queue. */
export const dequeueParameters = {
  /** The queue: `QU…`. */
  QueueSid: optional(sid('QU')),
  /** Seconds that the call waited in the queue. */
  QueueTime: optional(integer()),
  /** The call that takes the waiting one out; Twilio spells it so. */
  DequeingCallSid: optional(sid('CA')),
};
