import { hashDigits } from '../../../fixtures/hash.js';
import { writeIso } from '../dates.js';
import { beginResource, resource } from '../resource.js';
import { notFound, RestError } from '../rest-error.js';
import { type RestRequest, type Route, readBoolean, readText, readWhole, require } from '../rest-request.js';
import { capacityOf, countTasks } from './capacity.js';
import { findWorkspace, urlOf } from './find-workspace.js';
import type { TaskChannel, Worker, Workspace } from './types.js';

/** The channel of a SID or a name. */
export function channelOf({ channels }: Workspace, name: string): TaskChannel | undefined {
  return channels.get(name) ?? [...channels.values()].find(({ uniqueName }) => uniqueName === name);
}

/** What kinds of tasks there are, and how many of each a worker takes at a time: https://www.twilio.com/docs/taskrouter/multitasking */
export const channelRoutes: readonly Route[] = [
  ...resource<TaskChannel>({
    host: 'taskrouter',
    path: '/v1/Workspaces/:workspace/TaskChannels',
    key: 'channels',
    all: (request) => findWorkspace(request).channels.values(),
    find: (request, name) => channelOf(findWorkspace(request), name),
    describe,
    create,
    update,
    remove: ({ sid }, request) => {
      findWorkspace(request).channels.delete(sid);
    },
  }),
  ...resource<TaskChannel>({
    host: 'taskrouter',
    path: '/v1/Workspaces/:workspace/Workers/:worker/Channels',
    key: 'channels',
    all: (request) => findWorkspace(request).channels.values(),
    find: (request, name) =>
      channelOf(findWorkspace(request), name) ??
      [...findWorkspace(request).channels.values()].find((channel) => workerChannelSid(findWorker(request), channel) === name),
    describe: describeOfWorker,
    update: ({ uniqueName }, request) => {
      const worker = findWorker(request);
      const capacity = readBoolean(request, 'Available') === false ? 0 : readWhole(request, 'Capacity');
      if (capacity !== undefined) worker.capacities.set(uniqueName, capacity);
      request.world.taskRouter.route(findWorkspace(request));
    },
  }),
];

function findWorker(request: RestRequest): Worker {
  const worker = findWorkspace(request).workers.get(request.names.worker ?? '');
  if (worker === undefined) throw notFound(request.path);
  return worker;
}

function create(request: RestRequest): TaskChannel {
  const workspace = findWorkspace(request);
  const uniqueName = require(request, 'UniqueName', 20001);
  if (channelOf(workspace, uniqueName) !== undefined) throw new RestError(20001, `There is a channel named ${uniqueName}`, 409);
  const channel: TaskChannel = {
    ...beginResource(request.world, 'TC', require(request, 'FriendlyName', 20001)),
    uniqueName,
    isOptimized: readBoolean(request, 'ChannelOptimizedRouting') ?? false,
  };
  workspace.channels.set(channel.sid, channel);
  return channel;
}

function update(channel: TaskChannel, request: RestRequest): void {
  channel.friendlyName = readText(request, 'FriendlyName') ?? channel.friendlyName;
  channel.isOptimized = readBoolean(request, 'ChannelOptimizedRouting') ?? channel.isOptimized;
  channel.updatedAt = request.world.clock.now;
}

function describe(channel: TaskChannel, request: RestRequest): object {
  const workspace = findWorkspace(request);
  return {
    account_sid: request.account,
    channel_optimized_routing: channel.isOptimized,
    date_created: writeIso(channel.createdAt),
    date_updated: writeIso(channel.updatedAt),
    friendly_name: channel.friendlyName,
    links: { workspace: urlOf(workspace) },
    sid: channel.sid,
    unique_name: channel.uniqueName,
    url: urlOf(workspace, 'TaskChannels', channel.sid),
    workspace_sid: workspace.sid,
  };
}

function workerChannelSid(worker: Worker, channel: TaskChannel): string {
  return `WC${hashDigits(`${worker.sid} ${channel.sid}`, 0)}`;
}

function describeOfWorker(channel: TaskChannel, request: RestRequest): object {
  const workspace = findWorkspace(request);
  const worker = findWorker(request);
  const sid = workerChannelSid(worker, channel);
  const capacity = capacityOf(worker, channel.uniqueName);
  const assigned = countTasks(workspace, worker, channel.uniqueName);
  return {
    account_sid: request.account,
    assigned_tasks: assigned,
    available: capacity > 0,
    available_capacity_percentage: capacity === 0 ? 0 : Math.max(0, Math.round(((capacity - assigned) / capacity) * 100)),
    configured_capacity: capacity,
    date_created: writeIso(worker.createdAt),
    date_updated: writeIso(worker.updatedAt),
    sid,
    task_channel_sid: channel.sid,
    task_channel_unique_name: channel.uniqueName,
    url: urlOf(workspace, 'Workers', worker.sid, 'Channels', sid),
    worker_sid: worker.sid,
    workspace_sid: workspace.sid,
  };
}
