import type { EmulatorEvent } from '../emulator/events.js';
import type { WebhookAttempt } from '../emulator/wire/webhook.js';
import type { World } from '../emulator/world.js';
import { schemaFor } from '../payloads/index.js';
import { recordMs, summarize } from './latencies.js';
import { countReason, kindOf, makeTally, type Tally } from './tally.js';

/** What is added to how long the next webhook of a call took: somebody was late, and it was not the application. */
type Debt = { readonly dueAt: number } | { readonly lateMs: number };

type AgentType = 'relay' | 'stream';

/** A timer may go off a millisecond early. */
const TIMER_MS = 5;

/** Counts and measures what happens in an emulator, from some moment on. */
export class Meter {
  readonly tally: Tally = makeTally();
  readonly #from: number;
  /** How many attempts have come to their end, the warm-up included. */
  #sent = 0;
  /** When those who arrive were due, by their address, until they have called or written. */
  readonly #due = new Map<string, number>();
  /** By the SID of the call or message. */
  readonly #debts = new Map<string, Debt>();
  /** Calls in which an agent listens. */
  readonly #agents = new Map<string, AgentType>();
  #isOver = false;

  /** @param from - When the warm-up is over, by `performance.now()`. */
  constructor(world: World, from: number) {
    this.#from = from;
    world.measure = (attempt, sentAt, endedAt) => this.#measure(attempt, sentAt, endedAt);
    world.log.on((event) => this.#note(event));
  }

  /** How it goes. */
  get pulse(): { readonly started: number; readonly sent: number; readonly p99: number; readonly wrong: number } {
    const kinds = [...this.tally.kinds.values()];
    const { started, failed } = this.tally.stories;
    return {
      started,
      sent: this.#sent,
      p99: Math.max(0, ...kinds.map(({ latency }) => summarize(latency).p99)),
      wrong: kinds.reduce((sum, kind) => sum + kind.noAnswer + kind.misses + kind.serverErrors + kind.refused + kind.wrong, failed),
    };
  }

  /** What comes from now on is broken off by us, and says nothing about the application. */
  stop(): void {
    this.#isOver = true;
  }

  /** Somebody is to call or write at a certain time. */
  expect(address: string, dueAt: number): void {
    this.#due.set(address, dueAt);
  }

  /** Somebody acts in a call, so many milliseconds too late. */
  owe(callSid: string, lateMs: number): void {
    this.#debts.set(callSid, { lateMs });
  }

  /** Somebody's story is over. */
  forget(address: string, sids: readonly string[]): void {
    this.#due.delete(address);
    for (const sid of sids) this.#debts.delete(sid);
  }

  /** Something was not as it was to be. */
  complain(text: string): void {
    if (!this.#isOver) countReason(this.tally, text);
  }

  #measure(attempt: WebhookAttempt, sentAt: number, endedAt: number): void {
    if (this.#isOver) return;
    this.#sent += 1;
    const { kind, response, failure, findings, parameters } = attempt;
    const debt = this.#takeDebt(parameters.CallSid ?? parameters.MessageSid ?? '');
    if (sentAt < this.#from) {
      this.tally.warmUp += 1;
      return;
    }
    const tally = kindOf(this.tally, kind);
    tally.count += 1;
    const isMissed = endedAt - sentAt >= schemaFor(kind).deadlineMs - TIMER_MS;
    if (isMissed) tally.misses += 1;
    else if (failure !== undefined) tally.noAnswer += 1;
    if (failure !== undefined) countReason(this.tally, `${kind}: ${failure}`);
    const { status = 200 } = response ?? {};
    if (status >= 500) tally.serverErrors += 1;
    else if (status >= 400) tally.refused += 1;
    // How long it took is told beside, and a status that is no success has its own count.
    else if (findings.some(({ severity, rule }) => severity === 'error' && rule !== 'reply-time')) tally.wrong += 1;
    // A connection that was refused at once is no quick answer.
    if (failure !== undefined && !isMissed) return;
    const late = debt === undefined ? 0 : 'dueAt' in debt ? Math.max(0, sentAt - debt.dueAt) : debt.lateMs;
    recordMs(tally.latency, endedAt - sentAt + late);
  }

  #takeDebt(sid: string): Debt | undefined {
    const debt = this.#debts.get(sid);
    this.#debts.delete(sid);
    return debt;
  }

  #note(event: EmulatorEvent): void {
    if (this.#isOver) return;
    if (event.type === 'call' && event.direction === 'inbound') this.#arrive(event.from, event.callSid);
    else if (event.type === 'message' && event.direction === 'inbound') this.#arrive(event.from, event.messageSid);
    else if (event.type === 'frame') this.#noteFrame(event);
    else if (event.type === 'socket' && event.state === 'closed') this.#agents.delete(event.callSid);
    else if (performance.now() < this.#from) return;
    else if (event.type === 'input' && event.speech !== undefined) this.#noteSpeech(event.callSid);
    else if (event.type === 'heard' && event.heard.latencyMs !== undefined) this.#noteTurn(event.heard.type, event.heard.latencyMs);
    else if (event.type === 'finding' && event.finding.severity !== 'info') {
      const { twilioCode, message } = event.finding;
      countReason(this.tally, twilioCode === undefined ? message : `${twilioCode} ${message}`);
    }
  }

  #arrive(from: string, sid: string): void {
    const dueAt = this.#due.get(from);
    if (dueAt === undefined) return;
    this.#due.delete(from);
    this.#debts.set(sid, { dueAt });
  }

  #noteFrame({ callSid, from, frame }: Extract<EmulatorEvent, { readonly type: 'frame' }>): void {
    if (from !== 'twilio' || typeof frame !== 'object' || frame === null) return;
    const { type, event } = frame as { readonly type?: unknown; readonly event?: unknown };
    if (type === 'setup') this.#agents.set(callSid, 'relay');
    else if (event === 'start') this.#agents.set(callSid, 'stream');
  }

  #noteSpeech(callSid: string): void {
    const type = this.#agents.get(callSid);
    if (type !== undefined) this.tally.turns[type].asked += 1;
  }

  #noteTurn(sound: string, latencyMs: number): void {
    const turns = this.tally.turns[sound === 'say' ? 'relay' : 'stream'];
    turns.answered += 1;
    recordMs(turns.latency, latencyMs);
  }
}
