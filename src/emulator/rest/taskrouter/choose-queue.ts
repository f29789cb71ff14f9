import { holds } from './expression.js';
import type { TaskQueue, Workflow, Workspace } from './types.js';

/** Where a workflow sends a task. */
interface Choice {
  readonly queue: TaskQueue;
  readonly priority: number | undefined;
}

/** Finds the first filter of a workflow that takes a task: https://www.twilio.com/docs/taskrouter/workflow-configuration */
export function chooseQueue(workspace: Workspace, workflow: Workflow, attributes: string): Choice | undefined {
  const routing = asObject(asObject(parse(workflow.configuration)).task_routing);
  const filters = Array.isArray(routing.filters) ? (routing.filters as unknown[]) : [];
  const task = asObject(parse(attributes));
  for (const filter of filters.map(asObject)) {
    const { expression, targets } = filter;
    if (typeof expression === 'string' && !holds(expression, task)) continue;
    for (const target of (Array.isArray(targets) ? (targets as unknown[]) : []).map(asObject)) {
      const queue = workspace.queues.get(String(target.queue));
      if (queue !== undefined) return { queue, priority: typeof target.priority === 'number' ? target.priority : undefined };
    }
  }
  const queue = workspace.queues.get(String(asObject(routing.default_filter).queue));
  return queue && { queue, priority: undefined };
}

/** JSON, or nothing. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
