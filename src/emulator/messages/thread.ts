import type { Message } from './message.js';

/** What a telephone shows at one address. */
export class Thread {
  readonly messages: Message[] = [];
  /** What nobody has taken yet by `receive()`. */
  readonly unread: Message[] = [];
  readonly #watchers = new Set<() => void>();

  /** The person has written it. */
  write(message: Message): void {
    this.messages.push(message);
  }

  /** It has arrived. */
  deliver(message: Message): void {
    this.messages.push(message);
    this.unread.push(message);
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
