import type { Leg } from '../../calls/leg.js';
import type { Member } from '../../queues/wait-queue.js';
import type { World } from '../../world.js';
import { route } from './route.js';
import type { Task, Workspace } from './types.js';
import { makeWorkspace } from './workspace.js';

/** All that TaskRouter knows in one emulator. */
export class TaskRouter {
  readonly workspaces = new Map<string, Workspace>();
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  create(friendlyName: string): Workspace {
    const workspace = makeWorkspace(this.#world, friendlyName);
    this.workspaces.set(workspace.sid, workspace);
    return workspace;
  }

  /** Looks for workers, for every task of a workspace that waits. */
  route(workspace: Workspace): void {
    route(this.#world, workspace);
  }

  /**
   * A caller waits for a worker: a task stands for them.
   *
   * @returns What takes the task back when the caller has gone; `undefined` where there is no such workflow.
   */
  enqueue(leg: Leg, member: Member, workflowSid: string, attributes: Readonly<Record<string, unknown>>): (() => void) | undefined {
    const workspace = [...this.workspaces.values()].find(({ workflows }) => workflows.has(workflowSid));
    if (workspace === undefined) return undefined;
    const { from, to, sid, direction } = leg;
    const call = { from, to, caller: from, called: to, call_sid: sid, direction, account_sid: this.#world.settings.accountSid };
    const task = workspace.addTask(JSON.stringify({ ...attributes, ...call }), { workflowSid, channel: 'voice', member });
    this.route(workspace);
    return () => withdraw(task);
  }
}

/** The caller has hung up. What a worker has already is theirs to finish. */
function withdraw(task: Task): void {
  if (task.status === 'pending' || task.status === 'reserved') task.cancel('hangup');
}
