import { eventIdentity, identityDates } from './event-identity.js';
import { identifyWebhook } from './identify-webhook.js';
import { onlyText, type PayloadInput, readInput } from './schema/input.js';
import { readJsonText } from './schema/json-text.js';
import { readTimestamp } from './schema/timestamp.js';

/** What may differ between two deliveries of one event. */
const VOLATILE: ReadonlySet<string> = /* @__PURE__ */ new Set(['RetryCount']);

/**
 * Makes the key of an event for a store of your own: equal for two deliveries of the same event, and for its raw parameters and its payload;
 * unequal for two events. It holds the kind and what tells the event from others, such as `messaging.status/SM…/delivered`. Requests for a
 * document carry nothing that counts them: the same key pressed twice in a call has one key here, unless the `I-Twilio-Idempotency-Token`
 * or your own URL tells the two apart. A key is as long as what it is made of: what a caller said may be long.
 *
 * @param payload - What a schema has read, or what it reads: text, parameters, JSON. A batch of events has the keys of all.
 * @param kind - The kind, where the caller knows it. @default what `identifyWebhook` says
 */
export function eventKey(payload: PayloadInput, kind?: string): string {
  const input = readInput(payload, 'unknown');
  if (Array.isArray(input)) return input.map((event: unknown) => eventKey(event as object, kind)).join(' ');
  const parameters = typeof input === 'object' && input !== null ? (input as Readonly<Record<string, unknown>>) : {};
  const known = kind ?? identifyWebhook(parameters);
  const entry = findEntry(known);
  if (entry === undefined) return `${known ?? 'unknown'}/${writeAll(parameters)}`;
  return [entry, ...(eventIdentity[entry] ?? []).map((names) => encode(readFirst(parameters, names)))].join('/');
}

/** The longest beginning of a kind that the table has. */
function findEntry(kind: string | undefined): string | undefined {
  for (let name = kind ?? ''; name !== ''; name = name.slice(0, Math.max(name.lastIndexOf('.'), 0))) {
    if (Object.hasOwn(eventIdentity, name)) return name;
  }
  return undefined;
}

function readFirst(parameters: Readonly<Record<string, unknown>>, names: string): string {
  for (const name of names.split('|')) {
    const text = Object.hasOwn(parameters, name) ? writeValue(parameters[name], name) : '';
    if (text !== '') return text;
  }
  return '';
}

function writeAll(parameters: Readonly<Record<string, unknown>>): string {
  const written = Object.keys(parameters)
    .filter((name) => !VOLATILE.has(name))
    .map((name) => `${encode(name)}=${encode(writeValue(parameters[name], name))}`);
  return written.sort().join('&');
}

/** Half a character would be an error to the function that encodes. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

/** Writes a value alike whether it is still text or was read: dates by their moment, JSON by what it holds. */
function writeValue(value: unknown, name: string): string {
  const text = typeof value === 'string' ? value : onlyText(value);
  if (text === undefined) return value === undefined || value === null ? '' : writeJson(value, 0);
  if (identityDates.has(name)) return readTimestamp(text)?.toISOString() ?? '';
  const json = readJsonText(text, undefined);
  return typeof json === 'string' ? json : writeJson(json, 0);
}

/** Deeper than this no event differs from another. */
const MAX_DEPTH = 20;

/** What JSON holds, in one order; of a list of results that have an id, their ids. */
function writeJson(value: unknown, depth: number): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString();
  if (typeof value !== 'object' || value === null || depth === MAX_DEPTH) return String(value);
  if (Array.isArray(value)) return value.map((item) => writeJson(item, depth + 1)).join(',');
  if ('id' in value && typeof value.id === 'string') return value.id;
  const entries = Object.entries(value).filter(([, content]) => content !== undefined);
  return entries
    .map(([name, content]) => `${name}:${writeJson(content, depth + 1)}`)
    .sort()
    .join(';');
}
