import type { World } from '../../world.js';
import { writeIso } from '../dates.js';
import { beginResource, fits, readQuery, resource } from '../resource.js';
import { type RestRequest, type Route, readChoice, readText, readWithin, require } from '../rest-request.js';
import { belongsTo } from './capacity.js';
import { holds } from './expression.js';
import { findWorkspace, urlOf } from './find-workspace.js';
import { asObject, parse } from './json.js';
import { type Orders, sorted } from './order.js';
import type { TaskQueue } from './types.js';

/** Where tasks wait: https://www.twilio.com/docs/taskrouter/api/task-queue */
export const taskQueueRoutes: readonly Route[] = resource<TaskQueue>({
  host: 'taskrouter',
  path: '/v1/Workspaces/:workspace/TaskQueues',
  key: 'task_queues',
  all: (request) => sorted(findWorkspace(request).queues.values(), request, SORTED_BY),
  keep,
  find: (request, sid) => findWorkspace(request).queues.get(sid),
  describe,
  create,
  update: (queue, request) => {
    change(queue, request);
    request.world.taskRouter.route(findWorkspace(request));
  },
  remove: ({ sid }, request) => {
    findWorkspace(request).queues.delete(sid);
  },
});

/** What a list can be sorted by. */
const SORTED_BY: Orders<TaskQueue> = { DateCreated: ({ createdAt }) => createdAt, DateUpdated: ({ updatedAt }) => updatedAt };

/** A queue can be looked for by a worker of it, or by the attributes that such a worker would have. */
function keep(queue: TaskQueue, request: RestRequest): boolean {
  const sid = readQuery(request, 'WorkerSid');
  const worker = sid === undefined ? undefined : findWorkspace(request).workers.get(sid);
  const attributes = readQuery(request, 'EvaluateWorkerAttributes');
  return (
    fits(request, { FriendlyName: queue.friendlyName }) &&
    (sid === undefined || (worker !== undefined && belongsTo(queue, worker))) &&
    (attributes === undefined || holds(queue.targetWorkers, asObject(parse(attributes))))
  );
}

function create(request: RestRequest): TaskQueue {
  const queue = makeTaskQueue(request.world, require(request, 'FriendlyName', 20001));
  change(queue, request);
  findWorkspace(request).queues.set(queue.sid, queue);
  return queue;
}

/** A queue of all workers. */
export function makeTaskQueue(world: World, friendlyName: string): TaskQueue {
  return {
    ...beginResource(world, 'WQ', friendlyName),
    targetWorkers: '1==1',
    maxReservedWorkers: 1,
    taskOrder: 'FIFO',
    reservationActivitySid: null,
    assignmentActivitySid: null,
  };
}

function change(queue: TaskQueue, request: RestRequest): void {
  const maxReservedWorkers = readWithin(request, 'MaxReservedWorkers', [1, 50]) ?? queue.maxReservedWorkers;
  queue.taskOrder = readChoice(request, 'TaskOrder', ['FIFO', 'LIFO']) ?? queue.taskOrder;
  queue.maxReservedWorkers = maxReservedWorkers;
  queue.friendlyName = readText(request, 'FriendlyName') ?? queue.friendlyName;
  queue.targetWorkers = readText(request, 'TargetWorkers') ?? queue.targetWorkers;
  queue.reservationActivitySid = readText(request, 'ReservationActivitySid') ?? queue.reservationActivitySid;
  queue.assignmentActivitySid = readText(request, 'AssignmentActivitySid') ?? queue.assignmentActivitySid;
  queue.updatedAt = request.world.clock.now;
}

function describe(queue: TaskQueue, request: RestRequest): object {
  const workspace = findWorkspace(request);
  const nameOf = (sid: string | null) => (sid === null ? null : (workspace.activities.get(sid)?.friendlyName ?? null));
  return {
    account_sid: request.account,
    assignment_activity_name: nameOf(queue.assignmentActivitySid),
    assignment_activity_sid: queue.assignmentActivitySid,
    date_created: writeIso(queue.createdAt),
    date_updated: writeIso(queue.updatedAt),
    friendly_name: queue.friendlyName,
    links: { workspace: urlOf(workspace) },
    max_reserved_workers: queue.maxReservedWorkers,
    reservation_activity_name: nameOf(queue.reservationActivitySid),
    reservation_activity_sid: queue.reservationActivitySid,
    sid: queue.sid,
    target_workers: queue.targetWorkers,
    task_order: queue.taskOrder,
    url: urlOf(workspace, 'TaskQueues', queue.sid),
    workspace_sid: workspace.sid,
  };
}
