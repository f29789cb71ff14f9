import { isOver } from '../../calls/names.js';
import { bareAddress } from '../../messages/channel.js';
import type { Session, SessionEvent } from '../format.js';
import type { Step } from './step.js';

type Of<Type extends SessionEvent['type']> = Extract<SessionEvent, { readonly type: Type }>;

/** Which part of a session is wanted. */
export interface Selection {
  /** The SID of a call; with it come the calls that it has dialled. */
  readonly call?: string | undefined;
  /** A person's address. */
  readonly phone?: string | undefined;
}

/** Between two things that somebody does, as long as this passes as good as no time. */
const SHORT_MS = 2000;

/** How long `hear()` waits where nothing else is said, with something to spare. */
const USUAL_WAIT_MS = 50_000;

/** What REST does that a test can do in the application's stead: making calls and texts, and giving calls other documents. */
const REPEATABLE = /^\/2010-04-01\/Accounts\/AC[0-9a-f]{32}\/(?:(?:Messages|Calls)(?:\.json)?|Calls\/CA[0-9a-f]{32}(?:\.json)?)$/;

/** The parameters of a text that tell what was tapped, and their options. */
const TAPPED = [
  ['ButtonText', 'buttonText'],
  ['ButtonPayload', 'buttonPayload'],
  ['ListId', 'listId'],
  ['ListTitle', 'listTitle'],
] as const;

/** Reads out of what happened what people did and found. */
export function readSteps(session: Session, selection: Selection = {}): readonly Step[] {
  return new StepReader(session, selection).read();
}

/** Who answers or refuses calls without a person. */
const ALONE: readonly string[] = ['machine', 'declining', 'busy', 'off', 'unreachable'];

/** What a person has to do with a call. */
type Role = 'caller' | 'callee';

class StepReader {
  readonly #events: readonly SessionEvent[];
  readonly #numbers: ReadonlySet<string>;
  readonly #people: Session['settings']['phones'];
  readonly #selected: (event: SessionEvent) => boolean;
  readonly #steps: Step[] = [];
  readonly #roles = new Map<string, Role>();
  /** When anything was last noted of a call. */
  readonly #last = new Map<string, number>();
  readonly #reached = new Set<string>();
  readonly #hungUp = new Set<string>();

  constructor({ events, settings }: Session, selection: Selection) {
    this.#events = events;
    this.#numbers = new Set(Object.keys(settings.numbers));
    this.#people = settings.phones;
    this.#selected = makeSelector(events, selection);
  }

  read(): readonly Step[] {
    for (const [index, event] of this.#events.entries()) {
      if (!this.#selected(event)) continue;
      if (event.type === 'call') this.#readCall(event);
      else if (event.type === 'input') this.#readInput(event);
      else if (event.type === 'heard') this.#readHeard(event);
      else if (event.type === 'message') this.#readMessage(event, index);
    }
    this.#end();
    return this.#steps;
  }

  #readCall(event: Of<'call'>): void {
    const { callSid: call, direction, from, to, status } = event;
    const role = this.#roles.get(call);
    if (role === undefined && direction === 'inbound') {
      if (!this.#numbers.has(from) && event.originCallSid === undefined)
        this.#begin(event, { does: 'call', phone: from, to, call }, 'caller');
      return;
    }
    if (role === undefined) {
      const ask = this.#askFor(event);
      if (!this.#numbers.has(to)) this.#begin(event, ask, 'callee');
      // Nobody is at that telephone, and what is asked for begins all the same.
      else if (status === 'queued' && ask !== undefined) this.#steps.push(ask);
      return;
    }
    if (role === 'callee' && (status === 'in-progress' || status === 'busy') && this.#hasRung(call) && !this.#actsAlone(to)) {
      this.#steps.push({ does: 'ring', phone: to, call }, { does: status === 'busy' ? 'decline' : 'answer', call });
      this.#reached.add(call);
    }
    if (role === 'caller' && !this.#reached.has(call) && (status === 'in-progress' || isOver(status))) {
      if (status === 'no-answer' && !this.#hungUp.has(call) && !this.#heardOf(call))
        this.#steps.push({ does: 'give-up', phone: from, call });
      this.#steps.push({ does: 'reach', call });
      this.#reached.add(call);
    }
    if (isOver(status)) this.#finish(event);
    this.#last.set(call, event.at);
  }

  #begin({ callSid, at }: Of<'call'>, step: Step | undefined, role: Role): void {
    this.#roles.set(callSid, role);
    this.#last.set(callSid, at);
    if (step !== undefined) this.#steps.push(step);
  }

  /** What the application has asked by REST for this to happen; nothing of what its documents do. */
  #askFor({ seq, direction }: Of<'call'>): Step | undefined {
    return direction === 'outbound-api' ? this.#askBehind(seq) : undefined;
  }

  /** The request is noted when it is answered, and what it has made before that. */
  #askBehind(seq: number): Step | undefined {
    const rest = this.#events.find((event) => event.seq > seq && event.type === 'rest' && event.method === 'POST');
    if (rest?.type !== 'rest' || rest.status >= 400 || rest.product !== 'api' || !REPEATABLE.test(rest.path)) return undefined;
    return { does: 'ask', path: rest.path, parameters: rest.parameters ?? {} };
  }

  #finish({ callSid: call, at, status, to }: Of<'call'>): void {
    if (!this.#reached.has(call)) {
      // One that was called off comes to an end by what others do.
      const isKept = this.#roles.get(call) === 'callee' && status !== 'canceled';
      if (isKept) this.#steps.push({ does: 'expect-outcome', phone: to, status });
      return;
    }
    if (status === 'completed' && !this.#hungUp.has(call) && !this.#wasTold(call)) {
      this.#stay(call, at);
      this.#steps.push({ does: 'hang-up', call });
      this.#hungUp.add(call);
    }
    this.#steps.push({ does: 'expect-status', call, status });
  }

  #stay(call: string, at: number): void {
    const ms = at - (this.#last.get(call) ?? at);
    if (ms >= SHORT_MS) this.#steps.push({ does: 'stay', call, ms: Math.floor(ms / 1000) * 1000 });
  }

  /** Whether the other side ended the call: then the person hears that. */
  #wasTold(call: string): boolean {
    return this.#events.some((event) => event.type === 'heard' && event.callSid === call && event.heard.type === 'hangup');
  }

  #heardOf(call: string): boolean {
    return this.#events.some((event) => event.type === 'heard' && event.callSid === call);
  }

  #hasRung(call: string): boolean {
    return this.#events.some((event) => event.type === 'call' && event.callSid === call && event.status === 'ringing');
  }

  /** Whether a telephone does by itself what becomes of its calls, so that nobody has to do it. */
  #actsAlone(address: string): boolean {
    return ALONE.includes(this.#people[address]?.is ?? 'person');
  }

  #readInput({ callSid: call, key, speech, at }: Of<'input'>): void {
    if (!this.#reached.has(call)) return;
    this.#last.set(call, at);
    const before = this.#steps.at(-1);
    if (speech !== undefined) this.#steps.push({ does: 'say', call, text: speech });
    else if (before?.does === 'press' && before.call === call) this.#steps.splice(-1, 1, { ...before, keys: before.keys + key });
    else if (key !== undefined) this.#steps.push({ does: 'press', call, keys: key });
  }

  #readHeard({ callSid: call, heard, at }: Of<'heard'>): void {
    if (!this.#reached.has(call)) return;
    const withinMs = heard.at - (this.#last.get(call) ?? heard.at);
    this.#last.set(call, at);
    const text =
      heard.cut === true ? undefined : steadyPart(heard.text ?? (heard.type === 'play' ? heard.url?.replace(/[?#].*$/s, '') : undefined));
    if (text === undefined) return;
    this.#steps.push({ does: 'hear', call, text, withinMs: withinMs > USUAL_WAIT_MS ? withinMs + 60_000 : 0 });
  }

  #readMessage({ seq, messageSid, direction, from, to, body, status, media = [] }: Of<'message'>, index: number): void {
    const isFirst = !this.#events.slice(0, index).some((event) => event.type === 'message' && event.messageSid === messageSid);
    if (direction === 'inbound') {
      if (isFirst && !this.#numbers.has(from))
        this.#steps.push({ does: 'text', phone: phoneOf(from), to, body, media, tapped: this.#tappedIn(messageSid) });
      return;
    }
    if (isFirst && direction === 'outbound-api') {
      const ask = this.#askBehind(seq);
      if (ask !== undefined) this.#steps.push(ask);
      else this.#skipped.add(messageSid);
    }
    if (status !== 'delivered' || this.#numbers.has(to) || this.#skipped.has(messageSid)) return;
    const isRead = this.#events.some((event) => event.type === 'message' && event.messageSid === messageSid && event.status === 'read');
    this.#steps.push({ does: 'receive', phone: phoneOf(to), body: steadyPart(body) ?? '', isRead });
  }

  /** The application is told of what somebody has tapped, and nobody else. */
  #tappedIn(messageSid: string): Readonly<Record<string, string>> {
    const told = this.#events.find((event) => event.type === 'webhook' && event.messageSid === messageSid);
    const parameters = told?.type === 'webhook' ? told.parameters : {};
    return Object.fromEntries(
      TAPPED.flatMap(([name, option]) => (typeof parameters[name] === 'string' ? [[option, parameters[name]]] : [])),
    );
  }

  /** Texts whose request cannot be repeated, such as those with a code of Verify. */
  readonly #skipped = new Set<string>();

  /** Calls that are still going on are ended, so that the test comes to an end. */
  #end(): void {
    const over = new Set(this.#steps.flatMap((step) => (step.does === 'expect-status' ? [step.call] : [])));
    for (const call of this.#reached) if (!over.has(call)) this.#steps.push({ does: 'hang-up', call });
  }
}

/** WhatsApp and RCS are on the telephone of the number. */
function phoneOf(address: string): string {
  return /^(?:whatsapp|rcs):/.test(address) ? bareAddress(address) : address;
}

/** The longest part of a text that is the same in every run: SIDs and times are not. */
function steadyPart(text: string | undefined): string | undefined {
  const parts = (text ?? '').split(/\b[A-Z]{2}[0-9a-f]{32}\b|\b\d{1,2}:\d{2}(?::\d{2})?\b|\b\d{4}-\d{2}-\d{2}(?:T[\d:.]{5,15}Z?)?/);
  const longest = parts.reduce((found, part) => (part.trim().length > found.length ? part.trim() : found), '');
  return longest === '' ? undefined : longest;
}

function makeSelector(events: readonly SessionEvent[], { call, phone }: Selection): (event: SessionEvent) => boolean {
  if (call === undefined && phone === undefined) return () => true;
  const calls = new Set<string>();
  const messages = new Set<string>();
  for (const event of events) {
    if (
      event.type === 'call' &&
      (event.callSid === call || calls.has(event.parentCallSid ?? event.originCallSid ?? '') || isWith(event, phone))
    )
      calls.add(event.callSid);
    if (event.type === 'message' && isWith(event, phone)) messages.add(event.messageSid);
  }
  return (event) => ('callSid' in event && calls.has(event.callSid ?? '')) || (event.type === 'message' && messages.has(event.messageSid));
}

function isWith({ from, to }: { readonly from: string; readonly to: string }, phone: string | undefined): boolean {
  return phone !== undefined && (phoneOf(from) === phone || phoneOf(to) === phone);
}
