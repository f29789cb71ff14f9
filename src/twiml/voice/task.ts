import { type Element, element, type TwimlAttributes } from '../element.js';
import { type AttributesOf, integer } from '../kinds.js';

const attributes = {
  /** How important the task is, from 0; higher ones are handed out first. @default 0 */
  priority: integer({ min: 0 }),
  /** Seconds after which TaskRouter gives the task up. */
  timeout: integer({ min: 0 }),
};

/** What `<Task>` may carry. */
export interface TaskAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** What `<Task>` may stand in. */
export interface TaskVerb {
  /** Sets the attributes of the task, as JSON. Anything else is error 14221. */
  task(content: string): this;
  /** Sets the attributes of the task, as JSON. Anything else is error 14221. */
  task(attributes: TaskAttributes, content: string): this;
}

/** @internal */
export const taskElement: Element = element({
  tag: 'Task',
  text: 'required',
  attributes,
  children: {},
});
