// Twilio's requests, at a steady rate: each is due at its time, whether the ones before it were answered or not, and its answer counts from there.
import { Agent } from 'node:http';
import { formOf, message, post } from '../../frameworks/support/requests.js';
import { pause } from '../support/engine.js';
import type { Random } from '../support/random.js';

/** One webhook, and how it was answered. */
export interface Answered {
  readonly webhook: string;
  readonly attempts: number;
  /** From when it was due until it was answered, in milliseconds; `undefined` where it never was. */
  readonly tookMs: number | undefined;
  /** Whether all went to the process that is never restarted. */
  readonly isSteady: boolean;
  readonly isRight: boolean;
}

/** For how long how many are due in a second. */
export interface Pace {
  readonly seconds: number;
  readonly rate: number;
}

/** How long one is tried. */
const LONGEST_MS = 60_000;

/** Sends to both origins until the time is over; the first is that of the process that stays. */
export async function sendGood(origins: readonly [string, string], { seconds, rate }: Pace, random: Random): Promise<Answered[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 50 });
  const start = Date.now();
  const sending: Promise<Answered>[] = [];
  for (let index = 0; index < seconds * rate; index += 1) {
    const due = start + (index * 1000) / rate;
    if (due > Date.now()) await pause(due - Date.now());
    sending.push(sendOne(index, due, origins, random, agent));
  }
  const answered = await Promise.all(sending);
  agent.destroy();
  return answered;
}

async function sendOne(index: number, due: number, origins: readonly [string, string], random: Random, agent: Agent): Promise<Answered> {
  const webhook = `soak-${index}`;
  const body = `message ${index} ${'x'.repeat(random.between(0, 300))}`;
  const isCall = random.happens(0.3);
  const { Body: _, ...common } = message;
  const form = isCall ? callOf(index) : formOf({ ...common, Body: body });
  const expected = isCall ? '<Gather numDigits="1"' : `<Message>You said ${body.trim()}`;
  let at = random.pick([0, 1]);
  const first = at;
  for (let attempts = 1; Date.now() - due < LONGEST_MS; attempts += 1) {
    const sends = post(`${origins[at]}/sms`, form, { headers: { 'i-twilio-idempotency-token': webhook }, agent });
    const answer = await sends.catch(() => undefined);
    if (answer?.status === 200)
      return {
        webhook,
        attempts,
        tookMs: Date.now() - due,
        isSteady: first === 0 && attempts === 1,
        isRight: answer.text.includes(expected),
      };
    // The other one is there, where this one is not.
    at = 1 - at;
    await pause(50);
  }
  return { webhook, attempts: 0, tookMs: undefined, isSteady: false, isRight: false };
}

function callOf(index: number): string {
  const { AccountSid, ApiVersion, From, To } = message;
  const CallSid = `CA${String(index).padStart(32, '0')}`;
  return formOf({ AccountSid, ApiVersion, CallSid, CallStatus: 'ringing', Direction: 'inbound', From, To, Caller: From, Called: To });
}
