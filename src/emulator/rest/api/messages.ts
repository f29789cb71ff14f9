import type { Message, MessageStatus } from '../../messages/message.js';
import { ENDS } from '../../messages/messaging.js';
import { writeRfc2822 } from '../dates.js';
import { fits, fitsTime, resource } from '../resource.js';
import { notComplete, notFound, RestError } from '../rest-error.js';
import { type RestRequest, type Route, readChoice, readText } from '../rest-request.js';
import { createMessage } from './create-message.js';

const PATH = '/2010-04-01/Accounts/:account/Messages';

/** After these statuses nothing more comes but that somebody reads it. */
const FINAL: readonly MessageStatus[] = [...ENDS, 'read'];

/** Messages: https://www.twilio.com/docs/messaging/api/message-resource */
export const messageRoutes: readonly Route[] = [
  ...resource<Message>({
    path: PATH,
    key: 'messages',
    all: ({ world }) => [...world.messaging.messages.values()].reverse(),
    keep: (message, request) => fits(request, { To: message.to, From: message.from }) && fitsTime(request, 'DateSent', message.sentAt),
    find: ({ world }, sid) => world.messaging.messages.get(sid),
    describe: describeMessage,
    create: createMessage,
    update,
    remove: (message, { world }) => {
      if (!FINAL.includes(message.status)) throw notComplete(`The message is ${message.status}`);
      world.messaging.remove(message);
    },
  }),
  {
    method: 'POST',
    path: `${PATH}/:message/Feedback.json`,
    run: (request) => ({ status: 201, body: leaveFeedback(request) }),
  },
];

/** An empty text takes the text out of a message; a scheduled one can be called off. */
function update(message: Message, request: RestRequest): void {
  const status = readText(request, 'Status');
  if (status !== undefined && status !== 'canceled') throw new RestError(20001, `Status is canceled, not ${status}`);
  if (Object.hasOwn(request.form, 'Body')) {
    if (readText(request, 'Body') !== undefined) throw new RestError(20001, 'Body can only be emptied');
    message.redact();
  }
  if (status === undefined) return;
  if (message.cancel === undefined) throw new RestError(30409, `A message that is ${message.status} cannot be canceled`);
  message.cancel();
}

function leaveFeedback(request: RestRequest): object {
  const { world, names, account } = request;
  const message = world.messaging.messages.get(names.message ?? '');
  if (message === undefined) throw notFound(request.path);
  const now = writeRfc2822(world.clock.now);
  return {
    account_sid: account,
    message_sid: message.sid,
    outcome: readChoice(request, 'Outcome', ['confirmed', 'unconfirmed']) ?? 'confirmed',
    date_created: now,
    date_updated: now,
    uri: `/2010-04-01/Accounts/${account}/Messages/${message.sid}/Feedback.json`,
  };
}

/** A message as the API shows it. */
export function describeMessage(message: Message, { world }: RestRequest): object {
  const { sid, errorCode } = message;
  const { accountSid } = world.settings;
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${sid}`;
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    body: message.body,
    date_created: writeRfc2822(message.createdAt),
    date_sent: writeRfc2822(message.sentAt),
    date_updated: writeRfc2822(message.updatedAt),
    direction: message.direction,
    error_code: errorCode ?? null,
    error_message: errorCode === undefined ? null : (REASONS[errorCode] ?? 'Unknown error'),
    from: message.from === '' ? null : message.from,
    messaging_service_sid: message.messagingServiceSid ?? null,
    num_media: String(message.media.length),
    num_segments: String(message.segments),
    price: null,
    price_unit: 'USD',
    sid,
    status: message.status,
    subresource_uris: { media: `${uri}/Media.json` },
    to: message.to,
    uri: `${uri}.json`,
  };
}

/** Why a message did not arrive, in short. */
const REASONS: Readonly<Record<number, string>> = {
  11200: 'Media could not be fetched',
  11751: 'Media too large',
  12300: 'Media of no usable content type',
  21610: 'Recipient has opted out',
  21703: 'No sender in the Messaging Service fits',
  30003: 'Unreachable destination handset',
  30004: 'Message blocked',
  30005: 'Unknown destination handset',
  30006: 'Landline or unreachable carrier',
  30007: 'Message filtered',
  30008: 'Unknown error',
  30036: 'Validity period expired',
  30034: 'Sender not registered',
  63016: 'Outside the messaging window',
  63019: 'Media could not be fetched',
  63036: 'Recipient not reachable over RCS',
};
