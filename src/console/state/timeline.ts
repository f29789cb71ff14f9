import { signal } from '@preact/signals';
import type { EmulatorEvent } from '../../emulator/events.js';
import type { Entry } from './entry.js';
import { describe, toneOfMessage } from './fold.js';
import { Groups } from './groups.js';

/** All lines of the timeline. Lines change while more is folded into them; whoever shows them reads `version`. */
class Timeline {
  readonly version = signal(0);
  readonly entries: Entry[] = [];
  groups = new Groups();
  #bySeq = new Map<number, Entry>();
  /** The line that frames of a call are folded into, until something else happens in that call. */
  #frames = new Map<string, Entry>();
  #messages = new Map<string, Entry>();

  add(events: readonly EmulatorEvent[]): void {
    for (const event of events) this.#take(event);
    if (events.length > 0) this.version.value += 1;
  }

  clear(): void {
    this.entries.length = 0;
    this.groups = new Groups();
    this.#bySeq.clear();
    this.#frames.clear();
    this.#messages.clear();
    this.version.value += 1;
  }

  /** The line that an event is on. */
  find(seq: number): Entry | undefined {
    return this.#bySeq.get(seq);
  }

  #take(event: EmulatorEvent): void {
    const target = this.#foldInto(event);
    if (target !== undefined) {
      this.#bySeq.set(event.seq, target);
      return;
    }
    const description = describe(event);
    if (description === undefined) return;
    const causes = event.causes.map((seq) => this.#bySeq.get(seq)).filter((entry) => entry !== undefined);
    const group = this.groups.of(event, causes);
    const entry: Entry = { seq: event.seq, at: event.at, event, findings: [], ...description, group };
    this.entries.push(entry);
    group.entries.push(entry);
    this.#bySeq.set(event.seq, entry);
    if (event.type === 'message') this.#messages.set(event.messageSid, entry);
    if (event.type === 'frame') {
      entry.frames = [event];
      entry.detail = countFrames(1);
      this.#frames.set(event.callSid, entry);
    } else if ('callSid' in event && event.callSid !== undefined) this.#frames.delete(event.callSid);
  }

  /** The line that is there already for an event, changed by it. */
  #foldInto(event: EmulatorEvent): Entry | undefined {
    if (event.type === 'answer') {
      const entry = this.#causeOf(event);
      if (entry === undefined) return undefined;
      const { status, failure, durationMs } = event;
      Object.assign(entry, { status: failure ?? String(status), tone: toneOfAnswer(status), durationMs });
      return entry;
    }
    if (event.type === 'verb' && event.phase === 'end') {
      const entry = this.#causeOf(event);
      if (entry?.event.type !== 'verb') return undefined;
      entry.durationMs = event.at - entry.at;
      return entry;
    }
    if (event.type === 'frame') {
      const entry = this.#frames.get(event.callSid);
      entry?.frames?.push(event);
      if (entry !== undefined) entry.detail = countFrames(entry.frames?.length ?? 0);
      return entry;
    }
    if (event.type === 'message') {
      const entry = this.#messages.get(event.messageSid);
      if (entry !== undefined) Object.assign(entry, { status: event.status, tone: toneOfMessage(event.status), detail: event.body });
      return entry;
    }
    if (event.type === 'finding') {
      const entry = this.#bySeq.get(event.finding.event);
      entry?.findings.push(event.finding);
      return entry;
    }
    return undefined;
  }

  #causeOf({ causes: [nearest] }: EmulatorEvent): Entry | undefined {
    return nearest === undefined ? undefined : this.#bySeq.get(nearest);
  }
}

function toneOfAnswer(status: number | undefined): NonNullable<Entry['tone']> {
  if (status === undefined || status >= 500) return 'bad';
  return status >= 400 ? 'warn' : 'good';
}

function countFrames(count: number): string {
  return count === 1 ? '1 frame' : `${count} frames`;
}

export const timeline = new Timeline();
