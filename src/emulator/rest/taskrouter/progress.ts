import type { World } from '../../world.js';
import { tellEvent } from './events.js';
import { shelve } from './shelve.js';
import type { Reservation, Task, Worker, Workspace } from './types.js';

/** A task that a worker does not take waits again. */
export function giveBack(task: Task): void {
  if (task.status !== 'reserved') return;
  task.status = 'pending';
  task.version += 1;
}

/** Ends or changes a reservation, and tells of it. */
export function settle(world: World, workspace: Workspace, reservation: Reservation, status: Reservation['status']): void {
  const { task, worker } = reservation;
  reservation.timer?.cancel();
  reservation.timer = undefined;
  reservation.status = status;
  reservation.updatedAt = world.clock.now;
  tellEvent(world, workspace, `reservation.${status === 'wrapping' ? 'wrapup' : status}`, { task, worker, reservation });
}

/** A worker does something else from now on. */
export function moveWorker(world: World, workspace: Workspace, worker: Worker, activity: Worker['activity']): void {
  if (worker.activity === activity) return;
  worker.activity = activity;
  worker.statusChangedAt = world.clock.now;
  worker.updatedAt = world.clock.now;
  tellEvent(world, workspace, 'worker.activity.update', { worker });
}

/** The worker takes the task. */
export function accept(world: World, workspace: Workspace, reservation: Reservation): void {
  if (reservation.status !== 'pending') return;
  const { task } = reservation;
  settle(world, workspace, reservation, 'accepted');
  task.status = 'assigned';
  task.version += 1;
  task.updatedAt = world.clock.now;
}

/** The worker does not take it: it goes to somebody else. */
export function reject(world: World, workspace: Workspace, reservation: Reservation): void {
  if (reservation.status !== 'pending') return;
  reservation.task.refusedBy.add(reservation.worker.sid);
  settle(world, workspace, reservation, 'rejected');
  giveBack(reservation.task);
  world.taskRouter.route(workspace);
}

/** The work is done. The worker is free again. */
export function complete(world: World, workspace: Workspace, task: Task, reason?: string): void {
  for (const reservation of workspace.reservations.values()) {
    if (reservation.task === task && (reservation.status === 'accepted' || reservation.status === 'wrapping'))
      settle(world, workspace, reservation, 'completed');
  }
  if (task.status === 'completed' || task.status === 'canceled') return;
  task.status = 'completed';
  task.reason = reason;
  task.version += 1;
  task.updatedAt = world.clock.now;
  tellEvent(world, workspace, 'task.completed', { task });
  shelve(world, workspace, task);
  world.taskRouter.route(workspace);
}
