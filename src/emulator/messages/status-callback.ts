import { hashDigits } from '../../fixtures/hash.js';
import { sendCallback } from '../wire/callbacks.js';
import type { World } from '../world.js';
import { bareAddress, channelOf } from './channel.js';
import type { Message } from './message.js';

/** What a channel says of a message, beside the status. */
const EVENT_TYPES: Readonly<Record<string, string>> = { delivered: 'DELIVERED', read: 'READ' };

/** Tells whoever asked what has become of a message. */
export function tellStatus(world: World, message: Message, event: number): void {
  const { statusCallback, to, sid } = message;
  if (statusCallback === undefined) return;
  sendCallback(
    {
      kind: isOfChannel(to) ? 'messaging.status.channel' : 'messaging.status',
      ...statusCallback,
      parameters: statusParameters(world, message),
      messageSid: sid,
      causes: [event],
    },
    world,
  );
}

/** What is said of a message and its status. */
export function statusParameters(world: World, message: Message): Record<string, string> {
  const { to, from, status, errorCode, sid, messagingServiceSid } = message;
  return {
    AccountSid: world.settings.accountSid,
    ApiVersion: '2010-04-01',
    MessageSid: sid,
    SmsSid: sid,
    From: from,
    To: to,
    MessageStatus: status,
    SmsStatus: status,
    ...(messagingServiceSid !== undefined && { MessagingServiceSid: messagingServiceSid }),
    ...(errorCode !== undefined && { ErrorCode: String(errorCode) }),
    ...(isOfChannel(to) ? channelParameters(message) : carrierParameters(world, status)),
  };
}

function isOfChannel(address: string): boolean {
  return channelOf(address) !== 'sms';
}

/** The carrier's own time of the receipt, as `YYMMDDhhmm`. */
function carrierParameters({ clock }: World, status: string): Record<string, string> {
  if (status !== 'delivered' && status !== 'undelivered') return {};
  return { RawDlrDoneDate: new Date(clock.now).toISOString().replace(/\D/g, '').slice(2, 12) };
}

function channelParameters({ to, from, status }: Message): Record<string, string> {
  if (status === 'queued' || status === 'accepted' || status === 'canceled') return {};
  const event = EVENT_TYPES[status];
  return {
    ChannelPrefix: channelOf(to),
    ChannelInstallSid: installSid(from),
    ChannelToAddress: bareAddress(to),
    ...(event !== undefined && { EventType: event }),
  };
}

/** A sender of a channel is installed in the account once. */
function installSid(sender: string): string {
  return `XE${hashDigits(sender, 0)}`;
}
