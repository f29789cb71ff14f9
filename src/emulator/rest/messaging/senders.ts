import { hashDigits } from '../../../fixtures/hash.js';
import { countryOf, isAlphanumericSender, isShortCode } from '../../messages/channel.js';
import type { MessagingService } from '../../messages/messaging-service.js';
import type { World } from '../../world.js';
import { listNumbers, sidOf } from '../api/incoming-numbers.js';
import { writeIso } from '../dates.js';
import { resource } from '../resource.js';
import { notFound, RestError } from '../rest-error.js';
import { type RestRequest, type Route, require } from '../rest-request.js';

/** A kind of senders in the pool of a service. */
interface Kind {
  readonly path: string;
  readonly key: string;
  /** The parameter that names what is added. */
  readonly parameter: string;
  /** The field that shows the sender. */
  readonly field: string;
  readonly fits: (sender: string) => boolean;
  readonly sidOf: (sender: string) => string;
  /** The sender that the parameter names. */
  readonly read: (world: World, value: string) => string | undefined;
}

const KINDS: readonly Kind[] = [
  {
    path: 'PhoneNumbers',
    key: 'phone_numbers',
    parameter: 'PhoneNumberSid',
    field: 'phone_number',
    fits: (sender) => sender.startsWith('+'),
    sidOf,
    read: (world, sid) => listNumbers(world).find((number) => number.sid === sid)?.address,
  },
  {
    path: 'ShortCodes',
    key: 'short_codes',
    parameter: 'ShortCodeSid',
    field: 'short_code',
    fits: isShortCode,
    sidOf,
    read: ({ directory }, sid) => [...directory.numbers.keys()].find((address) => isShortCode(address) && sidOf(address) === sid),
  },
  {
    path: 'AlphaSenders',
    key: 'alpha_senders',
    parameter: 'AlphaSender',
    field: 'alpha_sender',
    fits: (sender) => isAlphanumericSender(sender) && !isShortCode(sender),
    sidOf: (sender) => `AI${hashDigits(sender, 0)}`,
    read: (_world, sender) => (isAlphanumericSender(sender) ? sender : undefined),
  },
];

/** The senders in the pool of a service: https://www.twilio.com/docs/messaging/api/phonenumber-resource */
export const senderRoutes: readonly Route[] = KINDS.flatMap((kind) =>
  resource<string>({
    host: 'messaging',
    path: `/v1/Services/:service/${kind.path}`,
    key: kind.key,
    all: (request) => list(request, kind),
    find: (request, sid) => list(request, kind).find((sender) => kind.sidOf(sender) === sid),
    describe: (sender, request) => describe(sender, kind, request),
    create: (request) => add(request, kind),
    remove: (sender, request) => findService(request).remove(sender),
  }),
);

function findService({ world, names, path }: RestRequest): MessagingService {
  const service = world.messaging.services.get(names.service ?? '');
  if (service !== undefined) return service;
  throw notFound(path);
}

function list(request: RestRequest, { fits }: Kind): readonly string[] {
  return [...findService(request).senders.keys()].filter(fits);
}

function add(request: RestRequest, kind: Kind): string {
  const { world } = request;
  const service = findService(request);
  const value = require(request, kind.parameter, 20001);
  const sender = kind.read(world, value);
  if (sender === undefined) throw new RestError(21704, `${kind.parameter} ${value} names nothing of this account`);
  const other = world.messaging.serviceOf(sender);
  if (other === service) throw new RestError(21710, `${sender} is already in the Messaging Service`, 409);
  if (other !== undefined) throw new RestError(21712, `${sender} is already in another Messaging Service`, 409);
  service.senders.set(sender, world.clock.now);
  return sender;
}

function describe(sender: string, { path, field, sidOf: sid }: Kind, request: RestRequest): object {
  const service = findService(request);
  const added = writeIso(service.senders.get(sender) ?? service.createdAt);
  const isAlpha = field === 'alpha_sender';
  return {
    account_sid: request.account,
    capabilities: isAlpha ? ['SMS'] : ['SMS', 'MMS', 'Voice'],
    date_created: added,
    date_updated: added,
    [field]: sender,
    service_sid: service.sid,
    sid: sid(sender),
    url: `https://messaging.twilio.com/v1/Services/${service.sid}/${path}/${sid(sender)}`,
    ...(!isAlpha && { country_code: countryOf(sender) || 'US' }),
  };
}
