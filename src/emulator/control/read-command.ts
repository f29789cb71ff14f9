import { isWebUrl } from '../wire/web-url.js';
import type { Command } from './protocol.js';

/** Says what a value should be; nothing, where it is right. */
type Check = (value: unknown) => string | undefined;

interface Field {
  readonly check: Check;
  readonly isOptional?: true;
}

/** The longest text that somebody writes or says. */
const LONGEST_TEXT = 20_000;

/** How many entries a list or an object has at most. */
const MOST_ENTRIES = 200;

const text: Check = (value) =>
  typeof value === 'string' && value.length <= LONGEST_TEXT ? undefined : `a text of at most ${LONGEST_TEXT} letters`;
const address: Check = (value) =>
  typeof value === 'string' && /^\S{1,250}$/.test(value)
    ? undefined
    : 'an address, such as +15550001111, whatsapp:+15550001111 or client:ada';
const sid: Check = (value) => (typeof value === 'string' && /^[A-Z]{2}[0-9a-f]{32}$/.test(value) ? undefined : 'a SID');
const keys: Check = (value) =>
  typeof value === 'string' && /^[0-9*#A-DwW]{1,100}$/.test(value) ? undefined : 'keys of a telephone, such as 42#';
const fraction: Check = (value) => (typeof value === 'number' && value >= 0 && value <= 1 ? undefined : 'a number from 0 to 1');
const whole: Check = (value) => (Number.isSafeInteger(value) && Number(value) >= 0 ? undefined : 'a whole number');
const flag: Check = (value) => (typeof value === 'boolean' ? undefined : 'true or false');
const base64: Check = (value) =>
  typeof value === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(value) ? undefined : 'bytes in base64, such as "aGVsbG8="';
const contentType: Check = (value) =>
  typeof value === 'string' && /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(value) ? undefined : 'a content type, such as image/png';
const duration: Check = (value) =>
  (typeof value === 'number' && value >= 0 && Number.isFinite(value)) ||
  (typeof value === 'string' && /^\d{1,9}(?:\.\d{1,3})?(?:ms|s|m|h|d)$/.test(value))
    ? undefined
    : "a duration, such as '5m' or milliseconds";
const url: Check = (value) => (typeof value === 'string' && isWebUrl(value) ? undefined : 'a URL');

const durationOrNever: Check = (value) => (value === false ? undefined : duration(value));
const durationOrFlag: Check = (value) => (typeof value === 'boolean' ? undefined : duration(value));
const number =
  (most: number): Check =>
  (value) =>
    typeof value === 'number' && value >= 0 && value <= most ? undefined : `a number from 0 to ${most}`;
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value) ? undefined : `one of ${values.join(', ')}`;
const list =
  (check: Check): Check =>
  (value) => {
    if (!Array.isArray(value) || value.length > 10) return 'a list of at most ten';
    return value.map(check).find((problem) => problem !== undefined);
  };

const texts: Check = (value) => {
  if (!isRecord(value) || Object.keys(value).length > MOST_ENTRIES) return 'names and texts';
  return Object.values(value).some((one) => typeof one !== 'string') ? 'names and texts' : undefined;
};

const record =
  (fields: Readonly<Record<string, Field>>): Check =>
  (value) => {
    if (!isRecord(value)) return `an object with ${Object.keys(fields).join(', ')}`;
    const strange = Object.keys(value).find((name) => !Object.hasOwn(fields, name));
    if (strange !== undefined) return `an object with ${Object.keys(fields).join(', ')}, and no ${JSON.stringify(strange.slice(0, 40))}`;
    for (const [name, { check, isOptional }] of Object.entries(fields)) {
      const own = Object.hasOwn(value, name) ? value[name] : undefined;
      if (own === undefined && isOptional === true) continue;
      const problem = check(own);
      if (problem !== undefined) return `${problem} as ${name}`;
    }
    return undefined;
  };

const need = (check: Check): Field => ({ check });
const may = (check: Check): Field => ({ check, isOptional: true });

const call = { callSid: need(sid) };
const speech = { ...call, text: need(text), confidence: may(fraction), partials: may(flag) };
const method = oneOf('GET', 'POST', null);
const setting: Check = (value) => (value === null ? undefined : text(value));

const SETTINGS = record({
  ...Object.fromEntries(
    [
      'voiceUrl',
      'voiceFallbackUrl',
      'statusCallback',
      'smsUrl',
      'smsFallbackUrl',
      'voiceApplicationSid',
      'smsApplicationSid',
      'friendlyName',
    ].map((name) => [name, may(setting)]),
  ),
  ...Object.fromEntries(
    ['voiceMethod', 'voiceFallbackMethod', 'statusCallbackMethod', 'smsMethod', 'smsFallbackMethod'].map((name) => [name, may(method)]),
  ),
  voiceCallerIdLookup: may((value) => (value === null ? undefined : flag(value))),
});

const FAULTS = record({
  ...{ repeats: may(fraction), disorder: may(fraction), gaps: may(fraction), delayMs: may(number(600_000)) },
  app: may(record({ delayMs: may(number(600_000)), status: may(number(599)), drop: may(oneOf(true, 'refused')) })),
  sockets: may(record({ jitterMs: may(number(60_000)), loss: may(fraction), stalls: may(fraction), stallMs: may(number(60_000)) })),
});

const DELIVERY = record({ outcome: may(oneOf('delivered', 'undelivered', 'failed')), errorCode: may(whole), slow: may(durationOrFlag) });

/** The fields of each command, beside what it does. */
const COMMANDS: { readonly [Name in Command['do']]: Readonly<Record<string, Field>> } = {
  text: {
    ...{ from: need(address), to: need(address), body: need(text) },
    media: may(list(record({ contentType: need(contentType), base64: need(base64) }))),
    ...{ buttonText: may(text), buttonPayload: may(text), listId: may(text), listTitle: may(text), parameters: may(texts) },
  },
  call: { from: need(address), to: need(address), displayName: may(text), sipHeaders: may(texts), parameters: may(texts) },
  answer: call,
  decline: call,
  ignore: call,
  'hang-up': call,
  press: { ...call, keys: need(keys) },
  say: speech,
  interrupt: speech,
  play: { ...call, base64: need(base64) },
  stream: { ...call, base64: need(base64) },
  read: { messageSid: need(sid) },
  phone: {
    ...{ address: need(address), name: may(text), answersAfter: may(durationOrNever), delivery: may(DELIVERY) },
    is: may(oneOf('person', 'machine', 'busy', 'off', 'declining', 'landline', 'unreachable')),
  },
  number: { address: need(address), settings: need(SETTINGS) },
  replay: { seq: need(whole), url: may(url), parameters: may(texts) },
  faults: { faults: need(FAULTS) },
  pause: {},
  resume: {},
  idle: {},
  reset: {},
  advance: { by: need(duration) },
};

/** @throws TypeError that says what was expected, without a word of what was sent. */
export function readCommand(json: unknown): Command {
  const name = isRecord(json) && Object.hasOwn(json, 'do') ? json['do'] : undefined;
  if (typeof name !== 'string' || !Object.hasOwn(COMMANDS, name))
    throw new TypeError(`Expected a command whose "do" is ${Object.keys(COMMANDS).join(', ')}`);
  const fields = { do: need(text), ...COMMANDS[name as Command['do']] };
  const problem = record(fields)(json);
  if (problem !== undefined) throw new TypeError(`The command ${name} takes ${problem}`);
  return json as Command;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
