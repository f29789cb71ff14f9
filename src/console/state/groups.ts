import type { EmulatorEvent, RestEvent } from '../../emulator/events.js';
import type { Entry, Group } from './entry.js';

/** How many events may lie between what a REST call makes and the event of the call itself. */
const NEAR = 4;

/** Puts together what belongs to one call or one conversation. */
export class Groups {
  readonly all: Group[] = [];
  readonly #byKey = new Map<string, Group>();
  readonly #ofCall = new Map<string, Group>();
  readonly #ofMessage = new Map<string, Group>();
  /** What was made last by REST, whose own event comes right behind. */
  #made: { readonly seq: number; readonly group: Group } | undefined;

  /** The group of an event, whose lines the timeline adds. */
  of(event: EmulatorEvent, causes: readonly Entry[]): Group {
    const known = this.#find(event);
    const group = known ?? causes.find(({ group: { kind } }) => kind !== 'other')?.group ?? this.#make('other', 'other', event.at, '', '');
    if (group.kind !== 'other') this.#adopt(causes, group);
    return group;
  }

  /** The group of a call. */
  ofCall(callSid: string): Group | undefined {
    return this.#ofCall.get(callSid);
  }

  #find(event: EmulatorEvent): Group | undefined {
    if (event.type === 'call') {
      const parent = this.#ofCall.get(event.parentCallSid ?? event.originCallSid ?? '');
      const known = this.#ofCall.get(event.callSid) ?? parent;
      const group = known ?? this.#make(event.callSid, 'call', event.at, event.from, event.to, event.callSid);
      this.#ofCall.set(event.callSid, group);
      if (group.callSid === event.callSid) group.status = event.status;
      if (known === undefined && event.direction === 'outbound-api') this.#made = { seq: event.seq, group };
      return group;
    }
    if (event.type === 'message') {
      const [person, ours] = event.direction === 'inbound' ? [event.from, event.to] : [event.to, event.from];
      const known = this.#ofMessage.get(event.messageSid);
      const group = known ?? this.#make(`${person} ${ours}`, 'conversation', event.at, person, ours);
      this.#ofMessage.set(event.messageSid, group);
      if (known === undefined && event.direction === 'outbound-api') this.#made = { seq: event.seq, group };
      return group;
    }
    if (event.type === 'rest') return this.#ofResource(event);
    const ofCall = 'callSid' in event && event.callSid !== undefined ? this.#ofCall.get(event.callSid) : undefined;
    return ofCall ?? (event.type === 'webhook' && event.messageSid !== undefined ? this.#ofMessage.get(event.messageSid) : undefined);
  }

  /** The group of what a REST call is about: the call or text in its path, or the one that it has just made. */
  #ofResource({ path, status, seq }: RestEvent): Group | undefined {
    const [sid] = /(?:CA|SM|MM)[0-9a-f]{32}/.exec(path) ?? [];
    if (sid !== undefined) return this.#ofCall.get(sid) ?? this.#ofMessage.get(sid);
    const made = this.#made;
    return status === 201 && made !== undefined && seq - made.seq <= NEAR ? made.group : undefined;
  }

  /** A REST call that started a call or sent a text belongs to it, although it came before. */
  #adopt(causes: readonly Entry[], group: Group): void {
    for (const cause of causes) {
      if (cause.group.kind !== 'other') continue;
      cause.group.entries.splice(cause.group.entries.lastIndexOf(cause), 1);
      cause.group = group;
      const before = group.entries.findLastIndex(({ seq }) => seq < cause.seq);
      group.entries.splice(before + 1, 0, cause);
    }
  }

  #make(key: string, kind: Group['kind'], startedAt: number, from: string, to: string, callSid?: string): Group {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const group: Group = { key, kind, from, to, startedAt, entries: [], ...(callSid !== undefined && { callSid }) };
    this.#byKey.set(key, group);
    this.all.push(group);
    return group;
  }
}
