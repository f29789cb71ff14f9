import type { World } from '../../world.js';
import { makeTaskQueue } from './task-queues.js';
import type { Workspace } from './types.js';
import { makeWorkflow } from './workflows.js';

/** Puts into a workspace what the template `FIFO` has: one queue of all workers, and one workflow that leads there. */
export function fillWorkspace(world: World, workspace: Workspace): void {
  const queue = makeTaskQueue(world, 'Sample Queue');
  workspace.queues.set(queue.sid, queue);
  const configuration = JSON.stringify({ task_routing: { filters: [], default_filter: { queue: queue.sid } } });
  const workflow = makeWorkflow(world, 'Default Fifo Workflow', configuration);
  workspace.workflows.set(workflow.sid, workflow);
}
