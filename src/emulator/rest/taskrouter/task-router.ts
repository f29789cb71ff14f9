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

  /** The same for every workspace. */
  routeAll(): void {
    for (const workspace of this.workspaces.values()) this.route(workspace);
  }

  hasWorkflow(sid: string): boolean {
    return this.#workspaceOf(sid) !== undefined;
  }

  /** A caller waits for a worker: a task stands for them, which is routed later. There has to be such a workflow. */
  addCaller(leg: Leg, member: Member, workflowSid: string, attributes: Readonly<Record<string, unknown>>): Task | undefined {
    const { from, to, sid, direction } = leg;
    const call = { from, to, caller: from, called: to, call_sid: sid, direction, account_sid: this.#world.settings.accountSid };
    return this.#workspaceOf(workflowSid)?.addTask(JSON.stringify({ ...attributes, ...call }), { workflowSid, channel: 'voice', member });
  }

  #workspaceOf(workflowSid: string): Workspace | undefined {
    return [...this.workspaces.values()].find(({ workflows }) => workflows.has(workflowSid));
  }
}
