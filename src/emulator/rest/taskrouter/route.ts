import type { World } from '../../world.js';
import { offer } from './assignment.js';
import { asObject, parse } from './choose-queue.js';
import { tellEvent } from './events.js';
import { holds } from './expression.js';
import { giveBack, moveWorker, settle } from './progress.js';
import type { Reservation, Task, Worker, Workspace } from './types.js';

/** Reservations that keep a worker busy. */
const BUSY: readonly string[] = ['pending', 'accepted', 'wrapping'];

/**
 * Offers every task that waits to a worker who fits and has nothing to do: first the tasks of the highest priority, of those the oldest; and
 * the worker who has waited longest.
 */
export function route(world: World, workspace: Workspace): void {
  const waiting = [...workspace.tasks.values()].filter(({ status }) => status === 'pending');
  const inOrder = waiting.sort((one, other) => other.priority - one.priority || one.enteredAt - other.enteredAt);
  for (const task of inOrder) {
    const worker = findWorker(workspace, task);
    if (worker !== undefined) reserve(world, workspace, task, worker);
  }
}

function findWorker(workspace: Workspace, task: Task): Worker | undefined {
  const { queue } = task;
  if (queue === undefined) return undefined;
  const busy = new Set([...workspace.reservations.values()].filter(({ status }) => BUSY.includes(status)).map(({ worker }) => worker));
  const free = [...workspace.workers.values()].filter(
    (worker) =>
      worker.activity.isAvailable &&
      !busy.has(worker) &&
      !task.refusedBy.has(worker.sid) &&
      holds(queue.targetWorkers, asObject(parse(worker.attributes))),
  );
  return free.sort((one, other) => one.statusChangedAt - other.statusChangedAt)[0];
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
