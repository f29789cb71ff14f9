import { writeIso } from '../dates.js';
import { beginResource, fits, readQuery, resource } from '../resource.js';
import { RestError } from '../rest-error.js';
import { type RestRequest, type Route, readText, require } from '../rest-request.js';
import { belongsTo } from './capacity.js';
import { holds } from './expression.js';
import { findWorkspace, urlOf } from './find-workspace.js';
import { asObject, parse } from './json.js';
import { type Orders, sorted } from './order.js';
import { moveWorker } from './progress.js';
import type { TaskQueue, Worker } from './types.js';
import { readActivity } from './workspaces.js';

/** Who takes tasks: https://www.twilio.com/docs/taskrouter/api/worker */
export const workerRoutes: readonly Route[] = resource<Worker>({
  host: 'taskrouter',
  path: '/v1/Workspaces/:workspace/Workers',
  key: 'workers',
  all: (request) => sorted(findWorkspace(request).workers.values(), request, SORTED_BY),
  keep,
  find: (request, sid) => findWorkspace(request).workers.get(sid),
  describe,
  create,
  update,
  remove: ({ sid }, request) => {
    findWorkspace(request).workers.delete(sid);
  },
});

/** What a list can be sorted by. */
const SORTED_BY: Orders<Worker> = {
  DateStatusChanged: ({ statusChangedAt }) => statusChangedAt,
  DateCreated: ({ createdAt }) => createdAt,
};

function keep(worker: Worker, request: RestRequest): boolean {
  const { friendlyName, activity, attributes } = worker;
  const queueSid = readQuery(request, 'TaskQueueSid');
  const queueName = readQuery(request, 'TaskQueueName');
  const isIn = (queue: TaskQueue) =>
    (queueSid ?? queue.sid) === queue.sid && (queueName ?? queue.friendlyName) === queue.friendlyName && belongsTo(queue, worker);
  return (
    fits(request, {
      FriendlyName: friendlyName,
      ActivityName: activity.friendlyName,
      ActivitySid: activity.sid,
      Available: String(activity.isAvailable),
    }) &&
    holds(readQuery(request, 'TargetWorkersExpression') ?? '', asObject(parse(attributes))) &&
    ((queueSid === undefined && queueName === undefined) || [...findWorkspace(request).queues.values()].some(isIn))
  );
}

function create(request: RestRequest): Worker {
  const { world } = request;
  const workspace = findWorkspace(request);
  const { now } = world.clock;
  const worker: Worker = {
    ...beginResource(world, 'WK', require(request, 'FriendlyName', 20001)),
    attributes: readAttributes(request) ?? '{}',
    capacities: new Map(),
    activity: readActivity(workspace, request, 'ActivitySid') ?? workspace.defaultActivity,
    statusChangedAt: now,
  };
  if ([...workspace.workers.values()].some(({ friendlyName }) => friendlyName === worker.friendlyName))
    throw new RestError(20001, `There is a worker named ${worker.friendlyName}`, 409);
  workspace.workers.set(worker.sid, worker);
  world.taskRouter.route(workspace);
  return worker;
}

function update(worker: Worker, request: RestRequest): void {
  const { world } = request;
  const workspace = findWorkspace(request);
  worker.friendlyName = readText(request, 'FriendlyName') ?? worker.friendlyName;
  worker.attributes = readAttributes(request) ?? worker.attributes;
  worker.updatedAt = world.clock.now;
  const activity = readActivity(workspace, request, 'ActivitySid');
  if (activity !== undefined) moveWorker(world, workspace, worker, activity);
  world.taskRouter.route(workspace);
}

/** Attributes are JSON, and stay as they were written. @throws RestError when they are none. */
export function readAttributes(request: RestRequest): string | undefined {
  const text = readText(request, 'Attributes');
  if (text === undefined) return undefined;
  const value = parse(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return text;
  throw new RestError(20001, 'Attributes is a JSON object');
}

function describe(worker: Worker, request: RestRequest): object {
  const workspace = findWorkspace(request);
  const { sid, activity } = worker;
  const url = urlOf(workspace, 'Workers', sid);
  return {
    account_sid: request.account,
    activity_name: activity.friendlyName,
    activity_sid: activity.sid,
    attributes: worker.attributes,
    available: activity.isAvailable,
    date_created: writeIso(worker.createdAt),
    date_status_changed: writeIso(worker.statusChangedAt),
    date_updated: writeIso(worker.updatedAt),
    friendly_name: worker.friendlyName,
    links: { activity: urlOf(workspace, 'Activities', activity.sid), reservations: `${url}/Reservations`, workspace: urlOf(workspace) },
    sid,
    url,
    workspace_sid: workspace.sid,
  };
}
