import { hash, hashDigits } from './hash.js';

/**
 * Gives the SIDs and phone numbers of a sample new values that depend on a seed alone: the same seed makes the same webhook, another seed
 * one about another call or message. What is the same in the sample stays the same, in addresses of the API and inside JSON too.
 */
export function substitute(sample: unknown, seed: number): unknown {
  if (typeof sample === 'string') return substituteText(sample, seed);
  if (Array.isArray(sample)) return sample.map((item) => substitute(item, seed));
  if (typeof sample !== 'object' || sample === null) return sample;
  return Object.fromEntries(Object.entries(sample).map(([name, value]) => [name, substitute(value, seed)]));
}

const SID = /\b([A-Z]{2})([0-9a-fA-F]{32})\b/g;
const PHONE = /(\+|%2B|\bwa\.me\/)?\b1(\d{3})555(01\d{2}|\d{4})\b/g;

function substituteText(text: string, seed: number): string {
  return text
    .replace(SID, (_, prefix: string, digits: string) => makeSid(prefix, digits, seed))
    .replace(PHONE, (_, sign: string | undefined, area: string, line: string) => `${sign ?? ''}${makePhone(area + line, seed)}`);
}

/** The SID of one resource. All webhooks of a seed belong to one account. */
function makeSid(prefix: string, resource: string, seed: number): string {
  const name = prefix === 'AC' ? 'account' : resource.toLowerCase();
  return prefix + hashDigits(`${prefix}${name}`, seed);
}

/** Area codes in use. With 555 and 0100 to 0199 behind them they make numbers that are set aside for fiction. */
const AREAS = ['201', '212', '312', '415', '503', '617', '702', '808', '919'];

function makePhone(original: string, seed: number): string {
  const number = hash(original, seed);
  // Numbers that end in different digits keep apart by the remainder, so that nobody ever calls themselves.
  const line = 5 * ((number >>> 8) % 20) + (Number(original) % 5);
  return `1${AREAS[number % AREAS.length]}55501${String(line).padStart(2, '0')}`;
}

/** A token of the form that Twilio gives to all retries of one webhook. */
export function makeIdempotencyToken(webhook: string, seed: number): string {
  const hex = hashDigits(`token ${webhook}`, seed);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
