import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { eventType } from './groups/event-type.js';

const eventTypes = ['workspace.created', 'workspace.updated', 'workspace.deleted'] as const;

const parameters = {
  /** What happened. */
  EventType: eventType(eventTypes),
};

/** A workspace was created, changed or deleted. */
export interface TaskRouterWorkspaceEvent extends PayloadOf<typeof eventParameters & typeof parameters> {}

/** Sent to the event callback URL of the workspace, unless its filter leaves the event out. Answer with any 2xx. */
export const TaskRouterWorkspaceEvent: PayloadSchema<TaskRouterWorkspaceEvent, 'taskrouter.event.workspace', 'nothing'> = form({
  kind: 'taskrouter.event.workspace',
  title: 'Workspace events',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ is: { EventType: eventTypes }, has: ['WorkspaceSid'] }],
  parameters: [eventParameters, parameters],
});
