import { flag, integer, jsonText, openEnum, optional, sid, text, timestamp } from '../../schema/fields.js';
import { taskAttributes } from './task-attributes.js';

/** What describes a task, and where it waits. */
export const taskParameters = {
  /** The task: `WT…`. */
  TaskSid: sid('WT'),
  /** Your own data about the task. */
  TaskAttributes: optional(jsonText(taskAttributes)),
  /** Seconds since the task was created. */
  TaskAge: optional(integer()),
  /** The task's priority: of two that wait, the greater number goes first. */
  TaskPriority: optional(integer()),
  /** How far the task got. */
  TaskAssignmentStatus: optional(openEnum('pending', 'reserved', 'assigned', 'canceled', 'completed', 'wrapping')),
  /** Why the task was canceled, in free text such as `hangup`. Absent while it was not. */
  TaskCanceledReason: optional(text()),
  /** Why the task was completed, in free text. Absent while it was not. */
  TaskCompletedReason: optional(text()),
  /** A number that grows with every change of the task. In recordings, though no table names it. */
  TaskVersion: optional(integer()),
  /** The task channel that the task belongs to. In recordings, though no table names it. */
  TaskChannelSid: optional(sid('TC')),
  /** The unique name of the task channel: `default`, `voice`, `chat`, `sms`, `video` or one of your own. */
  TaskChannelUniqueName: optional(text()),
  /** When the task was created, in seconds since 1970. In recordings, though no table names it. */
  TaskDateCreated: optional(timestamp('epoch-seconds')),
  /** When the task came into its queue, in seconds since 1970. In recordings, though no table names it. */
  TaskQueueEnteredDate: optional(timestamp('epoch-seconds')),
  /** The time by which the task's place among those that wait is reckoned, in seconds since 1970. In recordings, though no table names it. */
  TaskVirtualStartTime: optional(timestamp('epoch-seconds')),
  /** Whether the task may go to a worker who has no room for it. In recordings, though no table names it. */
  TaskIgnoreCapacity: optional(flag()),
  /** Why it happened, in free text. One typed handler reads it; no table names it. */
  Reason: optional(text()),
  /** The queue that the task is in; absent before it reaches one. */
  TaskQueueSid: optional(sid('WQ')),
  /** The queue's name for people to read. */
  TaskQueueName: optional(text()),
  /** Which workers the queue's tasks may go to, as an expression over their attributes. */
  TaskQueueTargetExpression: optional(text()),
  /** The workflow that routes the task: `WW…`. */
  WorkflowSid: optional(sid('WW')),
  /** The workflow's name for people to read. */
  WorkflowName: optional(text()),
};
