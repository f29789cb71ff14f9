import { hash, hashDigits } from './hash.js';

/**
 * Gives the SIDs and phone numbers of a sample new values that depend on a seed alone: the same seed makes the same webhook, another seed
 * one about another call or message. What is the same in the sample stays the same, in addresses of the API and inside JSON too.
 */
export function substitute(sample: unknown, seed: number): unknown {
  const numbers = new Set(Array.from(JSON.stringify(sample).matchAll(E164), ([, digits = '']) => digits));
  return substituteDeep(sample, (text) =>
    text
      .replace(SID, (_, prefix: string, digits: string) => makeSid(prefix, digits, seed))
      .replace(E164, (number, digits: string) => number.replace(digits, makePhone(digits, seed)))
      .replace(DIGITS, (digits) => (numbers.has(digits) || FICTION.test(digits) ? makePhone(digits, seed) : digits)),
  );
}

function substituteDeep(sample: unknown, change: (text: string) => string): unknown {
  if (typeof sample === 'string') return change(sample);
  if (Array.isArray(sample)) return sample.map((item) => substituteDeep(item, change));
  if (typeof sample !== 'object' || sample === null) return sample;
  return Object.fromEntries(Object.entries(sample).map(([name, value]) => [name, substituteDeep(value, change)]));
}

const SID = /\b([A-Z]{2})([0-9a-fA-F]{32})\b/g;
/** A number with its plus. */
const E164 = /(?:%2B|(?<![A-Za-z0-9/+])\+)(\d{7,15})(?![A-Za-z0-9])/g;
/** What may be a number without its plus, as ids of WhatsApp and links to it are. */
const DIGITS = /(?<![A-Za-z0-9.+-])\d{7,15}(?![A-Za-z0-9])/g;
const FICTION = /^1\d{3}555\d{4}$/;

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
