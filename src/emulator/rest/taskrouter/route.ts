import type { World } from '../../world.js';
import { offer } from './assignment.js';
import { freeWorkers } from './capacity.js';
import { tellEvent } from './events.js';
import { giveBack, moveWorker, settle } from './progress.js';
import { leaveLate } from './steps.js';
import type { Reservation, Task, Worker, Workspace } from './types.js';

/**
 * Offers every task that waits to a worker who fits and has room for it: first the tasks of the highest priority, of those the oldest, or
 * the newest where the queue says so; and the worker who has waited longest.
 */
export function route(world: World, workspace: Workspace): void {
  for (const task of workspace.tasks.values()) leaveLate(world, workspace, task);
  const waiting = [...workspace.tasks.values()].filter(({ status }) => status === 'pending');
  for (const task of waiting.sort(inOrder)) {
    const [worker] = [...freeWorkers(workspace, task)].sort((one, other) => one.statusChangedAt - other.statusChangedAt);
    if (worker !== undefined) reserve(world, workspace, task, worker);
  }
}

function inOrder(one: Task, other: Task): number {
  const isReversed = one.queue === other.queue && one.queue?.taskOrder === 'LIFO';
  return other.priority - one.priority || (one.startsAt - other.startsAt || one.enteredAt - other.enteredAt) * (isReversed ? -1 : 1);
}

function reserve(world: World, workspace: Workspace, task: Task, worker: Worker): void {
  const { chance, clock } = world;
  const reservation: Reservation = {
    sid: chance.sid('WR'),
    createdAt: clock.now,
    task,
    worker,
    status: 'pending',
    updatedAt: clock.now,
    timer: undefined,
  };
  workspace.reservations.set(reservation.sid, reservation);
  task.status = 'reserved';
  task.version += 1;
  reservation.timer = clock.after((task.workflow?.taskReservationTimeout ?? 120) * 1000, () => lapse(world, workspace, reservation));
  tellEvent(world, workspace, 'reservation.created', { task, worker, reservation });
  void offer(world, workspace, reservation);
}

/** The worker has not answered: they are taken for absent, and the task waits for another one. */
function lapse(world: World, workspace: Workspace, reservation: Reservation): void {
  const { task, worker } = reservation;
  settle(world, workspace, reservation, 'timeout');
  moveWorker(world, workspace, worker, workspace.timeoutActivity);
  giveBack(task);
  route(world, workspace);
}
