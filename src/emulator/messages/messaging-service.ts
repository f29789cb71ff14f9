import { countryOf } from './channel.js';
import type { AdvancedOptOut } from './opt-outs.js';

/** For how many seconds a message may wait to be sent, and does where nothing is said. */
export const LONGEST_VALIDITY = 36_000;

/** The settings of a Messaging Service, as its resource has them: https://www.twilio.com/docs/messaging/api/service-resource */
export interface MessagingServiceSettings {
  readonly friendlyName?: string | undefined;
  /** Asked when a message comes in for one of its senders. Relative to `publicUrl`. */
  readonly inboundRequestUrl?: string | undefined;
  /** @default 'POST' */
  readonly inboundMethod?: 'GET' | 'POST' | undefined;
  readonly fallbackUrl?: string | undefined;
  /** @default 'POST' */
  readonly fallbackMethod?: 'GET' | 'POST' | undefined;
  /** Told of the messages that it sends, where a message has no `statusCallback` of its own. */
  readonly statusCallback?: string | undefined;
  /** Whether a person keeps getting messages from the sender of the first. @default true */
  readonly stickySender?: boolean | undefined;
  /** Whether a sender with the person's area code is preferred. @default true */
  readonly areaCodeGeomatch?: boolean | undefined;
  /** Whether signs beyond GSM-7 are replaced by such that look like them. @default true */
  readonly smartEncoding?: boolean | undefined;
  /** Whether the URLs of the number count, and not those of the service. @default false */
  readonly useInboundWebhookOnNumber?: boolean | undefined;
  /** For how many seconds a message may wait to be sent. @default 36000 */
  readonly validityPeriod?: number | undefined;
  readonly usecase?: string | undefined;
  /** Its pool: numbers and senders of `numbers`. */
  readonly senders?: readonly string[] | undefined;
  /** Keywords and replies of its own; `true`: Twilio's keywords, and `OptOutType` in the webhook. */
  readonly advancedOptOut?: AdvancedOptOut | true | undefined;
}

/** A pool of senders that share settings. */
export class MessagingService {
  readonly sid: string;
  readonly createdAt: number;
  updatedAt: number;
  settings: MessagingServiceSettings;
  /** The senders, and when each came in. */
  readonly senders = new Map<string, number>();
  /** Which sender a person has got messages from. */
  readonly #sticky = new Map<string, string>();

  constructor(sid: string, settings: MessagingServiceSettings, createdAt: number) {
    this.sid = sid;
    this.settings = settings;
    this.createdAt = createdAt;
    this.updatedAt = createdAt;
    for (const sender of settings.senders ?? []) this.senders.set(sender, createdAt);
  }

  /** Takes a sender out of the pool. Whoever got messages from it gets them from another one next time. */
  remove(sender: string): void {
    this.senders.delete(sender);
    for (const [person, sticky] of this.#sticky) if (sticky === sender) this.#sticky.delete(person);
  }

  /** Chooses who sends to a person: https://www.twilio.com/docs/messaging/services#sticky-sender */
  choose(person: string): string | undefined {
    const { stickySender = true, areaCodeGeomatch = true } = this.settings;
    const sticky = stickySender ? this.#sticky.get(person) : undefined;
    const prefix = /^[a-z]+:/.exec(person)?.[0] ?? '';
    const fitting = [...this.senders.keys()].filter((sender) => (/^[a-z]+:/.exec(sender)?.[0] ?? '') === prefix);
    const country = countryOf(person);
    const neighbour = (sender: string) => areaCodeGeomatch && country === 'US' && sender.slice(0, 5) === person.slice(0, 5);
    const sender = sticky ?? fitting.find(neighbour) ?? fitting.find((one) => country !== '' && countryOf(one) === country) ?? fitting[0];
    if (sender !== undefined && !this.#sticky.has(person)) this.#sticky.set(person, sender);
    return sender;
  }
}
