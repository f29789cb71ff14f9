import type { Timer } from '../../clock/clock.js';
import type { Member } from '../../queues/wait-queue.js';
import type { Begun } from '../resource.js';

/** What a worker is doing. */
export interface Activity extends Begun {
  readonly isAvailable: boolean;
}

/** Somebody who takes tasks. */
export interface Worker extends Begun {
  /** JSON. */
  attributes: string;
  /** How many tasks of a channel they take at a time, where that is not one. */
  readonly capacities: Map<string, number>;
  activity: Activity;
  statusChangedAt: number;
}

/** Where tasks wait for workers who fit. */
export interface TaskQueue extends Begun {
  /** An expression over the attributes of workers. */
  targetWorkers: string;
  maxReservedWorkers: number;
  taskOrder: 'FIFO' | 'LIFO';
  reservationActivitySid: string | null;
  assignmentActivitySid: string | null;
}

/** Which tasks go into which queue. */
export interface Workflow extends Begun {
  /** JSON. */
  configuration: string;
  assignmentCallbackUrl: string | undefined;
  fallbackAssignmentCallbackUrl: string | undefined;
  /** In seconds. */
  taskReservationTimeout: number;
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
  /** Since when it counts as waiting, where tasks are put in order. */
  startsAt: number;
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
  /** Where it goes from here where nobody takes it. */
  ahead: readonly Step[];
  /** Where it waits now. */
  step: Step | undefined;
  /** When it goes on; it does so once no worker is asked. */
  stepEndsAt: number | undefined;
  readonly ignoresCapacity: boolean;
  /** The only worker who may take it. */
  readonly onlyWorker: string | undefined;
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
  readonly ignoresCapacity?: boolean | undefined;
  /** A worker, a queue or a workflow. */
  readonly routingTarget?: string | undefined;
  /** @default now */
  readonly startsAt?: number | undefined;
}

/** A place where a task waits on its way through a workflow. */
export interface Step {
  readonly queue: TaskQueue;
  readonly priority: number | undefined;
  /** How long it waits here before it goes on. */
  readonly timeoutMs: number | undefined;
  /** What must hold of the worker and the task, beside the queue's own expression. */
  readonly expression: string | undefined;
  /** Passes this place over where it holds. */
  readonly skipIf: string | undefined;
}

/** A kind of tasks, of which a worker takes so many at a time. */
export interface TaskChannel extends Begun {
  readonly uniqueName: string;
  isOptimized: boolean;
}

/** Everything of one team. */
export interface Workspace extends Begun {
  eventCallbackUrl: string | undefined;
  eventsFilter: string | undefined;
  defaultActivity: Activity;
  timeoutActivity: Activity;
  isMultiTask: boolean;
  queueOrder: 'FIFO' | 'LIFO';
  readonly activities: Map<string, Activity>;
  readonly workers: Map<string, Worker>;
  readonly channels: Map<string, TaskChannel>;
  readonly queues: Map<string, TaskQueue>;
  readonly workflows: Map<string, Workflow>;
  readonly tasks: Map<string, Task>;
  readonly reservations: Map<string, Reservation>;
  addActivity(friendlyName: string, isAvailable: boolean): Activity;
  /** @throws RestError when it has no workflow and no queue. */
  addTask(attributes: string, options: TaskOptions): Task;
}
