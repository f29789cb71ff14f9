import { UsageError } from '../context.js';
import { type Captured, gatherHeaders } from './captured.js';

interface Pair {
  readonly name: string;
  readonly value: string;
}

/** Reads the requests of an HTTP archive; `undefined` when it is none. http://www.softwareishard.com/blog/har-12-spec/ */
export function readHar(json: unknown): readonly Captured[] | undefined {
  const entries = at(at(json, 'log'), 'entries');
  if (!Array.isArray(entries)) return undefined;
  return entries.map((entry: unknown, index) => ({ ...readEntry(at(entry, 'request'), index), status: readStatus(entry) }));
}

function readEntry(request: unknown, index: number): Captured {
  const [method, url] = [at(request, 'method'), at(request, 'url')];
  if (typeof method !== 'string' || typeof url !== 'string') throw new UsageError(`Entry ${index + 1} of the HAR has no method or URL`);
  return {
    method,
    url,
    headers: gatherHeaders(readPairs(at(request, 'headers')).map(({ name, value }) => [name, value])),
    body: readBody(request),
  };
}

function readStatus(entry: unknown): number | undefined {
  const status = at(at(entry, 'response'), 'status');
  return typeof status === 'number' ? status : undefined;
}

/** Tools write the text of a body, or its parameters, or the text in Base64. */
function readBody(request: unknown): Captured['body'] {
  const data = at(request, 'postData');
  const text = at(data, 'text');
  if (typeof text === 'string' && text !== '') return at(data, 'encoding') === 'base64' ? Buffer.from(text, 'base64') : text;
  const pairs = readPairs(at(data, 'params'));
  return pairs.length === 0 ? '' : new URLSearchParams(pairs.map(({ name, value }) => [decode(name), decode(value)])).toString();
}

/** Some browsers write parameters as they were sent, and others decoded. */
function decode(text: string): string {
  try {
    return /%[0-9a-f]{2}/i.test(text) ? decodeURIComponent(text.replaceAll('+', ' ')) : text;
  } catch {
    return text;
  }
}

function readPairs(list: unknown): readonly Pair[] {
  if (!Array.isArray(list)) return [];
  return list.filter((pair: unknown): pair is Pair => typeof at(pair, 'name') === 'string' && typeof at(pair, 'value') === 'string');
}

function at(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}
