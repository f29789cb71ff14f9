import type { World } from '../../world.js';
import { freeWorkers } from './capacity.js';
import { tellEvent } from './events.js';
import { holds } from './expression.js';
import { asObject, parse } from './json.js';
import { readDefault } from './plan.js';
import type { Step, Task, Workspace } from './types.js';

/** Sends a task to the next place of its way, past those that are to be skipped. @returns Whether there is one. */
export function goOn(world: World, workspace: Workspace, task: Task): boolean {
  const [step, ...ahead] = task.ahead;
  if (step === undefined) return false;
  task.ahead = ahead;
  if (isSkipped(workspace, task, step)) {
    tellEvent(world, workspace, 'workflow.skipped', { task });
    return goOn(world, workspace, task);
  }
  enter(world, workspace, task, step);
  return true;
}

function enter(world: World, workspace: Workspace, task: Task, step: Step): void {
  const { clock } = world;
  const isMoved = task.queue !== undefined;
  task.step = step;
  task.queue = step.queue;
  task.priority = step.priority ?? task.priority;
  task.enteredAt = clock.now;
  if (task.workflow !== undefined) tellEvent(world, workspace, 'workflow.target-matched', { task });
  tellEvent(world, workspace, isMoved ? 'task-queue.moved' : 'task-queue.entered', { task });
  task.stepEndsAt = step.timeoutMs === undefined ? undefined : clock.now + step.timeoutMs;
  if (step.timeoutMs === undefined) return;
  clock.after(step.timeoutMs, () => {
    if (task.step === step) world.taskRouter.route(workspace);
  });
}

/** Sends a task on that has waited long enough, unless a worker is being asked. */
export function leaveLate(world: World, workspace: Workspace, task: Task): void {
  const { stepEndsAt, workflow } = task;
  if (task.status !== 'pending' || stepEndsAt === undefined || world.clock.now < stepEndsAt) return;
  task.stepEndsAt = undefined;
  tellEvent(world, workspace, 'task-queue.timeout', { task });
  if (goOn(world, workspace, task)) return;
  tellEvent(world, workspace, 'workflow.timeout', { task });
  const [last] = workflow === undefined ? [] : readDefault(workspace, workflow);
  const isElsewhere = last !== undefined && last.queue !== task.queue;
  if (isElsewhere && world.settings.deviations.lastTarget === 'default-queue') enter(world, workspace, task, last);
  else task.cancel('Workflow timed out');
}

/** https://www.twilio.com/docs/taskrouter/workflow-configuration#skip_if */
function isSkipped(workspace: Workspace, task: Task, step: Step): boolean {
  if (step.skipIf === undefined) return false;
  const attributes = asObject(parse(task.attributes));
  const available = freeWorkers(workspace, { ...task, step, queue: step.queue }).length;
  return holds(step.skipIf, { ...attributes, task: attributes, workers: { available } });
}
