import { integer, jsonText, optional, sid, text, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { taskAttributes } from './groups/task-attributes.js';
import { workerAttributes } from './groups/worker-attributes.js';
import { AssignmentInstruction } from './replies/assignment-instruction.js';

const parameters = {
  /** The reservation, which ties the task to the worker. */
  ReservationSid: sid('WR'),
  /** The task: `WT…`. */
  TaskSid: sid('WT'),
  /** The worker whom the task is offered to: `WK…`. */
  WorkerSid: sid('WK'),
  /** The account or subaccount that owns the workspace. Its auth token signs the request. */
  AccountSid: sid('AC'),
  /** The workspace: `WS…`. */
  WorkspaceSid: sid('WS'),
  /** The workflow that routed the task: `WW…`. */
  WorkflowSid: optional(sid('WW')),
  /** The queue that the task waited in: `WQ…`. */
  TaskQueueSid: optional(sid('WQ')),
  /** Your own data about the task. */
  TaskAttributes: optional(jsonText(taskAttributes)),
  /** Seconds since the task was created. */
  TaskAge: optional(integer()),
  /** The task's priority: of two that wait, the greater number goes first. */
  TaskPriority: optional(integer()),
  /** Your own data about the worker. */
  WorkerAttributes: optional(jsonText(workerAttributes)),
  /** The worker's name for people to read. Seen by two handlers, though no table names it. */
  WorkerName: optional(text()),
  /** When the offer was made. The documentation leaves the format open; seconds since 1970 are expected, and any other date is read too. */
  Timestamp: optional(timestamp('epoch-seconds')),
};

/** TaskRouter offers a task to a worker, and asks your application what is to happen. */
export interface TaskAssignment extends PayloadOf<typeof parameters> {}

/**
 * Sent to the assignment callback URL of the workflow, and to its fallback when that fails or takes more than five seconds. Answer with an
 * `AssignmentInstruction`; a `Response` without a body leaves the offer open, for the worker or the REST API to answer.
 */
export const TaskAssignment: PayloadSchema<TaskAssignment, 'taskrouter.assignment', 'json', AssignmentInstruction> = form({
  kind: 'taskrouter.assignment',
  title: 'Task assignment callback',
  expects: 'json',
  reply: AssignmentInstruction,
  deadlineMs: 4_000,
  methods: ['POST'],
  signs: [{ has: ['ReservationSid', 'TaskSid', 'WorkerSid', 'WorkspaceSid'], lacks: ['EventType'] }],
  parameters: [parameters],
});
