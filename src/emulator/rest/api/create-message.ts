import { bareAddress, channelOf, isAlphanumericSender, isRecipient } from '../../messages/channel.js';
import { opensConversation, renderContent } from '../../messages/content.js';
import type { Message, StatusAddress } from '../../messages/message.js';
import { LONGEST_VALIDITY, type MessagingService } from '../../messages/messaging-service.js';
import { type Outgoing, sendMessage } from '../../messages/send.js';
import { isWebUrl } from '../../wire/web-url.js';
import { RestError } from '../rest-error.js';
import {
  type RestRequest,
  readAddress,
  readBoolean,
  readChoice,
  readText,
  readTexts,
  readWhole,
  readWithin,
  require,
} from '../rest-request.js';
import { MAGIC_SENDER, refuseMagic } from './magic-numbers.js';

/** The most that a message holds: https://www.twilio.com/docs/api/errors/21617 */
const LONGEST_BODY = 1600;
const MOST_MEDIA = 10;

/** When a message may be sent: https://www.twilio.com/docs/api/errors/35114 */
const SOONEST_MS = 300_000;
const LATEST_MS = 3_024_000_000;

/** Creates a message: https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource */
export function createMessage(request: RestRequest): Message {
  const { world } = request;
  const to = require(request, 'To', 21604);
  refuseMagic('messages', 'to', to);
  const from = readText(request, 'From');
  if (from !== undefined) refuseMagic('messages', 'from', from);
  if (!isRecipient(to)) throw new RestError(21211, `Invalid 'To' Phone Number: ${to}`);
  const service = readService(request);
  if (service === undefined) checkSender(request, from, to);
  const refusesOptedOut = service === undefined || world.settings.deviations.optedOutByService === 'refused';
  if (refusesOptedOut) refuseOptedOut(request, service?.sid ?? world.messaging.blockerOf(from ?? ''), to);
  const content = readContent(request);
  const statusCallback = readStatusCallback(request, service);
  const sendAt = readSendAt(request, service);
  const isSmartEncoded = readBoolean(request, 'SmartEncoded');
  const isMms = readBoolean(request, 'SendAsMms');
  checkOptions(request, service);
  return sendMessage(world, {
    direction: 'outbound-api',
    from,
    to,
    service,
    statusCallback,
    sendAt,
    ...content,
    validityPeriod: readWithin(request, 'ValidityPeriod', [1, LONGEST_VALIDITY], 21624),
    fallbackFrom: readFallback(request, service),
    ...(isMms !== undefined && { isMms }),
    ...(isSmartEncoded !== undefined && { isSmartEncoded }),
  }).message;
}

/** The values that are taken of what changes nothing here, such as the check of risks. */
const CHOICES = {
  ContentRetention: ['retain', 'discard'],
  AddressRetention: ['retain', 'obfuscate'],
  TrafficType: ['free'],
  RiskCheck: ['enable', 'disable'],
} as const;

/** @throws RestError when an option has a value that there is not, or lacks what it needs. */
function checkOptions(request: RestRequest, service: MessagingService | undefined): void {
  for (const [name, values] of Object.entries(CHOICES)) readChoice(request, name, values);
  readWhole(request, 'Attempt');
  if (readBoolean(request, 'ShortenUrls') === true && service === undefined)
    throw new RestError(20001, 'Missing required parameter MessagingServiceSid: a service shortens the links');
}

/** Who sends by SMS what does not get through by RCS. Only a service that has a sender of RCS can do so. */
function readFallback(request: RestRequest, service: MessagingService | undefined): string | undefined {
  const sender = readText(request, 'FallbackFrom');
  if (sender === undefined) return undefined;
  if (![...(service?.senders.keys() ?? [])].some((one) => channelOf(one) === 'rcs'))
    throw new RestError(20001, 'Invalid parameter: FallbackFrom needs a MessagingServiceSid whose service has a sender of RCS');
  if (request.world.directory.numbers.has(sender) || isAlphanumericSender(sender)) return sender;
  throw new RestError(21606, `The 'FallbackFrom' phone number provided (${sender}) is not a valid message-capable number of this account`);
}

/** A sender may also be named by a service that is given as `From`. */
function readService(request: RestRequest): MessagingService | undefined {
  const sid = readText(request, 'MessagingServiceSid') ?? /^MG[0-9a-fA-F]{32}$/.exec(readText(request, 'From') ?? '')?.[0];
  if (sid === undefined) return undefined;
  const service = request.world.messaging.services.get(sid);
  if (service === undefined) throw new RestError(21701, `The Messaging Service ${sid} does not exist`);
  if (service.senders.size === 0) throw new RestError(21703, `The Messaging Service ${sid} has no senders`);
  return service;
}

function checkSender({ world }: RestRequest, from: string | undefined, to: string): void {
  if (from === undefined) throw new RestError(21603, "A 'From' phone number is required.");
  const { directory } = world;
  const channel = channelOf(from);
  if (channel !== channelOf(to) && !(isAlphanumericSender(from) && channelOf(to) === 'sms'))
    throw new RestError(21910, 'Invalid From and To pair. From and To should be of the same channel');
  if (from === to) throw new RestError(21266, "'To' and 'From' number cannot be the same");
  if (!directory.numbers.has(from) && from !== MAGIC_SENDER && !isAlphanumericSender(from)) {
    if (channel !== 'sms') throw new RestError(63007, `Could not find a Channel with the specified From address ${from}`);
    if (!/^\+?\d{3,15}$/.test(bareAddress(from))) throw new RestError(21212, `Invalid From Number: ${from}`);
    throw new RestError(21606, `The 'From' phone number provided (${from}) is not a valid message-capable number of this account`);
  }
}

/** @param sender - Our number, or the service that it is in. */
function refuseOptedOut({ world }: RestRequest, sender: string, to: string): void {
  if (world.messaging.optOuts.isBlocked(sender, to)) throw new RestError(21610, 'Attempt to send to unsubscribed recipient');
}

type Content = Pick<Outgoing, 'body' | 'mediaUrls' | 'buttons' | 'isTemplate'>;

function readContent(request: RestRequest): Content {
  const body = readText(request, 'Body') ?? '';
  const mediaUrls = readTexts(request, 'MediaUrl').filter((url) => url !== '');
  const contentSid = readText(request, 'ContentSid');
  if (contentSid !== undefined) return readTemplate(request, contentSid);
  if (readText(request, 'ContentVariables') !== undefined) throw new RestError(21654, 'ContentSid Required');
  if (body === '' && mediaUrls.length === 0) throw new RestError(21602, 'Message body is required.');
  if (body.length > LONGEST_BODY) throw new RestError(21617, `The concatenated message body exceeds the ${LONGEST_BODY} character limit`);
  if (mediaUrls.length > MOST_MEDIA) throw new RestError(21623, `Number of media files exceeds allowed limit of ${MOST_MEDIA}`);
  if (!mediaUrls.every(isWebUrl)) throw new RestError(21620, 'Invalid media URL(s)');
  return { body, mediaUrls };
}

/** A template that was not made here is taken for one of the account's: its text is unknown, so that the values are shown. */
function readTemplate(request: RestRequest, sid: string): Content {
  if (!/^HX[0-9a-fA-F]{32}$/.test(sid)) throw new RestError(21655, 'The ContentSid is Invalid');
  const values = readVariables(readText(request, 'ContentVariables'));
  const content = request.world.messaging.contents.get(sid);
  if (content === undefined) return { body: `${sid} ${JSON.stringify(values)}`, isTemplate: true };
  return { ...renderContent(content, values), isTemplate: opensConversation(content) };
}

function readVariables(text: string | undefined): Readonly<Record<string, string>> {
  if (text === undefined) return {};
  let values: unknown;
  try {
    values = JSON.parse(text);
  } catch {
    // It is refused below.
  }
  const isTable = typeof values === 'object' && values !== null && !Array.isArray(values);
  if (!isTable || Object.values(values as object).some((value) => typeof value === 'object'))
    throw new RestError(21656, 'The ContentVariables Parameter is invalid');
  return Object.fromEntries(Object.entries(values as object).map(([name, value]) => [name, String(value)]));
}

/** The callback of the request wins over that of the application, and that over the service's. */
function readStatusCallback(request: RestRequest, service: MessagingService | undefined): StatusAddress | undefined {
  const { directory } = request.world;
  const own = readAddress(request, 'StatusCallback', 'StatusCallbackMethod', 21609);
  if (own !== undefined) return { ...own, method: 'POST' };
  const applicationSid = readText(request, 'ApplicationSid');
  const application = applicationSid === undefined ? undefined : directory.applications.get(applicationSid);
  if (applicationSid !== undefined && application === undefined) throw new RestError(21218, `Invalid ApplicationSid ${applicationSid}`);
  const url = application?.messageStatusCallback ?? service?.settings.statusCallback;
  return url === undefined ? undefined : { url: directory.resolve(url), method: 'POST' };
}

/** When to send it; `undefined` at once: https://www.twilio.com/docs/messaging/features/message-scheduling */
function readSendAt(request: RestRequest, service: MessagingService | undefined): number | undefined {
  const type = readText(request, 'ScheduleType');
  if (type === undefined) return undefined;
  if (type !== 'fixed') throw new RestError(35116, `ScheduleType is fixed, not ${type}`);
  if (service === undefined) throw new RestError(35118, 'MessagingServiceSid is required to schedule a message');
  const text = readText(request, 'SendAt');
  if (text === undefined) throw new RestError(35111, 'SendAt is required to schedule a message');
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new RestError(35115, 'SendAt is not a time in ISO 8601');
  const ahead = at - request.world.clock.now;
  if (ahead < SOONEST_MS || ahead > LATEST_MS)
    throw new RestError(35114, 'SendAt time must be between 300 seconds and 35 days in the future');
  return at;
}
