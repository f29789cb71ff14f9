import type { Timer } from '../../clock/clock.js';
import type { Member } from '../../queues/wait-queue.js';

/** What a worker is doing. */
export interface Activity {
  readonly sid: string;
  readonly createdAt: number;
  readonly isAvailable: boolean;
  friendlyName: string;
}

/** Somebody who takes tasks. */
export interface Worker {
  readonly sid: string;
  readonly createdAt: number;
  friendlyName: string;
  /** JSON. */
  attributes: string;
  activity: Activity;
  statusChangedAt: number;
  updatedAt: number;
}

/** Where tasks wait for workers who fit. */
export interface TaskQueue {
  readonly sid: string;
  readonly createdAt: number;
  friendlyName: string;
  /** An expression over the attributes of workers. */
  targetWorkers: string;
  maxReservedWorkers: number;
  taskOrder: 'FIFO' | 'LIFO';
  reservationActivitySid: string | null;
  assignmentActivitySid: string | null;
  updatedAt: number;
}

/** Which tasks go into which queue. */
export interface Workflow {
  readonly sid: string;
  readonly createdAt: number;
  friendlyName: string;
  /** JSON. */
  configuration: string;
  assignmentCallbackUrl: string | undefined;
  fallbackAssignmentCallbackUrl: string | undefined;
  /** In seconds. */
  taskReservationTimeout: number;
  updatedAt: number;
}

export type TaskStatus = 'pending' | 'reserved' | 'assigned' | 'wrapping' | 'completed' | 'canceled';

/** Something to be done by a worker. */
export interface Task {
  readonly sid: string;
  readonly createdAt: number;
  readonly workflow: Workflow | undefined;
  readonly channel: string;
  /** In seconds. */
  readonly timeout: number;
  /** The caller who waits, where the task is about one. */
  readonly member: Member | undefined;
  /** JSON. */
  attributes: string;
  priority: number;
  queue: TaskQueue | undefined;
  enteredAt: number;
  status: TaskStatus;
  reason: string | undefined;
  /** Grows with every change: that is its ETag. */
  version: number;
  updatedAt: number;
  /** Workers who have refused it. */
  readonly refusedBy: Set<string>;
  /** Ends it, and whatever was offered to workers. */
  cancel(reason: string | undefined): void;
}

export type ReservationStatus = 'pending' | 'accepted' | 'rejected' | 'timeout' | 'canceled' | 'rescinded' | 'wrapping' | 'completed';

/** A task that is offered to a worker. */
export interface Reservation {
  readonly sid: string;
  readonly createdAt: number;
  readonly task: Task;
  readonly worker: Worker;
  status: ReservationStatus;
  updatedAt: number;
  /** When the offer lapses. */
  timer: Timer | undefined;
}

/** How a task is made. */
export interface TaskOptions {
  readonly workflowSid?: string | undefined;
  readonly queueSid?: string | undefined;
  readonly channel?: string | undefined;
  readonly priority?: number | undefined;
  readonly timeout?: number | undefined;
  readonly member?: Member | undefined;
}

/** Everything of one team. */
export interface Workspace {
  readonly sid: string;
  readonly createdAt: number;
  friendlyName: string;
  eventCallbackUrl: string | undefined;
  eventsFilter: string | undefined;
  defaultActivity: Activity;
  timeoutActivity: Activity;
  isMultiTask: boolean;
  queueOrder: 'FIFO' | 'LIFO';
  updatedAt: number;
  readonly activities: Map<string, Activity>;
  readonly workers: Map<string, Worker>;
  readonly queues: Map<string, TaskQueue>;
  readonly workflows: Map<string, Workflow>;
  readonly tasks: Map<string, Task>;
  readonly reservations: Map<string, Reservation>;
  addActivity(friendlyName: string, isAvailable: boolean): Activity;
  /** @throws RestError when it has no workflow and no queue. */
  addTask(attributes: string, options: TaskOptions): Task;
}
