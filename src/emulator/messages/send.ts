import type { World } from '../world.js';
import { bareAddress, channelOf } from './channel.js';
import { fateOf } from './delivery.js';
import { guard } from './guard.js';
import { fetchMedia, keepMedia, MediaFailure } from './media.js';
import { Message, type MessageButton, type MessageDirection, type StatusAddress } from './message.js';
import { LONGEST_VALIDITY, type MessagingService } from './messaging-service.js';
import { countSegments, encodeSmartly } from './segments.js';
import { tellStatus } from './status-callback.js';

/** A message of the application to somebody. */
export interface Outgoing {
  readonly direction: Exclude<MessageDirection, 'inbound'>;
  /** Our sender; absent where a service chooses one. */
  readonly from?: string | undefined;
  readonly to: string;
  readonly body: string;
  readonly mediaUrls?: readonly string[];
  readonly service?: MessagingService | undefined;
  readonly statusCallback?: StatusAddress | undefined;
  /** When to send it, in milliseconds since the epoch. @default at once */
  readonly sendAt?: number | undefined;
  readonly buttons?: readonly MessageButton[];
  readonly isTemplate?: boolean;
  readonly isSmartEncoded?: boolean;
  /** Whether it goes as one MMS, with files or without. */
  readonly isMms?: boolean;
  /** For how long it may wait to be sent, in seconds. @default that of the service, else ten hours */
  readonly validityPeriod?: number | undefined;
  /** Who sends it by SMS where it does not get through by RCS. */
  readonly fallbackFrom?: string | undefined;
  /** Whether it goes to whoever wants no messages: Twilio's own answers to keywords do. */
  readonly isForced?: boolean;
  /** Whether it is a message of the account. @default true */
  readonly isListed?: boolean;
  readonly causes?: readonly number[];
}

/** A message on its way, and the promise that it has come to an end. */
export interface Sent {
  readonly message: Message;
  readonly done: Promise<void>;
}

/** Creates a message and sends it. It goes its way by itself. */
export function sendMessage(world: World, outgoing: Outgoing): Sent {
  const { direction, from, to, service, statusCallback, sendAt, buttons, isTemplate, isListed, mediaUrls = [] } = outgoing;
  const isSmart = outgoing.isSmartEncoded ?? (service !== undefined && service.settings.smartEncoding !== false);
  const isScheduled = sendAt !== undefined;
  const message = new Message({
    sid: world.chance.sid(mediaUrls.length > 0 || outgoing.isMms === true ? 'MM' : 'SM'),
    direction,
    from,
    to,
    body: isSmart ? encodeSmartly(outgoing.body) : outgoing.body,
    status: isScheduled ? 'scheduled' : service === undefined ? 'queued' : 'accepted',
    createdAt: world.clock.now,
    messagingServiceSid: service?.sid,
    statusCallback,
    ...(buttons && { buttons }),
    ...(isTemplate !== undefined && { isTemplate }),
    ...(isListed !== undefined && { isListed }),
  });
  message.causes = outgoing.causes ?? [];
  // Until they are fetched they are only counted.
  message.attach(
    keepMedia(
      world,
      message.sid,
      mediaUrls.map(() => ({ contentType: '', content: new Uint8Array() })),
    ),
  );
  if (service === undefined) message.segments = segmentsOf(message);
  world.messaging.note(message);
  return { message, done: guard(world, new Way(world, message, outgoing).go()) };
}

/** What a channel other than SMS carries is never cut, and what goes as MMS neither. */
export function segmentsOf({ sid, to, body, media }: Pick<Message, 'sid' | 'to' | 'body' | 'media'>): number {
  const isSms = channelOf(to) === 'sms' && media.length === 0 && !sid.startsWith('MM');
  return isSms ? countSegments(body).segments : 1;
}

/** https://www.twilio.com/docs/api/errors/63016 */
const OUTSIDE_WINDOW = 63016;

/** https://www.twilio.com/docs/api/errors/30036 */
const EXPIRED = 30036;

/** The way of one message from its creation to a telephone. */
class Way {
  readonly #world: World;
  readonly #message: Message;
  readonly #outgoing: Outgoing;

  constructor(world: World, message: Message, outgoing: Outgoing) {
    this.#world = world;
    this.#message = message;
    this.#outgoing = outgoing;
  }

  async go(): Promise<void> {
    const { service, sendAt } = this.#outgoing;
    const { deviations } = this.#world.settings;
    if (sendAt !== undefined) {
      if (!(await this.#untilDue(sendAt))) return;
      if (deviations.scheduledPath === 'accepted') this.#become('accepted');
    }
    const expiresAt = this.#world.clock.now + this.#validityMs();
    await this.#wait();
    if (service !== undefined && !this.#choose(service)) return;
    this.#fallBack();
    const refusal = this.#refuse() ?? (await this.#fetchMedia());
    if (refusal !== undefined) {
      this.#become(refusal === OUTSIDE_WINDOW ? deviations.closedWindow : 'failed', refusal);
      return;
    }
    if (service !== undefined) await this.#wait();
    if (this.#world.clock.now > expiresAt) {
      this.#become('failed', EXPIRED);
      return;
    }
    if (deviations.sendingCallback === 'yes') this.#become('sending');
    this.#become('sent');
    await this.#wait();
    this.#arrive();
  }

  /** For how long it may wait to be sent. */
  #validityMs(): number {
    const { validityPeriod, service } = this.#outgoing;
    return (validityPeriod ?? service?.settings.validityPeriod ?? LONGEST_VALIDITY) * 1000;
  }

  /** What does not get through by RCS goes by SMS, where the request names who sends it. */
  #fallBack(): void {
    const { fallbackFrom } = this.#outgoing;
    const { to } = this.#message;
    if (fallbackFrom === undefined || channelOf(to) !== 'rcs' || fateOf(this.#world, to).outcome === 'delivered') return;
    this.#message.reroute(fallbackFrom, bareAddress(to));
    this.#message.segments = segmentsOf(this.#message);
  }

  /** Waits until it is to be sent. @returns Whether it still is. */
  #untilDue(sendAt: number): Promise<boolean> {
    this.#message.dueAt = sendAt;
    return new Promise((resolve) => {
      const timer = this.#world.clock.after(sendAt - this.#world.clock.now, () => {
        this.#message.cancel = undefined;
        resolve(true);
      });
      this.#message.cancel = () => {
        timer.cancel();
        this.#message.cancel = undefined;
        this.#become('canceled');
        resolve(false);
      };
    });
  }

  /** A service chooses a sender only now. @returns Whether it has one. */
  #choose(service: MessagingService): boolean {
    const sender = this.#outgoing.from ?? service.choose(this.#outgoing.to);
    if (sender === undefined) {
      this.#become('failed', 21703);
      return false;
    }
    this.#message.sendFrom(sender);
    this.#message.segments = segmentsOf(this.#message);
    this.#become('queued');
    return true;
  }

  /** Why it never reaches the carrier. */
  #refuse(): number | undefined {
    const { from, to, isTemplate } = this.#message;
    const messaging = this.#world.messaging;
    if (this.#outgoing.isForced !== true && messaging.optOuts.isBlocked(messaging.blockerOf(from), to)) return this.#refuseOptedOut();
    const hasWindow = channelOf(to) === 'whatsapp' || channelOf(to) === 'messenger';
    if (hasWindow && !isTemplate && !messaging.conversation(from, to).isOpen) return OUTSIDE_WINDOW;
    const { outcome, errorCode } = fateOf(this.#world, to);
    return outcome === 'failed' ? errorCode : undefined;
  }

  #refuseOptedOut(): number {
    const { from, to, causes, direction } = this.#message;
    const what = direction === 'outbound-reply' ? 'Your answer' : 'A message';
    this.#world.report(
      {
        twilioCode: 21610,
        severity: 'warning',
        message: `${what} from ${from} to ${to} is not sent: they have asked for no more messages.`,
      },
      causes,
    );
    return 21610;
  }

  /** Fetches the files that the application wants sent along. @returns Why that could not be done. */
  async #fetchMedia(): Promise<number | undefined> {
    const { mediaUrls = [], causes } = this.#outgoing;
    if (mediaUrls.length === 0) return undefined;
    try {
      const files = await Promise.all(mediaUrls.map((url) => fetchMedia(this.#world, url, channelOf(this.#message.to))));
      const kept = this.#message.media.map((medium, index) => ({ ...medium, ...files[index] }));
      this.#message.attach(kept);
      for (const medium of kept) this.#world.messaging.keepMedium(medium);
      return undefined;
    } catch (error) {
      if (!(error instanceof MediaFailure)) throw error;
      this.#world.report({ twilioCode: error.code, severity: 'error', message: error.message }, causes);
      return error.code;
    }
  }

  #arrive(): void {
    const message = this.#message;
    const { to } = message;
    if (this.#world.directory.numbers.has(to)) {
      this.#arriveAtOurs();
      return;
    }
    const { outcome, errorCode } = fateOf(this.#world, to);
    if (outcome === 'delivered') {
      this.#world.messaging.thread(to).deliver(message);
      if (channelOf(to) !== 'sms') message.onRead = () => this.#become('read');
    }
    this.#become(outcome, errorCode);
  }

  /** One of our numbers gets it: a message comes in, with a SID of its own. */
  #arriveAtOurs(): void {
    const { from, to, body, media } = this.#message;
    const event = this.#become('delivered');
    this.#world.messaging.receive({ from, to, body, media, causes: [event] });
  }

  #become(status: Message['status'], errorCode?: number): number {
    const message = this.#message;
    message.become(status, this.#world.clock.now, errorCode);
    const event = this.#world.messaging.note(message);
    tellStatus(this.#world, message, event);
    return event;
  }

  /** Lets pass what it takes from status to status. */
  #wait(): Promise<void> {
    const { stepMs } = fateOf(this.#world, this.#message.to);
    return new Promise((resolve) => {
      this.#world.clock.after(stepMs, resolve);
    });
  }
}
