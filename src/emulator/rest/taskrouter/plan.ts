import { holds } from './expression.js';
import { asObject, parse } from './json.js';
import type { Step, Workflow, Workspace } from './types.js';

/**
 * Where a workflow sends a task, one place after the other: the targets of the first filter that takes it, or the default queue.
 *
 * @see https://www.twilio.com/docs/taskrouter/workflow-configuration
 */
export function planRoute(workspace: Workspace, workflow: Workflow, attributes: string): readonly Step[] {
  const routing = asObject(asObject(parse(workflow.configuration)).task_routing);
  const task = asObject(parse(attributes));
  const filter = listOf(routing.filters).find(({ expression }) => typeof expression !== 'string' || holds(expression, task));
  const steps = listOf(filter?.targets).flatMap((target) => readStep(workspace, target));
  return steps.length > 0 ? steps : readDefault(workspace, workflow);
}

/** The queue of those that no filter takes. */
export function readDefault(workspace: Workspace, workflow: Workflow): readonly Step[] {
  const routing = asObject(asObject(parse(workflow.configuration)).task_routing);
  return readStep(workspace, { queue: asObject(routing.default_filter).queue });
}

function readStep(
  workspace: Workspace,
  { queue: sid, priority, timeout, expression, skip_if: skipIf }: Readonly<Record<string, unknown>>,
): readonly Step[] {
  const queue = workspace.queues.get(String(sid));
  const seconds = Number(timeout ?? Number.NaN);
  if (queue === undefined) return [];
  return [
    {
      queue,
      priority: typeof priority === 'number' ? priority : undefined,
      timeoutMs: seconds > 0 ? seconds * 1000 : undefined,
      expression: typeof expression === 'string' ? expression : undefined,
      skipIf: typeof skipIf === 'string' ? skipIf : undefined,
    },
  ];
}

function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? (value as unknown[]).map(asObject) : [];
}
