import type { ParameterValue } from '../../fixtures/parameters.js';
import { placeParameters } from '../../fixtures/places.js';
import {
  ChannelMessageStatusCallback,
  IncomingMessage,
  IncomingMessengerMessage,
  IncomingRcsMessage,
  IncomingWhatsAppMessage,
  MessageStatusCallback,
} from '../../payloads/messaging/index.js';
import { type Cast, makeCast } from './cast.js';
import type { PartyOptions, StoryOptions } from './options.js';
import { openStage, type Stage } from './stage.js';
import type { StoryStep } from './step.js';

/** What carries a message. */
export type MessageChannel = 'sms' | 'whatsapp' | 'rcs' | 'messenger';

/** What may become of a message that is sent. */
export type MessageOutcome = 'sent' | 'delivered' | 'read' | 'undelivered' | 'failed';

/** What a message story tells of. */
export interface MessageStoryOptions extends StoryOptions, PartyOptions {
  /** Whether somebody writes to you and you reply, or you write. @default 'inbound' */
  readonly direction?: 'inbound' | 'outbound' | undefined;
  /** What carries it. MMS is `sms` with media. @default 'sms' */
  readonly channel?: MessageChannel | undefined;
  /** The text of the incoming message; status callbacks have none. @default 'Hello' */
  readonly body?: string | undefined;
  /** How many pictures come with the incoming message: up to 10. @default 0 */
  readonly media?: number | undefined;
  /** Whether your reply to an incoming message reports its status. @default true */
  readonly reply?: boolean | undefined;
  /** What becomes of the message that you send, or of your reply. SMS has no `read`. @default 'delivered' */
  readonly outcome?: MessageOutcome | undefined;
  /** Twilio's error number, for `undelivered` and `failed`. @default a usual one of the channel */
  readonly errorCode?: number | undefined;
  /** Whether a Messaging Service is the sender. @default false */
  readonly messagingService?: boolean | undefined;
}

/** A step of a message story. */
export type MessageStep =
  | StoryStep<'messaging.incoming', IncomingMessage>
  | StoryStep<'messaging.incoming.whatsapp', IncomingWhatsAppMessage>
  | StoryStep<'messaging.incoming.rcs', IncomingRcsMessage>
  | StoryStep<'messaging.incoming.messenger', IncomingMessengerMessage>
  | StoryStep<'messaging.status', MessageStatusCallback>
  | StoryStep<'messaging.status.channel', ChannelMessageStatusCallback>;

/**
 * Tells the life of a message: somebody writes to you and you reply, or you write; then the statuses of what you sent.
 *
 * @example
 * ```ts
 * for (const step of messageStory({ channel: 'whatsapp', outcome: 'read' })) await POST(step.request({ url, authToken }));
 * ```
 *
 * @throws TypeError when an SMS is to be read, for which there are no receipts, or when more than 10 pictures are to come.
 */
export function messageStory(options: MessageStoryOptions = {}): readonly MessageStep[] {
  const { direction = 'inbound', channel = 'sms', reply = true, outcome = 'delivered' } = options;
  if (channel === 'sms' && outcome === 'read')
    throw new TypeError('Nobody tells whether an SMS was read: choose another outcome or channel');
  if (!MEDIA_COUNTS.includes(options.media ?? 0)) throw new TypeError('From 0 to 10 pictures come with a message');
  const stage = openStage<MessageStep>('message', options);
  const cast = makeCast(stage.seed, options);
  const thread = openThread(cast, channel, options);
  if (direction === 'inbound') sendIncoming(stage, thread, options);
  if (direction === 'outbound' || reply) sendStatuses(stage, thread, direction === 'inbound' ? cast.reply : cast.message, outcome, options);
  return stage.end();
}

const MEDIA_COUNTS: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Two who write to one another. */
interface Thread {
  readonly cast: Cast;
  readonly channel: MessageChannel;
  /** The customer's address on the channel. */
  readonly customer: string;
  readonly business: string;
  readonly shared: Readonly<Record<string, ParameterValue>>;
}

function openThread(cast: Cast, channel: MessageChannel, { messagingService = false }: MessageStoryOptions): Thread {
  const { customer, business } = cast;
  const addresses = {
    sms: [customer, business],
    whatsapp: [`whatsapp:${customer}`, `whatsapp:${business}`],
    rcs: [`rcs:${customer}`, 'rcs:example_agent'],
    // Messenger knows people and pages by ids of its own.
    messenger: [`messenger:34${customer.replace(/\D/g, '')}56`, `messenger:10${business.replace(/\D/g, '')}67`],
  } as const;
  const [customerAddress, businessAddress] = addresses[channel];
  return {
    cast,
    channel,
    customer: customerAddress,
    business: businessAddress,
    shared: {
      AccountSid: cast.account,
      ApiVersion: '2010-04-01',
      MessagingServiceSid: messagingService ? cast.messagingService : undefined,
    },
  };
}

const INCOMING = {
  sms: IncomingMessage,
  whatsapp: IncomingWhatsAppMessage,
  rcs: IncomingRcsMessage,
  messenger: IncomingMessengerMessage,
} as const;

function sendIncoming(stage: Stage<MessageStep>, thread: Thread, { body = 'Hello', media = 0 }: MessageStoryOptions): void {
  const { cast, channel, customer, business } = thread;
  const sid = media > 0 ? cast.mediaMessage : cast.message;
  stage.send('incoming', INCOMING[channel], {
    ...thread.shared,
    MessageSid: sid,
    SmsSid: sid,
    SmsMessageSid: sid,
    From: customer,
    To: business,
    Body: body,
    SmsStatus: 'received',
    NumSegments: channel === 'sms' && media === 0 ? countSegments(body) : 1,
    NumMedia: media,
    ...listMedia(cast, media),
    ...(channel === 'sms' && { ...placeParameters('From', customer), ...placeParameters('To', business) }),
    ...(channel === 'whatsapp' && {
      ProfileName: 'Ada L.',
      WaId: cast.customer.replace('+', ''),
      MessageType: media > 0 ? 'image' : 'text',
    }),
  });
  stage.wait(1, 2);
}

function listMedia({ account, mediaMessage }: Cast, count: number): Record<string, string> {
  const places = Array.from({ length: count }, (_, position) => position);
  return Object.fromEntries(
    places.flatMap((position) => [
      [`MediaContentType${position}`, 'image/jpeg'],
      [
        `MediaUrl${position}`,
        `https://api.twilio.com/2010-04-01/Accounts/${account}/Messages/${mediaMessage}/Media/ME${mediaMessage.slice(3)}${position}`,
      ],
    ]),
  );
}

/** How many messages carry a text: one takes 160 characters, or 70 beyond ASCII; of several, each a few less. */
function countSegments(text: string): number {
  const [alone, each] = /^[\n\r -~]*$/.test(text) ? [160, 153] : [70, 67];
  return text.length <= alone ? 1 : Math.ceil(text.length / each);
}

/** The statuses that lead to an outcome. */
const STATUSES: Readonly<Record<MessageOutcome, readonly string[]>> = {
  sent: ['queued', 'sent'],
  delivered: ['queued', 'sent', 'delivered'],
  read: ['queued', 'sent', 'delivered', 'read'],
  undelivered: ['queued', 'sent', 'undelivered'],
  failed: ['queued', 'failed'],
};

/** Usual reasons: a phone that is off and an unknown one; on channels a recipient who is not on it, and one who did not write for a day. */
const ERROR_CODES = {
  sms: { undelivered: 30003, failed: 30008 },
  channel: { undelivered: 63024, failed: 63016 },
} as const;

function sendStatuses(
  stage: Stage<MessageStep>,
  thread: Thread,
  sid: string,
  outcome: MessageOutcome,
  { errorCode, messagingService = false }: MessageStoryOptions,
): void {
  const { channel, customer, business } = thread;
  const codes = ERROR_CODES[channel === 'sms' ? 'sms' : 'channel'];
  // A Messaging Service accepts a message before it knows which number will send it.
  for (const status of [...(messagingService ? ['accepted'] : []), ...STATUSES[outcome]]) {
    const isFailure = status === 'undelivered' || status === 'failed';
    stage.send(status, channel === 'sms' ? MessageStatusCallback : ChannelMessageStatusCallback, {
      ...thread.shared,
      MessageSid: sid,
      SmsSid: sid,
      From: business,
      To: customer,
      MessageStatus: status,
      SmsStatus: status,
      ErrorCode: isFailure ? (errorCode ?? codes[status]) : undefined,
      ...(channel === 'sms' ? carrierParameters(status, stage.now()) : channelParameters(thread, status)),
    });
    stage.wait(1, status === 'delivered' ? 60 : 4);
  }
}

/** What the carrier tells at the end, on SMS and MMS alone: when it was done, as `YYMMDDhhmm`. */
function carrierParameters(status: string, at: Date): Record<string, string> {
  if (status !== 'delivered' && status !== 'undelivered') return {};
  return { RawDlrDoneDate: at.toISOString().replace(/\D/g, '').slice(2, 12) };
}

/** What a channel tells of a message once it has it. */
function channelParameters({ cast, channel, customer }: Thread, status: string): Record<string, string> {
  if (status === 'queued' || status === 'accepted') return {};
  const event = { delivered: 'DELIVERED', read: 'READ' }[status];
  return {
    ChannelPrefix: channel,
    ChannelInstallSid: cast.channel,
    ChannelToAddress: customer.slice(channel.length + 1),
    ...(event !== undefined && { EventType: event }),
  };
}
