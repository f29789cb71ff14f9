import type { World } from '../../world.js';
import { RestError } from '../rest-error.js';
import { chooseQueue } from './choose-queue.js';
import { tellEvent } from './events.js';
import type { Activity, Task, TaskOptions, Workspace } from './types.js';

/** How long a task may wait, in seconds: https://www.twilio.com/docs/taskrouter/api/task */
const USUAL_TIMEOUT = 86_400;

/** Makes a workspace with the activities that every one has. */
export function makeWorkspace(world: World, friendlyName: string): Workspace {
  const { chance, clock } = world;
  const activities = new Map<string, Activity>();
  const addActivity = (name: string, isAvailable: boolean): Activity => {
    const activity = { sid: chance.sid('WA'), createdAt: clock.now, friendlyName: name, isAvailable };
    activities.set(activity.sid, activity);
    return activity;
  };
  const offline = addActivity('Offline', false);
  addActivity('Available', true);
  addActivity('Unavailable', false);
  const workspace: Workspace = {
    sid: chance.sid('WS'),
    createdAt: clock.now,
    friendlyName,
    eventCallbackUrl: undefined,
    eventsFilter: undefined,
    defaultActivity: offline,
    timeoutActivity: offline,
    isMultiTask: true,
    queueOrder: 'FIFO',
    updatedAt: clock.now,
    activities,
    workers: new Map(),
    queues: new Map(),
    workflows: new Map(),
    tasks: new Map(),
    reservations: new Map(),
    addActivity,
    addTask: (attributes, options) => addTask(world, workspace, attributes, options),
  };
  return workspace;
}

function addTask(world: World, workspace: Workspace, attributes: string, options: TaskOptions): Task {
  const { chance, clock } = world;
  const { workflowSid, queueSid, channel = 'default', priority = 0, timeout = USUAL_TIMEOUT, member } = options;
  const only = workspace.workflows.size === 1 ? workspace.workflows.values().next().value : undefined;
  const workflow = workflowSid === undefined ? (queueSid === undefined ? only : undefined) : workspace.workflows.get(workflowSid);
  const named = queueSid === undefined ? undefined : workspace.queues.get(queueSid);
  if (workflow === undefined && named === undefined)
    throw new RestError(20001, 'WorkflowSid names no workflow of the workspace, and TaskQueueSid no queue');
  const chosen = named === undefined && workflow !== undefined ? chooseQueue(workspace, workflow, attributes) : undefined;
  const task: Task = {
    sid: chance.sid('WT'),
    createdAt: clock.now,
    workflow,
    channel,
    timeout,
    member,
    attributes,
    priority: chosen?.priority ?? priority,
    queue: named ?? chosen?.queue,
    enteredAt: clock.now,
    status: 'pending',
    reason: undefined,
    version: 0,
    updatedAt: clock.now,
    refusedBy: new Set(),
    cancel: (reason) => cancel(world, workspace, task, reason),
  };
  workspace.tasks.set(task.sid, task);
  tellEvent(world, workspace, 'task.created', { task });
  const late = clock.after(timeout * 1000, () => task.cancel('Task TTL Exceeded'), 'limit');
  if (task.queue === undefined) {
    late.cancel();
    // A task that no filter of the workflow takes goes nowhere: https://www.twilio.com/docs/taskrouter/workflow-configuration
    task.cancel('Task did not match any workflow filter');
  }
  return task;
}

function cancel(world: World, workspace: Workspace, task: Task, reason: string | undefined): void {
  if (task.status === 'completed' || task.status === 'canceled') return;
  task.status = 'canceled';
  task.reason = reason;
  task.version += 1;
  task.updatedAt = world.clock.now;
  for (const reservation of workspace.reservations.values()) {
    if (reservation.task !== task || reservation.status !== 'pending') continue;
    reservation.status = 'canceled';
    reservation.updatedAt = world.clock.now;
    reservation.timer?.cancel();
    tellEvent(world, workspace, 'reservation.canceled', { task, worker: reservation.worker, reservation });
  }
  tellEvent(world, workspace, 'task.canceled', { task });
}
