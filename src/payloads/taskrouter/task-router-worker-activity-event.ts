import { integer, oneOf, optional, sid, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { workerParameters } from './groups/worker.js';

const parameters = {
  /** `worker.activity.update`, the name of this event. */
  EventType: oneOf('worker.activity.update'),
  /** The activity that the worker was in before. It may be the same as the one now. */
  WorkerPreviousActivitySid: optional(sid('WA')),
  /** The name of that activity. No table names it, though every recording has it. */
  WorkerPreviousActivityName: optional(text()),
  /** Whole seconds that the worker was in that activity. */
  WorkerTimeInPreviousActivity: optional(integer()),
  /** Milliseconds that the worker was in that activity. */
  WorkerTimeInPreviousActivityMs: optional(integer()),
};

/** A worker went from one activity to another, such as from Offline to Available. */
export interface TaskRouterWorkerActivityEvent extends PayloadOf<typeof eventParameters & typeof workerParameters & typeof parameters> {}

/** Sent to the event callback URL of the workspace, unless its filter leaves the event out. Answer with any 2xx. */
export const TaskRouterWorkerActivityEvent: PayloadSchema<TaskRouterWorkerActivityEvent, 'taskrouter.event.worker-activity', 'nothing'> =
  form({
    kind: 'taskrouter.event.worker-activity',
    title: 'Worker activity change',
    expects: 'nothing',
    methods: ['POST'],
    signs: [{ is: { EventType: 'worker.activity.update' }, has: ['WorkspaceSid'] }],
    parameters: [eventParameters, workerParameters, parameters],
  });
