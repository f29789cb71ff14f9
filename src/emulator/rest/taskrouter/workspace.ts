import type { World } from '../../world.js';
import { beginResource } from '../resource.js';
import { RestError } from '../rest-error.js';
import { tellEvent } from './events.js';
import { planRoute } from './plan.js';
import { shelve } from './shelve.js';
import { goOn } from './steps.js';
import type { Activity, Step, Task, TaskChannel, TaskOptions, Workspace } from './types.js';

/** How long a task may wait, in seconds: https://www.twilio.com/docs/taskrouter/api/task */
const USUAL_TIMEOUT = 86_400;

/** The channels that every workspace has. */
const CHANNELS = ['default', 'voice', 'chat', 'sms', 'video', 'email'];

/** Makes a workspace with the activities that every one has. */
export function makeWorkspace(world: World, friendlyName: string): Workspace {
  const activities = new Map<string, Activity>();
  const addActivity = (name: string, isAvailable: boolean): Activity => {
    const activity = { ...beginResource(world, 'WA', name), isAvailable };
    activities.set(activity.sid, activity);
    return activity;
  };
  const offline = addActivity('Offline', false);
  addActivity('Available', true);
  addActivity('Unavailable', false);
  const channels = new Map<string, TaskChannel>();
  for (const uniqueName of CHANNELS) {
    const friendlyName = uniqueName.charAt(0).toUpperCase() + uniqueName.slice(1);
    const channel = { ...beginResource(world, 'TC', friendlyName), uniqueName, isOptimized: false };
    channels.set(channel.sid, channel);
  }
  const workspace: Workspace = {
    ...beginResource(world, 'WS', friendlyName),
    eventCallbackUrl: undefined,
    eventsFilter: undefined,
    defaultActivity: offline,
    timeoutActivity: offline,
    isMultiTask: true,
    queueOrder: 'FIFO',
    activities,
    workers: new Map(),
    channels,
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
  const { channel = 'default', priority = 0, timeout = USUAL_TIMEOUT, member, ignoresCapacity = false, routingTarget } = options;
  const workflowSid = options.workflowSid ?? (routingTarget?.startsWith('WW') ? routingTarget : undefined);
  const queueSid = options.queueSid ?? (routingTarget?.startsWith('WQ') ? routingTarget : undefined);
  const single = workspace.workflows.size === 1 ? workspace.workflows.values().next().value : undefined;
  const workflow = workflowSid === undefined ? (queueSid === undefined ? single : undefined) : workspace.workflows.get(workflowSid);
  const named = queueSid === undefined ? undefined : workspace.queues.get(queueSid);
  if (workflow === undefined && named === undefined)
    throw new RestError(20001, 'WorkflowSid names no workflow of the workspace, and TaskQueueSid no queue');
  const only: Step | undefined = named && {
    queue: named,
    priority: undefined,
    timeoutMs: undefined,
    expression: undefined,
    skipIf: undefined,
  };
  const task: Task = {
    sid: chance.sid('WT'),
    createdAt: clock.now,
    workflow,
    channel,
    timeout,
    startsAt: options.startsAt ?? clock.now,
    member,
    attributes,
    priority,
    queue: undefined,
    enteredAt: clock.now,
    status: 'pending',
    reason: undefined,
    version: 0,
    updatedAt: clock.now,
    ahead: only !== undefined ? [only] : workflow === undefined ? [] : planRoute(workspace, workflow, attributes),
    step: undefined,
    stepEndsAt: undefined,
    ignoresCapacity,
    onlyWorker: routingTarget?.startsWith('WK') ? routingTarget : undefined,
    refusedBy: new Set(),
    cancel: (reason) => cancel(world, workspace, task, reason),
  };
  workspace.tasks.set(task.sid, task);
  tellEvent(world, workspace, 'task.created', { task });
  if (workflow !== undefined) tellEvent(world, workspace, 'workflow.entered', { task });
  const late = clock.after(timeout * 1000, () => task.cancel('Task TTL Exceeded'), 'limit');
  if (!goOn(world, workspace, task)) {
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
  shelve(world, workspace, task);
}
