import type { EmulatorOptions } from '../options.js';
import type { World } from '../world.js';
import type { Content } from './content.js';
import { Conversation } from './conversation.js';
import type { IncomingText } from './incoming.js';
import type { Medium } from './media.js';
import type { Message, MessageButton, MessageStatus } from './message.js';
import { MessagingService } from './messaging-service.js';
import { OptOuts } from './opt-outs.js';
import { type Received, receiveMessage } from './receive.js';
import { Thread } from './thread.js';

/** What a message comes to. One that is delivered may be read, which changes nothing of how long it is kept. */
export const ENDS: readonly MessageStatus[] = ['canceled', 'failed', 'delivered', 'undelivered', 'received'];

/** All that there is of messages in one emulator. */
export class Messaging {
  /** Every message of the account, by SID. */
  readonly messages = new Map<string, Message>();
  readonly services = new Map<string, MessagingService>();
  readonly contents = new Map<string, Content>();
  readonly optOuts = new OptOuts();
  readonly #world: World;
  readonly #threads = new Map<string, Thread>();
  readonly #conversations = new Map<string, Conversation>();
  readonly #media = new Map<string, Medium>();
  readonly #unlisted = new Map<string, Message>();
  /** The files and buttons of messages that are known from a session file alone. */
  readonly #restoredMedia = new Map<string, readonly Medium[]>();
  readonly #restoredButtons = new Map<string, readonly MessageButton[]>();

  constructor({ messagingServices = {} }: EmulatorOptions, world: World) {
    this.#world = world;
    for (const [sid, settings] of Object.entries(messagingServices))
      this.services.set(sid, new MessagingService(sid, settings, world.clock.now));
  }

  /** A message comes in for one of our senders. */
  receive(text: IncomingText): Received {
    return receiveMessage(this.#world, text);
  }

  /** What the telephone at an address shows. */
  thread(address: string): Thread {
    const known = this.#threads.get(address) ?? new Thread(this.#world.keep);
    this.#threads.set(address, known);
    return known;
  }

  /** Two who write to one another, whoever began. */
  conversation(one: string, other: string): Conversation {
    const key = [one, other].sort().join(' ');
    const known = this.#conversations.get(key) ?? new Conversation(this.#world.clock);
    this.#conversations.set(key, known);
    return known;
  }

  /** Forgets what was written from and to an address. */
  forget(address: string): void {
    this.#threads.delete(address);
    for (const number of this.#world.directory.numbers.keys()) this.#conversations.delete([address, number].sort().join(' '));
  }

  /** The Messaging Service whose pool a sender is in. */
  serviceOf(sender: string): MessagingService | undefined {
    return [...this.services.values()].find(({ senders }) => senders.has(sender));
  }

  /** Whom an opt-out from a sender blocks: its whole pool, where it is in one. */
  blockerOf(sender: string): string {
    return this.serviceOf(sender)?.sid ?? sender;
  }

  /** A message by its SID, whether the account lists it or not. */
  find(sid: string): Message | undefined {
    return this.messages.get(sid) ?? this.#unlisted.get(sid);
  }

  /** Forgets a message and its files. */
  remove({ sid, media }: Message): void {
    this.messages.delete(sid);
    this.#unlisted.delete(sid);
    for (const medium of media) this.#media.delete(medium.sid);
  }

  /** A file of a message, by its SID. */
  findMedium(sid: string): Medium | undefined {
    return this.#media.get(sid);
  }

  keepMedium(medium: Medium): void {
    this.#media.set(medium.sid, medium);
  }

  /** The files of a message, by its SID. */
  mediaOf(sid: string): readonly Medium[] {
    return this.find(sid)?.media ?? this.#restoredMedia.get(sid) ?? [];
  }

  /** Takes in the files of a message that a session file tells of. */
  restoreMedia(sid: string, media: readonly Medium[]): void {
    this.#restoredMedia.set(sid, media);
    for (const medium of media) this.keepMedium(medium);
  }

  /** What a message shows beside its text, by its SID. */
  buttonsOf(sid: string): readonly MessageButton[] {
    return this.find(sid)?.buttons ?? this.#restoredButtons.get(sid) ?? [];
  }

  /** Takes in the buttons of a message that a session file tells of. */
  restoreButtons(sid: string, buttons: readonly MessageButton[]): void {
    this.#restoredButtons.set(sid, buttons);
  }

  removeMedium(sid: string): void {
    this.#media.delete(sid);
  }

  /** Takes down a message, or what has become of it. @returns The number of the event. */
  note(message: Message): number {
    (message.isListed ? this.messages : this.#unlisted).set(message.sid, message);
    if (ENDS.includes(message.status)) this.#world.shelves.messages.add(() => this.remove(message));
    const { sid: messageSid, status, direction, from, to, body, errorCode, causes } = message;
    return this.#world.log.add({
      type: 'message',
      messageSid,
      status,
      direction,
      from,
      to,
      body,
      numMedia: message.media.length,
      ...(errorCode !== undefined && { errorCode }),
      causes,
    });
  }
}
