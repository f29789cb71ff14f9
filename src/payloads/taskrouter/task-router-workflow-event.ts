import { optional, sid, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { eventType } from './groups/event-type.js';

const eventTypes = ['workflow.created', 'workflow.updated', 'workflow.deleted'] as const;

const parameters = {
  /** What happened. */
  EventType: eventType(eventTypes),
  /** The workflow: `WW…`. */
  WorkflowSid: sid('WW'),
  /** The workflow's name for people to read. */
  WorkflowName: optional(text()),
};

/** A workflow was created, changed or deleted. */
export interface TaskRouterWorkflowEvent extends PayloadOf<typeof eventParameters & typeof parameters> {}

/** Sent to the event callback URL of the workspace, unless its filter leaves the event out. Answer with any 2xx. */
export const TaskRouterWorkflowEvent: PayloadSchema<TaskRouterWorkflowEvent, 'taskrouter.event.workflow', 'nothing'> = form({
  kind: 'taskrouter.event.workflow',
  title: 'Workflow administration events',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ is: { EventType: eventTypes }, has: ['WorkspaceSid'] }],
  parameters: [eventParameters, parameters],
});
