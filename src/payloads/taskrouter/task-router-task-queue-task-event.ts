import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { eventType } from './groups/event-type.js';
import { routingParameters } from './groups/routing.js';
import { taskParameters } from './groups/task.js';

const eventTypes = ['task-queue.entered', 'task-queue.timeout', 'task-queue.moved'] as const;

const parameters = {
  /** What happened. */
  EventType: eventType(eventTypes),
};

/** A task came into a queue, was moved to another, or waited too long in one. */
export interface TaskRouterTaskQueueTaskEvent
  extends PayloadOf<typeof eventParameters & typeof taskParameters & typeof routingParameters & typeof parameters> {}

/** Sent to the event callback URL of the workspace, unless its filter leaves the event out. Answer with any 2xx. */
export const TaskRouterTaskQueueTaskEvent: PayloadSchema<TaskRouterTaskQueueTaskEvent, 'taskrouter.event.task-queue-task', 'nothing'> =
  form({
    kind: 'taskrouter.event.task-queue-task',
    title: 'Task queue routing events',
    expects: 'nothing',
    methods: ['POST'],
    signs: [{ is: { EventType: eventTypes }, has: ['WorkspaceSid'] }],
    parameters: [eventParameters, taskParameters, routingParameters, parameters],
  });
