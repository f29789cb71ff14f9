import { indexOfSeq } from '../find-by-seq.js';
import type { Notice, WorldKeeper } from '../world-keeper.js';
import type { HearingNotice, ResetNotice, StateNotice } from './protocol.js';

/** How many events go out at once. */
const MOST_AT_ONCE = 500;

/** How much is kept for somebody slow that is no event, and so cannot be read again. */
const MOST_NOTICES = 200;

/**
 * Tells of all events, those that have happened first, and of what else happens, as server-sent events. Whoever is slow costs no memory:
 * events are read from where they are kept, when there is room for them.
 *
 * @param after - Behind which event to go on, as `<run>-<seq>`.
 */
export function streamEvents(keeper: WorldKeeper, after: string | undefined): ReadableStream<Uint8Array> {
  const reader = new EventReader(keeper, after);
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        controller.enqueue(encoder.encode(await reader.read()));
      },
      cancel: () => reader.close(),
    },
    { highWaterMark: 0 },
  );
}

class EventReader {
  readonly #keeper: WorldKeeper;
  readonly #stop: () => void;
  #run: string;
  #seq: number;
  #pending: string[] = ['retry: 1000\n\n'];
  #wake: () => void = () => undefined;

  constructor(keeper: WorldKeeper, after: string | undefined) {
    this.#keeper = keeper;
    const [, run, seq] = /^(\d{1,9})-(\d{1,15})$/.exec(after ?? '') ?? [];
    this.#run = keeper.run;
    this.#seq = run === keeper.run ? Number(seq) : 0;
    if (after !== undefined && run !== keeper.run) this.#noteReset();
    this.#stop = keeper.on((notice) => this.#hear(notice));
  }

  /** What there is to tell; waits for it, where there is nothing yet. */
  async read(): Promise<string> {
    for (;;) {
      const text = this.#pending.splice(0).join('') + this.#takeEvents();
      if (text !== '') return text;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  close(): void {
    this.#stop();
  }

  #hear(notice: Notice): void {
    if (notice.type === 'reset') this.#noteReset();
    if (notice.type === 'hearing') {
      const { callSid, heard } = notice;
      this.#note<HearingNotice>('hearing', { callSid, heard });
    }
    if (notice.type === 'state') this.#note<StateNotice>('state', { what: notice.what });
    this.#wake();
  }

  #noteReset(): void {
    this.#run = this.#keeper.run;
    this.#seq = 0;
    this.#pending = [];
    this.#note<ResetNotice>('reset', { run: this.#run });
  }

  #note<Data>(name: string, data: Data): void {
    this.#pending.push(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
    if (this.#pending.length > MOST_NOTICES) this.#pending.shift();
  }

  #takeEvents(): string {
    const { events } = this.#keeper.world.log;
    const start = indexOfSeq(events, this.#seq + 1);
    const taken = events.slice(start, start + MOST_AT_ONCE);
    this.#seq = taken.at(-1)?.seq ?? this.#seq;
    return taken.map((event) => `id: ${this.#run}-${event.seq}\ndata: ${JSON.stringify(event)}\n\n`).join('');
  }
}
