import { optional, sid, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { eventType } from './groups/event-type.js';

const eventTypes = ['task-queue.created', 'task-queue.deleted', 'task-queue.expression.updated', 'task-queue.expression-updated'] as const;

const parameters = {
  /** What happened. The last two are one event: the tables write it the first way, a list of Event Streams the second. */
  EventType: eventType(eventTypes),
  /** The queue: `WQ…`. */
  TaskQueueSid: sid('WQ'),
  /** The queue's name for people to read. By the table, absent when the expression changed. */
  TaskQueueName: optional(text()),
  /** Which workers the queue's tasks may go to, as an expression over their attributes. */
  TaskQueueTargetExpression: optional(text()),
};

/** A queue was created or deleted, or goes to other workers than before. */
export interface TaskRouterTaskQueueEvent extends PayloadOf<typeof eventParameters & typeof parameters> {}

/** Sent to the event callback URL of the workspace, unless its filter leaves the event out. Answer with any 2xx. */
export const TaskRouterTaskQueueEvent: PayloadSchema<TaskRouterTaskQueueEvent, 'taskrouter.event.task-queue', 'nothing'> = form({
  kind: 'taskrouter.event.task-queue',
  title: 'Task queue administration events',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ is: { EventType: eventTypes }, has: ['WorkspaceSid'] }],
  parameters: [eventParameters, parameters],
});
