import { type OptionalTable, optionalTable, unlisted } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';

const shared: OptionalTable<typeof eventParameters> = /* @__PURE__ */ optionalTable(eventParameters);

const parameters = {
  /** What happened, in a word that is not known. */
  EventType: unlisted(),
};

/** Something happened in a workspace that this version does not know. */
export interface TaskRouterOther extends PayloadOf<Override<typeof shared, typeof parameters>> {}

const prefixes = ['task.', 'task-', 'reservation.', 'worker.', 'workflow.', 'workspace.', 'activity.'];

/** Sent to the event callback URL of the workspace, where Twilio has added an event. See `TaskRouterEvent`. Answer with any 2xx. */
export const TaskRouterOther: PayloadSchema<TaskRouterOther, 'taskrouter.event.other', 'nothing'> = form({
  kind: 'taskrouter.event.other',
  title: 'TaskRouter event that is not known',
  expects: 'nothing',
  methods: ['POST'],
  signs: [
    { otherwise: true, has: ['EventType', 'WorkspaceSid'] },
    { otherwise: true, starts: { EventType: prefixes }, lacks: ['InstanceSid', 'ConversationSid'] },
  ],
  parameters: [shared, parameters],
});
