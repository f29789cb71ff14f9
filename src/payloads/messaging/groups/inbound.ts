import { integer, openEnum, openEnumOf, optional, sid, textOrEmpty } from '../../schema/fields.js';
import type { Sign } from '../../schema/schema.js';
import type { StandIns } from '../../schema/stand-ins.js';
import { receivedStatuses, sentStatuses } from './status.js';

/** What every incoming message has beside its identity and its media. */
export const inboundParameters = {
  /** @deprecated A copy of `MessageSid`, on incoming messages alone. Use `MessageSid`. */
  SmsMessageSid: optional(sid('SM', 'MM')),
  /** @deprecated It says that the message was received, and nothing else. */
  SmsStatus: optional(openEnumOf(receivedStatuses)),
  /** The text, of up to 1600 characters; empty when there is only media or a place. */
  Body: textOrEmpty(),
  /** How many segments carried the text; 1 for anything but SMS. */
  NumSegments: optional(integer()),
  /** The keyword that Advanced Opt-Out of the Messaging Service recognised. Twilio has answered the sender already. */
  OptOutType: optional(openEnum('STOP', 'START', 'HELP')),
};

/** Requests from before 2013, and those of the API version `2008-08-01`, have the older names alone. */
export const inboundStandIns: StandIns = { MessageSid: ['SmsMessageSid', 'SmsSid'], ExternalUserId: ['ExternalUserIdentifier'] };

/** Only messages that were sent have other statuses. Twilio is not known to send a MessageStatus with others; many test fixtures have one. */
const unsent: Sign = { mayBe: { MessageStatus: receivedStatuses }, isNot: { SmsStatus: sentStatuses } };

/** What tells an incoming message that also has some sign of its own. */
// @__NO_SIDE_EFFECTS__
export function signsOfInbound({ has = [], lacks = [], is = {}, ...own }: Sign, more: readonly Sign[] = []): readonly Sign[] {
  const common = { ...own, ...unsent };
  return [
    { ...common, is, has: ['SmsMessageSid', ...has], lacks },
    { ...common, is, has: ['Body', 'MessageSid', ...has], lacks: ['SmsMessageSid', 'EventType', ...lacks] },
    { ...common, is: { ...is, MessageStatus: receivedStatuses }, has: ['MessageSid', ...has], lacks },
    { ...common, is: { ...is, SmsStatus: receivedStatuses }, has: ['MessageSid', ...has], lacks },
    ...more,
  ];
}

/** What tells an incoming message of a channel, by the prefix of either address; failed deliveries and answers have kinds of their own. */
// @__NO_SIDE_EFFECTS__
export function signsOfChannel(prefix: string): readonly Sign[] {
  const lacks = ['ErrorUrl', 'sessionSid'];
  return [...signsOfInbound({ lacks, starts: { From: prefix } }), { ...unsent, has: ['SmsMessageSid'], lacks, starts: { To: prefix } }];
}
