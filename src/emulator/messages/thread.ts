import { dropOldest } from '../keep.js';
import type { Message } from './message.js';

/** What a telephone shows at one address. */
export class Thread {
  readonly messages: Message[] = [];
  /** What nobody has taken yet by `receive()`. */
  readonly unread: Message[] = [];
  readonly #watchers = new Set<() => void>();
  readonly #keep: number;

  /** @param keep - How many messages it shows at most: the oldest go first. */
  constructor(keep: number) {
    this.#keep = keep;
  }

  /** The person has written it. */
  write(message: Message): void {
    this.messages.push(message);
    dropOldest(this.messages, this.#keep);
  }

  /** It has arrived. */
  deliver(message: Message): void {
    this.write(message);
    this.unread.push(message);
    dropOldest(this.unread, this.#keep);
    for (const watcher of [...this.#watchers]) watcher();
  }

  /** Takes the first unread text that fits. */
  take(fits: (message: Message) => boolean): Message | undefined {
    const index = this.unread.findIndex(fits);
    return index === -1 ? undefined : this.unread.splice(index, 1)[0];
  }

  /** Tells whenever something arrives. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }
}
