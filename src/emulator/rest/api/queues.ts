import { type Member, WaitQueue } from '../../queues/wait-queue.js';
import { writeRfc2822 } from '../dates.js';
import { resource } from '../resource.js';
import { notFound, RestError } from '../rest-error.js';
import { type RestRequest, type Route, readAddress, readFriendlyName, readWithin, require } from '../rest-request.js';

/** How many may wait. */
const SIZES = [1, 5000] as const;

/** Queues and who waits in them: https://www.twilio.com/docs/voice/api/queue-resource */
export const queueRoutes: readonly Route[] = [
  ...resource<WaitQueue>({
    path: '/2010-04-01/Accounts/:account/Queues',
    key: 'queues',
    all: ({ world }) => world.queues.values(),
    find: ({ world }, sid) => world.queues.get(sid),
    describe,
    create,
    update: (queue, request) => {
      const maxSize = readWithin(request, 'MaxSize', SIZES) ?? queue.maxSize;
      queue.name = readFriendlyName(request) ?? queue.name;
      queue.maxSize = maxSize;
    },
    remove,
  }),
  ...resource<Member>({
    path: '/2010-04-01/Accounts/:account/Queues/:queue/Members',
    key: 'queue_members',
    all: (request) => findQueue(request).members,
    find: (request, sid) => findQueue(request).members.find(({ leg }, index) => leg.sid === sid || (sid === 'Front' && index === 0)),
    describe: (member, request) => describeMember(request, findQueue(request), member),
    update: dequeue,
  }),
];

function create(request: RestRequest): WaitQueue {
  const name = readFriendlyName(request) ?? require(request, 'FriendlyName', 22001);
  const maxSize = readWithin(request, 'MaxSize', SIZES);
  if (request.world.findQueue(name) !== undefined) throw new RestError(22003, `Queue friendly name already exists: ${name}`);
  return new WaitQueue(request.world, name, maxSize);
}

function remove(queue: WaitQueue, { world }: RestRequest): void {
  if (queue.members.length > 0) throw new RestError(22002, 'Queue is not empty');
  world.queues.delete(queue.sid);
}

function dequeue(member: Member, request: RestRequest): void {
  const next = readAddress(request, 'Url', 'Method');
  if (next === undefined) throw new RestError(21205, 'Url parameter is required');
  member.take({ by: 'rest', next: { kind: 'voice.redirect', ...next } });
}

function findQueue({ world, names, path }: RestRequest): WaitQueue {
  const queue = world.queues.get(names.queue ?? '');
  if (queue !== undefined) return queue;
  throw notFound(path);
}

function describe(queue: WaitQueue, { world }: RestRequest): object {
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
