import { type Member, WaitQueue } from '../queues/wait-queue.js';
import { writeRfc2822 } from './dates.js';
import { makePage } from './page.js';
import { notFound, RestError } from './rest-error.js';
import { type RestRequest, type Route, readAddress, readText, readWhole, require } from './rest-request.js';

const BASE = '/2010-04-01/Accounts/:account/Queues';

/** Queues and who waits in them: https://www.twilio.com/docs/voice/api/queue-resource */
export const queueRoutes: readonly Route[] = [
  { method: 'POST', path: `${BASE}.json`, run: (request) => ({ status: 201, body: describe(request, create(request)) }) },
  {
    method: 'GET',
    path: `${BASE}.json`,
    run: (request) =>
      makePage(
        request,
        'queues',
        [...request.world.queues.values()].map((queue) => describe(request, queue)),
      ),
  },
  { method: 'GET', path: `${BASE}/:queue.json`, run: (request) => ({ status: 200, body: describe(request, find(request)) }) },
  { method: 'POST', path: `${BASE}/:queue.json`, run: (request) => ({ status: 200, body: describe(request, update(request)) }) },
  { method: 'DELETE', path: `${BASE}/:queue.json`, run: remove },
  {
    method: 'GET',
    path: `${BASE}/:queue/Members.json`,
    run: (request) => {
      const queue = find(request);
      return makePage(
        request,
        'queue_members',
        queue.members.map((member) => describeMember(request, queue, member)),
      );
    },
  },
  {
    method: 'GET',
    path: `${BASE}/:queue/Members/:call.json`,
    run: (request) => ({ status: 200, body: describeMember(request, find(request), findMember(request)) }),
  },
  {
    method: 'POST',
    path: `${BASE}/:queue/Members/:call.json`,
    run: (request) => ({ status: 200, body: dequeue(request) }),
  },
];

function create(request: RestRequest): WaitQueue {
  const name = require(request, 'FriendlyName', 22001);
  if (request.world.findQueue(name) !== undefined) throw new RestError(22003, `Queue friendly name already exists: ${name}`);
  return new WaitQueue(request.world, name, readWhole(request, 'MaxSize'));
}

function update(request: RestRequest): WaitQueue {
  const queue = find(request);
  queue.name = readText(request, 'FriendlyName') ?? queue.name;
  queue.maxSize = readWhole(request, 'MaxSize') ?? queue.maxSize;
  return queue;
}

function remove(request: RestRequest) {
  const queue = find(request);
  if (queue.members.length > 0) throw new RestError(22002, 'Queue is not empty');
  request.world.queues.delete(queue.sid);
  return { status: 204 };
}

function dequeue(request: RestRequest): object {
  const queue = find(request);
  const member = findMember(request);
  const next = readAddress(request, 'Url', 'Method');
  if (next === undefined) throw new RestError(21205, 'Url parameter is required');
  const description = describeMember(request, queue, member);
  member.take({ by: 'rest', next: { kind: 'voice.redirect', ...next } });
  return description;
}

function find({ world, names, path }: RestRequest): WaitQueue {
  const queue = world.queues.get(names.queue ?? '');
  if (queue !== undefined) return queue;
  throw notFound(path);
}

function findMember(request: RestRequest): Member {
  const { members } = find(request);
  const wanted = request.names.call;
  const member = wanted === 'Front' ? members[0] : members.find(({ leg }) => leg.sid === wanted);
  if (member !== undefined) return member;
  throw notFound(request.path);
}

function describe({ world }: RestRequest, queue: WaitQueue): object {
  const { accountSid } = world.settings;
  const uri = `/2010-04-01/Accounts/${accountSid}/Queues/${queue.sid}`;
  return {
    account_sid: accountSid,
    average_wait_time: queue.averageSeconds,
    current_size: queue.members.length,
    date_created: writeRfc2822(queue.createdAt),
    date_updated: writeRfc2822(queue.createdAt),
    friendly_name: queue.name,
    max_size: queue.maxSize,
    sid: queue.sid,
    subresource_uris: { members: `${uri}/Members.json` },
    uri: `${uri}.json`,
  };
}

function describeMember({ world }: RestRequest, queue: WaitQueue, member: Member): object {
  const { accountSid } = world.settings;
  return {
    call_sid: member.leg.sid,
    date_enqueued: writeRfc2822(member.enqueuedAt),
    position: queue.members.indexOf(member) + 1,
    queue_sid: queue.sid,
    uri: `/2010-04-01/Accounts/${accountSid}/Queues/${queue.sid}/Members/${member.leg.sid}.json`,
    wait_time: queue.seconds(member),
  };
}
