import { writeForm } from '../../request/forms.js';
import type { World } from '../world.js';
import { answerRest } from './rest.js';

/** A request as the clients of `twilio` make it, from version 3 on. */
export interface ClientRequest {
  readonly method: string;
  readonly uri: string | URL;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  /** What signs in instead of a name and a password. */
  readonly authStrategy?: { getAuthString(): string | Promise<string> } | undefined;
  readonly headers?: Readonly<Record<string, unknown>> | undefined;
  /** The query. */
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  /** The form, or the body where it is JSON. */
  readonly data?: unknown;
  readonly [option: string]: unknown;
}

/** An answer as the clients of `twilio` expect it. */
export interface ClientResponse {
  readonly statusCode: number;
  /** Read where it is JSON; else a text. */
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** What `twilio(accountSid, authToken, { httpClient })` takes: it answers in this process, and nothing leaves it. */
export interface RestClient {
  request(options: ClientRequest): Promise<ClientResponse>;
}

/** Makes the client of an emulator. @param readWorld - Gives the world that is the emulator's at the time. */
export function makeClient(readWorld: () => World): RestClient {
  return {
    async request(options) {
      const response = await answerRest(await makeRequest(options), readWorld());
      const text = await response.text();
      const headers = Object.fromEntries(response.headers);
      const isJson = headers['content-type']?.startsWith('application/json') === true;
      return { statusCode: response.status, body: isJson ? JSON.parse(text) : text, headers };
    },
  };
}

async function makeRequest(options: ClientRequest): Promise<Request> {
  const { method, uri, params, data } = options;
  const url = new URL(String(uri));
  for (const [name, values] of listValues(params)) for (const value of values) url.searchParams.append(name, value);
  const headers = new Headers();
  for (const [name, value] of Object.entries(options.headers ?? {})) if (typeof value === 'string') headers.set(name, value);
  const authorization = await authorize(options);
  if (authorization !== undefined) headers.set('authorization', authorization);
  const verb = method.toUpperCase();
  if (verb === 'GET' || verb === 'HEAD' || data === undefined || data === null) return new Request(url, { method: verb, headers });
  const isJson = /^application\/json\b/i.test(headers.get('content-type') ?? '');
  if (!isJson) headers.set('content-type', 'application/x-www-form-urlencoded');
  const body = typeof data === 'string' ? data : isJson ? JSON.stringify(data) : writeForm(Object.fromEntries(listValues(data as object)));
  return new Request(url, { method: verb, headers, body });
}

async function authorize({ username, password, authStrategy }: ClientRequest): Promise<string | undefined> {
  if (username !== undefined && password !== undefined) return `Basic ${encodeBase64(`${username}:${password}`)}`;
  return authStrategy?.getAuthString();
}

/** Credentials may hold any characters. */
function encodeBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** The values of a form or query as texts: lists have several, and what is undefined none. */
function listValues(values: object | undefined): [name: string, values: string[]][] {
  return Object.entries(values ?? {}).map(([name, value]) => {
    const list = (Array.isArray(value) ? value : [value]) as unknown[];
    return [
      name,
      list.filter((one) => one !== undefined && one !== null).map((one) => (one instanceof Date ? one.toISOString() : String(one))),
    ];
  });
}
