import type { World } from '../../world.js';
import type { Task, Workspace } from './types.js';

/** A task that is over is kept for a while, and its reservations with it. */
export function shelve(world: World, workspace: Workspace, task: Task): void {
  world.shelves.tasks.add(() => {
    workspace.tasks.delete(task.sid);
    for (const [sid, reservation] of workspace.reservations) if (reservation.task === task) workspace.reservations.delete(sid);
  });
}
