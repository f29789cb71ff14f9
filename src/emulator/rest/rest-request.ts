import type { FormParameters } from '../../request/forms.js';
import { isWebUrl } from '../wire/web-url.js';
import type { World } from '../world.js';
import { RestError } from './rest-error.js';

/** A request to the REST API. */
export interface RestRequest {
  readonly world: World;
  readonly method: string;
  /** Without the product, where that stood in it. */
  readonly path: string;
  /** Where absolute links of the answer begin, such as `https://verify.twilio.com`. */
  readonly origin: string;
  /** Another origin of the same server, for files that Twilio keeps elsewhere. @default the one that Twilio has */
  readonly elsewhere: string | undefined;
  /** Whether it is the API of 2010, whose forms differ. */
  readonly isOld: boolean;
  /** The parts of the path that the route names. */
  readonly names: Readonly<Record<string, string>>;
  /** The account of the path. */
  readonly account: string;
  readonly query: FormParameters;
  readonly form: FormParameters;
  /** The body, where it is JSON. */
  readonly json: unknown;
  readonly headers: Headers;
}

/** An answer of the REST API. */
export interface RestAnswer {
  readonly status: number;
  /** JSON, or bytes of a sound; absent of what was deleted. */
  readonly body?: object | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One operation of the REST API. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** The host without `.twilio.com`. @default 'api' */
  readonly host?: string;
  /** The path with the names of its parts, such as `/2010-04-01/Accounts/:account/Calls/:sid.json`. */
  readonly path: string;
  /** Whether it answers without credentials. @default false */
  readonly isOpen?: boolean;
  run(request: RestRequest): RestAnswer | Promise<RestAnswer>;
}

const LONGEST_NAME = 64;

/** A parameter as text. */
export function readText({ form }: Pick<RestRequest, 'form'>, name: string): string | undefined {
  const value = Object.hasOwn(form, name) ? form[name] : undefined;
  const text = typeof value === 'string' ? value : value?.at(-1);
  return text === '' ? undefined : text;
}

/** A parameter that may come several times. */
export function readTexts({ form }: Pick<RestRequest, 'form'>, name: string): readonly string[] {
  const value = Object.hasOwn(form, name) ? form[name] : undefined;
  return value === undefined ? [] : [value].flat();
}

/** The events that a callback is to be told of. @throws RestError when there is none of that name. */
export function readEvents(request: Pick<RestRequest, 'form'>, name: string, known: readonly string[]): readonly string[] {
  const events = readTexts(request, name).flatMap((text) => text.split(/[\s,]+/).filter(Boolean));
  const unknown = events.find((event) => !known.includes(event));
  if (unknown !== undefined) throw new RestError(21626, `${name} takes ${known.join(', ')}, not ${unknown}`);
  return events;
}

/** A flag. */
export function readBoolean(request: Pick<RestRequest, 'form'>, name: string): boolean | undefined {
  const text = readText(request, name)?.toLowerCase();
  return text === undefined ? undefined : text === 'true' || text === '1';
}

/** One of several values. @throws RestError when it is none of them. */
export function readChoice<Value extends string>(
  request: Pick<RestRequest, 'form'>,
  name: string,
  values: readonly Value[],
  code = 20001,
): Value | undefined {
  const text = readText(request, name);
  const value = values.find((one) => one === text);
  if (text === undefined || value !== undefined) return value;
  throw new RestError(code, `Invalid parameter: ${name} is one of ${values.join(', ')}`);
}

/** A whole number. @throws RestError when it is none. */
export function readWhole(request: Pick<RestRequest, 'form'>, name: string, code = 20001): number | undefined {
  const text = readText(request, name);
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new RestError(code, `Invalid parameter: ${name} is a whole number`);
}

/** A whole number within limits. @throws RestError when it is none. */
export function readWithin(
  request: Pick<RestRequest, 'form'>,
  name: string,
  [least, most]: readonly [least: number, most: number],
  code = 20001,
): number | undefined {
  const number = readWhole(request, name, code);
  if (number === undefined || (number >= least && number <= most)) return number;
  throw new RestError(code, `Invalid parameter: ${name} is from ${least} to ${most}`);
}

/** The name of a resource of the API of 2010: https://www.twilio.com/docs/api/errors/20002 */
export function readFriendlyName(request: Pick<RestRequest, 'form'>): string | undefined {
  const name = readText(request, 'FriendlyName');
  if (name !== undefined && name.length > LONGEST_NAME)
    throw new RestError(20002, `FriendlyName is longer than ${LONGEST_NAME} characters`);
  return name;
}

/** A time, in milliseconds since the epoch. @throws RestError when it is none. */
export function readTime(request: Pick<RestRequest, 'form'>, name: string): number | undefined {
  const text = readText(request, name);
  if (text === undefined) return undefined;
  const time = Date.parse(text);
  if (!Number.isNaN(time)) return time;
  throw new RestError(20001, `Invalid parameter: ${name} is a time such as 2026-11-30T12:00:00Z`);
}

/** The method of a URL. */
export function readVerb(request: Pick<RestRequest, 'form'>, name: string): 'GET' | 'POST' {
  return readText(request, name)?.toUpperCase() === 'GET' ? 'GET' : 'POST';
}

/** A URL with its method. @throws RestError when it is no absolute URL. */
export function readAddress(
  request: Pick<RestRequest, 'form'>,
  name: string,
  method: string,
  code = 21205,
): { readonly url: string; readonly method: 'GET' | 'POST' } | undefined {
  const url = readText(request, name);
  if (url === undefined) return undefined;
  if (isWebUrl(url)) return { url, method: readVerb(request, method) };
  throw new RestError(code, `${name} is not a valid URL`);
}

/** A parameter that has to be there. @throws RestError when it is not. */
export function require(request: Pick<RestRequest, 'form'>, name: string, code: number): string {
  const text = readText(request, name);
  if (text !== undefined) return text;
  throw new RestError(code, `Missing required parameter ${name}`);
}
