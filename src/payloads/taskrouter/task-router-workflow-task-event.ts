import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { eventType } from './groups/event-type.js';
import { routingParameters } from './groups/routing.js';
import { taskParameters } from './groups/task.js';

const eventTypes = ['workflow.entered', 'workflow.target-matched', 'workflow.timeout', 'workflow.skipped', 'workflow.rejected'] as const;

const parameters = {
  /** What happened. `workflow.rejected` is in a list of Event Streams, and not in the table of webhooks. */
  EventType: eventType(eventTypes),
};

/** A task came into a workflow, met one of its targets, skipped one, was rejected, or came to the end without a worker. */
export interface TaskRouterWorkflowTaskEvent
  extends PayloadOf<typeof eventParameters & typeof taskParameters & typeof routingParameters & typeof parameters> {}

/** Sent to the event callback URL of the workspace, unless its filter leaves the event out. Answer with any 2xx. */
export const TaskRouterWorkflowTaskEvent: PayloadSchema<TaskRouterWorkflowTaskEvent, 'taskrouter.event.workflow-task', 'nothing'> = form({
  kind: 'taskrouter.event.workflow-task',
  title: 'Workflow routing events',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ is: { EventType: eventTypes }, has: ['WorkspaceSid'] }],
  parameters: [eventParameters, taskParameters, routingParameters, parameters],
});
