import { holds } from './expression.js';
import { asObject, parse } from './json.js';
import type { Task, TaskQueue, Worker, Workspace } from './types.js';

/** Reservations that keep a worker busy. */
const BUSY: readonly string[] = ['pending', 'accepted', 'wrapping'];

/** How many tasks of a channel a worker takes at a time where nothing is said: https://www.twilio.com/docs/taskrouter/multitasking */
const USUAL_CAPACITY = 1;

export function capacityOf({ capacities }: Worker, channel: string): number {
  return capacities.get(channel) ?? USUAL_CAPACITY;
}

/** How many tasks a worker has, of one channel or of all. */
export function countTasks({ reservations }: Workspace, worker: Worker, channel?: string): number {
  const busy = [...reservations.values()].filter((one) => one.worker === worker && BUSY.includes(one.status));
  return busy.filter(({ task }) => channel === undefined || task.channel === channel).length;
}

/** Whether a worker is one of those of a queue. */
export function belongsTo({ targetWorkers }: TaskQueue, worker: Worker): boolean {
  return holds(targetWorkers, asObject(parse(worker.attributes)));
}

/** The workers who could take a task now. */
export function freeWorkers(
  workspace: Workspace,
  task: Pick<Task, 'queue' | 'step' | 'channel' | 'attributes' | 'refusedBy' | 'ignoresCapacity' | 'onlyWorker'>,
): readonly Worker[] {
  const { queue, step, channel, refusedBy, onlyWorker } = task;
  if (queue === undefined) return [];
  const attributes = asObject(parse(task.attributes));
  const fits = (worker: Worker) => {
    const own = asObject(parse(worker.attributes));
    return belongsTo(queue, worker) && (step?.expression === undefined || holds(step.expression, { worker: own, task: attributes }));
  };
  const hasRoom = (worker: Worker) =>
    task.ignoresCapacity ||
    (workspace.isMultiTask ? countTasks(workspace, worker, channel) < capacityOf(worker, channel) : countTasks(workspace, worker) === 0);
  return [...workspace.workers.values()].filter(
    (worker) =>
      worker.activity.isAvailable &&
      (onlyWorker === undefined || worker.sid === onlyWorker) &&
      !refusedBy.has(worker.sid) &&
      hasRoom(worker) &&
      fits(worker),
  );
}
