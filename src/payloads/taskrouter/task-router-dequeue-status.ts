import { optional, sid } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from '../voice/groups/call.js';
import { callProgressParameters } from '../voice/groups/call-progress.js';

const parameters = {
  /** The call that made the task, after a dequeue instruction. It begins with a small letter. */
  taskCallSid: optional(sid('CA')),
};

/** The call to a worker, which an assignment instruction placed, got further or ended. */
export interface TaskRouterDequeueStatus
  extends PayloadOf<Override<typeof callParameters, typeof callProgressParameters & typeof parameters>> {}

/**
 * Sent with GET to the `status_callback_url` of a dequeue or call instruction. After a call instruction it looks like any call's status,
 * and only the URL tells it. Answer with any 2xx.
 */
export const TaskRouterDequeueStatus: PayloadSchema<TaskRouterDequeueStatus, 'taskrouter.dequeue-status', 'nothing'> = form({
  kind: 'taskrouter.dequeue-status',
  title: 'Status callback of a dequeued worker call',
  expects: 'nothing',
  methods: ['GET'],
  signs: [{ has: ['taskCallSid', 'CallStatus', 'CallSid', 'AccountSid'] }],
  parameters: [callParameters, callProgressParameters, parameters],
});
