import { type Element, element, type Fill, type TextBuilder, type TwimlAttributes, type TwimlBuilder } from '../element.js';
import { type AttributesOf, integer, method, sid, url } from '../kinds.js';
import { type TaskVerb, taskElement } from './task.js';

const attributes = {
  /**
   * Where Twilio asks how the call goes on when the caller leaves the queue, telling why in `QueueResult`; after a connected call, when
   * that has ended.
   *
   * @default none: the next verb runs
   */
  action: url(),
  /** HTTP method for `action`. @default "POST" */
  method: method(),
  /**
   * What plays to the waiting caller, again and again: an MP3 or WAV file, or a document of `<Play>`, `<Say>`, `<Pause>`, `<Gather>`,
   * `<Redirect>`, `<Leave>` and `<Hangup>`. An empty text is silence.
   *
   * @default Twilio's classical music
   */
  waitUrl: url(),
  /** HTTP method for `waitUrl`. Audio files should have GET, so that Twilio can keep them. @default "POST" */
  waitUrlMethod: method(),
  /** How many may wait in the queue, 1 to 5000; the next one is turned away with `queue-full`. */
  maxQueueSize: integer({ min: 1, max: 5000 }),
  /** SID of the TaskRouter workflow that finds someone for the caller. The queue needs no name then. */
  workflowSid: sid('WW'),
};

/** What `<Enqueue>` may carry. */
export interface EnqueueAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** Inside `<Enqueue>`: the task that TaskRouter makes of the call. */
export interface EnqueueBuilder extends TwimlBuilder, TextBuilder, TaskVerb {}

/** Adds what stands inside `<Enqueue>`. */
export interface EnqueueFill extends Fill<EnqueueBuilder>, EnqueueAttributes {}

/** What `<Enqueue>` may stand in. */
export interface EnqueueVerb {
  /**
   * Puts the caller into a queue, by a name of 1 to 64 characters; a queue that does not exist is made. With `workflowSid` TaskRouter takes
   * the caller instead. The next verb runs when the caller has left the queue, unless there is an `action`.
   */
  enqueue(content?: string | EnqueueFill | EnqueueAttributes): this;
  /**
   * Puts the caller into a queue, by a name of 1 to 64 characters; a queue that does not exist is made. With `workflowSid` TaskRouter takes
   * the caller instead. The next verb runs when the caller has left the queue, unless there is an `action`.
   */
  enqueue(attributes: EnqueueAttributes, content: string | EnqueueFill): this;
}

/** @internal */
export const enqueueElement: Element = element<EnqueueBuilder>({
  tag: 'Enqueue',
  text: 'optional',
  attributes,
  children: {
    task: () => taskElement,
  },
});
