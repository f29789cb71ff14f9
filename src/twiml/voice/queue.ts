import { type Element, element, type TwimlAttributes } from '../element.js';
import { type AttributesOf, method, sid, url } from '../kinds.js';

const attributes = {
  /**
   * A document for the caller who waited, before the two are connected. It may hold `<Play>`, `<Say>`, `<Pause>` and `<Redirect>` alone.
   */
  url: url(),
  /** HTTP method for `url`. @default "POST" */
  method: method(),
  /** SID of the TaskRouter reservation that this call fulfils. */
  reservationSid: sid('WR'),
  /** SID of the activity that the TaskRouter worker has after the call. It needs `reservationSid`. */
  postWorkActivitySid: sid('WA'),
};

/** What `<Queue>` may carry. */
export interface QueueAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** What `<Queue>` may stand in. */
export interface QueueVerb {
  /**
   * Connects to whoever has waited longest in the queue of that name (1 to 64 characters). If nobody waits, it waits for the next one, up
   * to the `timeout` of the `<Dial>`. It belongs into `<Dial>`; only Twilio's libraries offer it elsewhere.
   */
  queue(content: string): this;
  /**
   * Connects to whoever has waited longest in the queue of that name (1 to 64 characters). If nobody waits, it waits for the next one, up
   * to the `timeout` of the `<Dial>`. It belongs into `<Dial>`; only Twilio's libraries offer it elsewhere.
   */
  queue(attributes: QueueAttributes, content: string): this;
}

/** @internal */
export const queueElement: Element = element({
  tag: 'Queue',
  text: 'required',
  attributes,
  children: {},
});
