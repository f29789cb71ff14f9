import { writeIso } from '../dates.js';
import { fits, readQuery, resource } from '../resource.js';
import { RestError } from '../rest-error.js';
import { type RestRequest, type Route, readBoolean, readText, readTime, readWhole, readWithin } from '../rest-request.js';
import { channelOf } from './channels.js';
import { holds } from './expression.js';
import { findWorkspace, urlOf } from './find-workspace.js';
import { asObject, parse } from './json.js';
import { type Orders, sorted } from './order.js';
import { complete } from './progress.js';
import type { Task, Workspace } from './types.js';
import { readAttributes } from './workers.js';

/** What is to be done: https://www.twilio.com/docs/taskrouter/api/task */
export const taskRoutes: readonly Route[] = resource<Task>({
  host: 'taskrouter',
  path: '/v1/Workspaces/:workspace/Tasks',
  key: 'tasks',
  all: (request) => sorted(findWorkspace(request).tasks.values(), request, SORTED_BY),
  keep,
  find: (request, sid) => findWorkspace(request).tasks.get(sid),
  describe,
  create,
  update,
  remove: (task, request) => {
    checkVersion(task, request);
    task.cancel('deleted');
    findWorkspace(request).tasks.delete(task.sid);
  },
  headers: ({ version }) => ({ etag: `"${version}"` }),
});

/** What a list can be sorted by. */
const SORTED_BY: Orders<Task> = { Priority: ({ priority }) => priority, DateCreated: ({ createdAt }) => createdAt };

function keep(task: Task, request: RestRequest): boolean {
  const statuses = readQuery(request, 'AssignmentStatus')?.split(',');
  return (
    (statuses?.includes(task.status) ?? true) &&
    fits(request, {
      WorkflowSid: task.workflow?.sid,
      WorkflowName: task.workflow?.friendlyName,
      RoutingTarget: task.onlyWorker,
      HasAddons: 'false',
      TaskQueueSid: task.queue?.sid,
      TaskQueueName: task.queue?.friendlyName,
      Priority: String(task.priority),
    }) &&
    holds(readQuery(request, 'EvaluateTaskAttributes') ?? '', asObject(parse(task.attributes)))
  );
}

/** How long a task may wait: two weeks, in seconds. */
const LONGEST_SECONDS = 1_209_600;

function create(request: RestRequest): Task {
  const workspace = findWorkspace(request);
  const task = workspace.addTask(readAttributes(request) ?? '{}', {
    workflowSid: readText(request, 'WorkflowSid'),
    queueSid: readText(request, 'TaskQueueSid'),
    channel: readChannel(workspace, request),
    priority: readWhole(request, 'Priority'),
    timeout: readWithin(request, 'Timeout', [1, LONGEST_SECONDS]),
    ignoresCapacity: readBoolean(request, 'IgnoreCapacity'),
    routingTarget: readText(request, 'RoutingTarget'),
    startsAt: readTime(request, 'VirtualStartTime'),
  });
  request.world.taskRouter.route(workspace);
  return task;
}

/** A channel may be named by its SID as well. @throws RestError when there is none. */
function readChannel(workspace: Workspace, request: RestRequest): string | undefined {
  const name = readText(request, 'TaskChannel');
  if (name === undefined) return undefined;
  const channel = channelOf(workspace, name);
  if (channel !== undefined) return channel.uniqueName;
  throw new RestError(20001, `TaskChannel ${name} is no channel of the workspace`);
}

function update(task: Task, request: RestRequest): void {
  const { world } = request;
  const workspace = findWorkspace(request);
  checkVersion(task, request);
  const status = readText(request, 'AssignmentStatus');
  if (status !== undefined && !['pending', 'canceled', 'wrapping', 'completed'].includes(status))
    throw new RestError(20001, `AssignmentStatus is pending, canceled, wrapping or completed, not ${status}`);
  task.attributes = readAttributes(request) ?? task.attributes;
  task.priority = readWhole(request, 'Priority') ?? task.priority;
  task.startsAt = readTime(request, 'VirtualStartTime') ?? task.startsAt;
  task.updatedAt = world.clock.now;
  task.version += 1;
  const reason = readText(request, 'Reason');
  if (status === 'canceled') task.cancel(reason);
  if (status === 'wrapping' && task.status === 'assigned') task.status = 'wrapping';
  if (status === 'completed') {
    if (task.status !== 'assigned' && task.status !== 'wrapping')
      throw new RestError(20001, `A task that is ${task.status} cannot be completed`);
    complete(world, workspace, task, reason);
  }
}

/** Whoever names the version that they have seen changes nothing that somebody else has changed since. */
function checkVersion({ version }: Task, { headers }: RestRequest): void {
  const wanted = headers.get('if-match')?.replace(/^W\/|"/g, '');
  if (wanted !== undefined && wanted !== '*' && wanted !== String(version))
    throw new RestError(20412, 'The task has changed: its version does not match If-Match', 412);
}

function describe(task: Task, request: RestRequest): object {
  const { world, account } = request;
  const workspace = findWorkspace(request);
  const { sid, queue, workflow, channel } = task;
  const url = urlOf(workspace, 'Tasks', sid);
  return {
    account_sid: account,
    addons: '{}',
    age: Math.floor((world.clock.now - task.createdAt) / 1000),
    assignment_status: task.status,
    attributes: task.attributes,
    date_created: writeIso(task.createdAt),
    date_updated: writeIso(task.updatedAt),
    ignore_capacity: task.ignoresCapacity,
    links: { reservations: `${url}/Reservations`, workspace: urlOf(workspace) },
    priority: task.priority,
    reason: task.reason ?? null,
    routing_target: task.onlyWorker ?? null,
    sid,
    task_channel_sid: channelOf(workspace, channel)?.sid ?? null,
    task_channel_unique_name: channel,
    task_queue_entered_date: queue === undefined ? null : writeIso(task.enteredAt),
    task_queue_friendly_name: queue?.friendlyName ?? null,
    task_queue_sid: queue?.sid ?? null,
    timeout: task.timeout,
    url,
    virtual_start_time: writeIso(task.startsAt),
    workflow_friendly_name: workflow?.friendlyName ?? null,
    workflow_sid: workflow?.sid ?? null,
    workspace_sid: workspace.sid,
  };
}
