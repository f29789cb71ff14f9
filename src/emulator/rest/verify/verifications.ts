import { sayLanguages } from '../../../twiml/values/say-languages.js';
import { sendMessage } from '../../messages/send.js';
import { writeIso } from '../dates.js';
import { notFound, RestError } from '../rest-error.js';
import { type RestRequest, type Route, readChoice, readText, require } from '../rest-request.js';
import { sayCode } from './say-code.js';
import { describeShared, findPending, findService, type Verification, VerifyBook, type VerifyService } from './verify-book.js';

const PATH = '/v2/Services/:service/Verifications';

/** How often a code may be sent: https://www.twilio.com/docs/api/errors/60203 */
const MOST_SENDS = 5;

/** The languages that are spoken on calls. */
const SPOKEN: ReadonlySet<string> = new Set(sayLanguages.map((language) => language.split('-', 1)[0]?.toLowerCase() ?? ''));

const CHANNELS: readonly string[] = ['sms', 'whatsapp', 'call', 'email', 'rcs', 'auto'];

/** Codes that are sent: https://www.twilio.com/docs/verify/api/verification */
export const verificationRoutes: readonly Route[] = [
  { method: 'POST', host: 'verify', path: PATH, run: (request) => ({ status: 201, body: describe(create(request), request) }) },
  { method: 'GET', host: 'verify', path: `${PATH}/:id`, run: (request) => ({ status: 200, body: describe(find(request), request) }) },
  { method: 'POST', host: 'verify', path: `${PATH}/:id`, run: (request) => ({ status: 200, body: describe(update(request), request) }) },
];

/** While a code counts, creating another one sends the same again. */
function create(request: RestRequest): Verification {
  const service = findService(request);
  const to = require(request, 'To', 60200);
  const channel = readChannel(request, to);
  checkOptions(request, channel);
  const pending = findPending(request, service, to);
  if (pending !== undefined && pending.sends.length >= MOST_SENDS) throw new RestError(60203, 'Max send attempts reached', 429);
  const verification = pending ?? begin(request, service, to, channel);
  verification.channel = channel;
  send(request, verification);
  return verification;
}

function readChannel(request: RestRequest, to: string): string {
  const channel = require(request, 'Channel', 60200);
  if (channel === 'sna') throw new RestError(60223, 'Delivery channel disabled: there is no carrier here that could vouch for a number');
  if (!CHANNELS.includes(channel)) throw new RestError(60200, `Invalid parameter \`Channel\`: ${channel}`);
  const isFitting = channel === 'email' ? /^[^@\s]+@[^@\s]+$/.test(to) : /^\+[1-9]\d{6,14}$/.test(to);
  if (!isFitting) throw new RestError(60200, `Invalid parameter \`To\`: ${to}`);
  return channel === 'auto' ? 'sms' : channel;
}

/** What changes nothing here, and is refused where Twilio could make nothing of it. */
function checkOptions(request: RestRequest, channel: string): void {
  readChoice(request, 'RiskCheck', ['enable', 'disable'], 60200);
  if (readText(request, 'TemplateSid') !== undefined && (channel === 'call' || channel === 'email'))
    throw new RestError(60408, 'TemplateSid is only supported for the SMS channel');
  const locale = readText(request, 'Locale');
  if (locale === undefined) return;
  // A language that has no translation falls back to English; of a call somebody has to speak it.
  if (!/^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i.test(locale))
    throw new RestError(60200, `Invalid parameter: Locale: ${locale}`);
  if (channel === 'call' && !SPOKEN.has(locale.split('-', 1)[0]?.toLowerCase() ?? ''))
    throw new RestError(60331, `Locale requested is not supported by Verify Text-To-Speech conversion: ${locale}`);
}

function begin(request: RestRequest, service: VerifyService, to: string, channel: string): Verification {
  const { chance, clock } = request.world;
  const verification: Verification = {
    sid: chance.sid('VE'),
    service,
    to,
    channel,
    code: readCode(request, service),
    status: 'pending',
    createdAt: clock.now,
    amount: readText(request, 'Amount'),
    payee: readText(request, 'Payee'),
    updatedAt: clock.now,
    checks: 0,
    sends: [],
  };
  request.world.part(VerifyBook).verifications.set(verification.sid, verification);
  return verification;
}

function readCode(request: RestRequest, { codeLength, isCustomCodeEnabled }: VerifyService): string {
  const custom = readText(request, 'CustomCode');
  if (custom !== undefined && !isCustomCodeEnabled) throw new RestError(60204, 'Custom code not allowed', 403);
  if (custom !== undefined && !/^[A-Za-z0-9]{4,10}$/.test(custom)) throw new RestError(60200, 'Invalid parameter `CustomCode`');
  const { chance } = request.world;
  return custom ?? Array.from({ length: codeLength }, () => chance.between(0, 9, 'code')).join('');
}

/** The code arrives as a text, or is said on a call; an e-mail goes nowhere here. */
function send(request: RestRequest, verification: Verification): void {
  const { world } = request;
  const { to, channel, code, service } = verification;
  verification.sends.push({ at: world.clock.now, channel, sid: world.chance.sid('VL') });
  verification.updatedAt = world.clock.now;
  const name = readText(request, 'CustomFriendlyName') ?? service.friendlyName;
  const warning = service.isWarned ? ' Do not share it with anyone.' : '';
  if (channel === 'call') sayCode(world, to, `Your ${name} verification code is: ${[...code].join(' ')}.`);
  if (channel === 'email' || channel === 'call') return;
  const address = channel === 'sms' ? to : `${channel}:${to}`;
  const body = `Your ${name} verification code is: ${code}.${warning}`;
  const from = channel === 'sms' ? 'VERIFY' : `${channel}:verify`;
  sendMessage(world, { direction: 'outbound-api', from, to: address, body, isTemplate: true, isForced: true, isListed: false });
}

/** By its SID, or by the address while it waits. */
function find(request: RestRequest): Verification {
  const service = findService(request);
  const id = request.names.id ?? '';
  const known = request.world.part(VerifyBook).verifications.get(id);
  const verification = known?.service === service ? known : findPending(request, service, id);
  if (verification !== undefined) return verification;
  throw notFound(request.path);
}

function update(request: RestRequest): Verification {
  const verification = find(request);
  const status = readText(request, 'Status');
  if (status !== 'canceled' && status !== 'approved') throw new RestError(60200, 'Invalid parameter `Status`: canceled or approved');
  if (verification.status !== 'pending') throw notFound(request.path);
  verification.status = status;
  verification.updatedAt = request.world.clock.now;
  return verification;
}

function describe(verification: Verification, request: RestRequest): object {
  const { sid, service, createdAt, updatedAt, sends } = verification;
  return {
    ...describeShared(verification, request),
    date_created: writeIso(createdAt),
    date_updated: writeIso(updatedAt),
    lookup: {},
    send_code_attempts: sends.map(({ at, channel, sid: attempt }) => ({ attempt_sid: attempt, channel, time: writeIso(at) })),
    sna: null,
    url: `https://verify.twilio.com/v2/Services/${service.sid}/Verifications/${sid}`,
  };
}
