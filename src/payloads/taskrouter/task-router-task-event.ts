import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { eventType } from './groups/event-type.js';
import { routingParameters } from './groups/routing.js';
import { taskParameters } from './groups/task.js';

const eventTypes = [
  'task.created',
  'task.updated',
  'task.canceled',
  'task.wrapup',
  'task.completed',
  'task.deleted',
  'task.system-deleted',
  'task.transfer-initiated',
  'task.transfer-attempt-failed',
  'task.transfer-failed',
  'task.transfer-canceled',
  'task.transfer-completed',
] as const;

const parameters = {
  /**
   * What happened. `task.deleted` is the doing of the API, `task.system-deleted` that of the end of its time to live; one that was
   * completed or canceled goes without a word.
   */
  EventType: eventType(eventTypes),
};

/** A task was created, changed, wrapped up, completed, canceled, deleted, or handed from one worker to another. */
export interface TaskRouterTaskEvent
  extends PayloadOf<typeof eventParameters & typeof taskParameters & typeof routingParameters & typeof parameters> {}

/** Sent to the event callback URL of the workspace, unless its filter leaves the event out. Answer with any 2xx. */
export const TaskRouterTaskEvent: PayloadSchema<TaskRouterTaskEvent, 'taskrouter.event.task', 'nothing'> = form({
  kind: 'taskrouter.event.task',
  title: 'Task events',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ is: { EventType: eventTypes }, has: ['WorkspaceSid'] }],
  parameters: [eventParameters, taskParameters, routingParameters, parameters],
});
