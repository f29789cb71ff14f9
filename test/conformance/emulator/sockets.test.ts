// What Twilio does on sockets, a behaviour a row with its source and how sure it is; each is run with an application in this process.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type AppSocket, type Call, createEmulator } from '../../../src/emulator/index.js';

type Data = Readonly<Record<string, unknown>>;

interface Step extends Data {
  readonly do: string;
}

interface Row {
  readonly id: string;
  readonly behaviour: string;
  readonly certainty: string;
  readonly source: string;
  readonly path: string;
  readonly socket: {
    readonly refuse?: number;
    readonly on?: readonly { readonly when: Data; readonly send?: unknown[]; readonly close?: number; readonly times?: number }[];
  };
  readonly documents: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  readonly expect: Data & {
    readonly frames?: readonly Data[];
    readonly noFrame?: readonly Data[];
    readonly frameCount?: { readonly match: Data; readonly min?: number; readonly max?: number };
    readonly upgrades?: number;
    readonly closed?: true | { readonly code: number };
    readonly requests?: Readonly<Record<string, readonly { readonly params?: Data; readonly absent?: readonly string[] }[]>>;
    readonly findings?: readonly { readonly code?: number; readonly matches?: string }[];
    readonly heard?: readonly string[];
    readonly values?: Data;
  };
}

const { rows } = JSON.parse(readFileSync(resolve(import.meta.dirname, 'sockets-rows.json'), 'utf8')) as { readonly rows: readonly Row[] };

/** Whether a value is as a row says: literally, or by a matcher. */
function fits(matcher: unknown, value: unknown): boolean {
  if (typeof matcher !== 'object' || matcher === null) return matcher === value || String(matcher) === value;
  if (Array.isArray(matcher))
    return Array.isArray(value) && matcher.length === value.length && matcher.every((one, index) => fits(one, value[index]));
  const { matches, oneOf, sid, min, max } = matcher as { matches?: string; oneOf?: unknown[]; sid?: string; min?: number; max?: number };
  if (matches !== undefined) return new RegExp(matches).test(String(value));
  if (oneOf !== undefined) return oneOf.includes(value);
  if (sid !== undefined) return new RegExp(`^${sid}[0-9a-f]{32}$`).test(String(value));
  if (min !== undefined || max !== undefined) return Number(value) >= (min ?? -Infinity) && Number(value) <= (max ?? Infinity);
  return Object.entries(matcher).every(([name, one]) => fits(one, (value as Data | undefined)?.[name]));
}

class Story {
  readonly frames: { readonly frame: Data; readonly at: number; isTaken?: boolean }[] = [];
  readonly requests: { readonly path: string; readonly params: Data }[] = [];
  upgrades = 0;
  end: number | undefined;
  readonly #row: Row;
  readonly #saved: Record<string, unknown> = {};
  readonly #twilio: ReturnType<typeof createEmulator>;
  #socket: AppSocket | undefined;
  #call: Call | undefined;
  #streamSid = '';

  constructor(row: Row) {
    this.#row = row;
    this.#twilio = createEmulator({
      app: { fetch: (request) => this.#answer(request), socket: (socket) => this.#take(socket) },
      numbers: { '+15550001111': { voiceUrl: '/voice' } },
      accountSid: 'AC0123456789abcdef0123456789abcdef',
      seed: row.id,
      strict: false,
      faults: { app: (request) => (new URL(request.url).pathname === row.path ? this.#upgrade() : undefined) },
    });
  }

  async tell(): Promise<void> {
    try {
      for (const step of this.#row.steps) {
        const value = await this.#do(step);
        if (typeof step.as === 'string') this.#saved[step.as] = value;
      }
      this.#check();
    } finally {
      await this.#twilio.close();
    }
  }

  #upgrade(): { readonly status: number } | undefined {
    this.upgrades += 1;
    const { refuse } = this.#row.socket;
    return refuse === undefined ? undefined : { status: refuse };
  }

  async #answer(request: Request): Promise<Response> {
    const path = new URL(request.url).pathname;
    if (request.method === 'POST') this.requests.push({ path, params: Object.fromEntries(new URLSearchParams(await request.text())) });
    return new Response(this.#row.documents[path] ?? '', { headers: { 'content-type': 'text/xml' } });
  }

  #take(socket: AppSocket): void {
    this.#socket = socket;
    const rules = (this.#row.socket.on ?? []).map((rule) => ({ ...rule, left: rule.times ?? 1 }));
    socket.addEventListener('message', ({ data }) => {
      const frame = JSON.parse(data) as Data;
      this.frames.push({ frame, at: performance.now() });
      if (typeof frame.streamSid === 'string') this.#streamSid = frame.streamSid;
      for (const rule of rules) {
        if (rule.left === 0 || !fits(rule.when, frame)) continue;
        rule.left -= 1;
        for (const answer of rule.send ?? []) this.#send(answer);
        if (rule.close !== undefined) socket.close(rule.close);
      }
    });
    socket.addEventListener('close', ({ code }) => {
      this.end = code;
    });
  }

  #send(frame: unknown): void {
    const { $binary, $audio, byte = 0x55 } = Object(frame) as { $binary?: string; $audio?: number; byte?: number };
    if ($binary !== undefined) this.#socket?.send(new Uint8Array(Buffer.from($binary, 'base64')));
    else if ($audio !== undefined)
      this.#send({ event: 'media', streamSid: '{{streamSid}}', media: { payload: Buffer.alloc($audio * 8, byte).toString('base64') } });
    else this.#socket?.send((typeof frame === 'string' ? frame : JSON.stringify(frame)).replaceAll('{{streamSid}}', this.#streamSid));
  }

  async #do(step: Step): Promise<unknown> {
    const call = this.#call as Call;
    switch (step.do) {
      case 'call':
        this.#call = await this.#twilio.phone('+14155550100').call('+15550001111');
        return this.#call;
      case 'say':
        return call.say(String(step.text), step.options as object);
      case 'interrupt':
        return call.interrupt(String(step.text));
      case 'press':
        return call.press(String(step.keys), step.options as object);
      case 'hear':
        return call.hear(String(step.text));
      case 'stay':
        return call.stay(step.for as '1s');
      case 'hangUp':
        return call.hangUp();
      case 'audio':
        return call.play(new Uint8Array(Number(step.ms) * 8).fill(Number(step.byte ?? 0x55)));
      case 'idle':
        return this.#twilio.idle();
      case 'wait':
        return new Promise((done) => setTimeout(done, Number(step.ms)));
      case 'socket':
        for (const frame of step.send as unknown[]) this.#send(frame);
        return undefined;
      case 'frame':
        return this.#waitFor(step);
      case 'check':
        this.#checkValues(step.values as Data);
        return undefined;
      default:
        throw new Error(`There is no step ${step.do}`);
    }
  }

  async #waitFor({ match, within = 5000, notBefore = 0 }: Step): Promise<Data> {
    const begun = performance.now();
    for (;;) {
      const hit = this.frames.find(({ frame, isTaken }) => isTaken !== true && fits(match, frame));
      if (hit !== undefined) {
        hit.isTaken = true;
        expect(hit.at - begun).toBeGreaterThanOrEqual(Number(notBefore) === 0 ? -Infinity : Number(notBefore));
        return hit.frame;
      }
      if (performance.now() - begun > Number(within)) throw new Error(`No frame like ${JSON.stringify(match)} came`);
      await new Promise((done) => setTimeout(done, 4));
    }
  }

  #check(): void {
    const {
      frames: order = [],
      noFrame = [],
      frameCount,
      upgrades,
      closed,
      requests = {},
      findings,
      heard,
      values = {},
    } = this.#row.expect;
    const frames = this.frames.map(({ frame }) => frame);
    let from = 0;
    for (const one of order) {
      const at = frames.findIndex((frame, index) => index >= from && fits(one, frame));
      expect(at, `${JSON.stringify(one)} in order`).toBeGreaterThanOrEqual(0);
      from = at + 1;
    }
    for (const one of noFrame) expect(frames.filter((frame) => fits(one, frame))).toEqual([]);
    if (frameCount !== undefined) {
      const { match, min = 0, max = Infinity } = frameCount;
      const { length } = frames.filter((frame) => fits(match, frame));
      expect([length >= min, length <= max], `${length} frames`).toEqual([true, true]);
    }
    if (upgrades !== undefined) expect(this.upgrades).toBe(upgrades);
    if (closed !== undefined) expect(closed === true ? this.end !== undefined : this.end === closed.code, String(this.end)).toBe(true);
    for (const [path, wanted] of Object.entries(requests)) this.#checkRequests(path, wanted);
    const found = this.#twilio.findings.filter(({ severity }) => severity !== 'info');
    if (findings?.length === 0) expect(found).toEqual([]);
    for (const { code, matches = '' } of findings ?? [])
      expect(
        found.some(
          ({ twilioCode, message }) => (code === undefined || code === twilioCode) && new RegExp(matches).test(`${twilioCode} ${message}`),
        ),
      ).toBe(true);
    if (heard !== undefined) expect(this.#call?.heard.flatMap(({ text }) => text ?? [])).toEqual(heard);
    this.#checkValues(values);
  }

  #checkRequests(path: string, wanted: readonly { readonly params?: Data; readonly absent?: readonly string[] }[]): void {
    const got = this.requests.filter((request) => request.path === path);
    expect(got).toHaveLength(wanted.length);
    for (const [index, { params = {}, absent = [] }] of wanted.entries()) {
      for (const [name, matcher] of Object.entries(params))
        expect(fits(this.#resolve(matcher), got[index]?.params[name]), `${name} ${got[index]?.params[name]}`).toBe(true);
      for (const name of absent) expect(got[index]?.params).not.toHaveProperty(name);
    }
  }

  #checkValues(values: Data): void {
    for (const [path, matcher] of Object.entries(values)) {
      const value = this.#resolve(path);
      expect(fits(this.#resolve(matcher), value), `${path} is ${String(value)}`).toBe(true);
    }
  }

  /** What a text such as `$call.sid` stands for. */
  #resolve(reference: unknown): unknown {
    if (typeof reference !== 'string' || !reference.startsWith('$')) return reference;
    const [name = '', ...path] = reference.slice(1).split('.');
    return path.reduce((value: unknown, part) => (value as Data | undefined)?.[part], name === 'call' ? this.#call : this.#saved[name]);
  }
}

describe('sockets do as Twilio does:', () => {
  test.concurrent.each(rows.map((row) => [row.id, row.behaviour, row] as const))('%s: %s', (_id, _behaviour, row) => new Story(row).tell());
});
