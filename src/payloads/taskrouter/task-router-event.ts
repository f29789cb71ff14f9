import { type PayloadUnion, union } from '../schema/union.js';
import { TaskRouterActivityEvent } from './task-router-activity-event.js';
import { TaskRouterOther } from './task-router-other.js';
import { TaskRouterReservationEvent } from './task-router-reservation-event.js';
import { TaskRouterTaskChannelEvent } from './task-router-task-channel-event.js';
import { TaskRouterTaskEvent } from './task-router-task-event.js';
import { TaskRouterTaskQueueEvent } from './task-router-task-queue-event.js';
import { TaskRouterTaskQueueTaskEvent } from './task-router-task-queue-task-event.js';
import { TaskRouterWorkerActivityEvent } from './task-router-worker-activity-event.js';
import { TaskRouterWorkerChannelEvent } from './task-router-worker-channel-event.js';
import { TaskRouterWorkerEvent } from './task-router-worker-event.js';
import { TaskRouterWorkflowEvent } from './task-router-workflow-event.js';
import { TaskRouterWorkflowTaskEvent } from './task-router-workflow-task-event.js';
import { TaskRouterWorkspaceEvent } from './task-router-workspace-event.js';

/** Anything that has happened in a workspace. Tell the kinds apart by `EventType`. */
export type TaskRouterEvent =
  | TaskRouterActivityEvent
  | TaskRouterReservationEvent
  | TaskRouterTaskChannelEvent
  | TaskRouterTaskEvent
  | TaskRouterTaskQueueEvent
  | TaskRouterTaskQueueTaskEvent
  | TaskRouterWorkerActivityEvent
  | TaskRouterWorkerChannelEvent
  | TaskRouterWorkerEvent
  | TaskRouterWorkflowEvent
  | TaskRouterWorkflowTaskEvent
  | TaskRouterWorkspaceEvent
  | TaskRouterOther;

/**
 * Reads whatever comes to the event callback URL of a workspace. The offers of tasks, which want an answer, go to another URL: see
 * `TaskAssignment`.
 */
export const TaskRouterEvent: PayloadUnion<
  readonly [
    typeof TaskRouterActivityEvent,
    typeof TaskRouterReservationEvent,
    typeof TaskRouterTaskChannelEvent,
    typeof TaskRouterTaskEvent,
    typeof TaskRouterTaskQueueEvent,
    typeof TaskRouterTaskQueueTaskEvent,
    typeof TaskRouterWorkerActivityEvent,
    typeof TaskRouterWorkerChannelEvent,
    typeof TaskRouterWorkerEvent,
    typeof TaskRouterWorkflowEvent,
    typeof TaskRouterWorkflowTaskEvent,
    typeof TaskRouterWorkspaceEvent,
    typeof TaskRouterOther,
  ],
  'nothing'
> = union({
  title: 'TaskRouter event',
  by: 'EventType',
  expects: 'nothing',
  members: [
    TaskRouterActivityEvent,
    TaskRouterReservationEvent,
    TaskRouterTaskChannelEvent,
    TaskRouterTaskEvent,
    TaskRouterTaskQueueEvent,
    TaskRouterTaskQueueTaskEvent,
    TaskRouterWorkerActivityEvent,
    TaskRouterWorkerChannelEvent,
    TaskRouterWorkerEvent,
    TaskRouterWorkflowEvent,
    TaskRouterWorkflowTaskEvent,
    TaskRouterWorkspaceEvent,
    TaskRouterOther,
  ],
});
