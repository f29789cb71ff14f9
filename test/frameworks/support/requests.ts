// Requests as Twilio would send them, signed by the code of its own library.
import { type Agent, request as send } from 'node:http';
import { connect } from 'node:net';
import twilio from 'twilio/lib/webhooks/webhooks.js';

/** The auth token of all tests: no account has it. */
export const authToken = '0123456789abcdef0123456789abcdef';

export const accountSid = 'AC0123456789abcdef0123456789abcdef';

/** An incoming message as it is recorded. */
export const message = {
  AccountSid: accountSid,
  ApiVersion: '2010-04-01',
  Body: 'Hello',
  From: '+14155550100',
  MessageSid: 'SM11223344556677889900aabbccddeeff',
  NumMedia: '0',
  NumSegments: '1',
  SmsMessageSid: 'SM11223344556677889900aabbccddeeff',
  SmsSid: 'SM11223344556677889900aabbccddeeff',
  SmsStatus: 'received',
  To: '+12015550123',
};

/** The text of a form. */
export function formOf(parameters: Readonly<Record<string, string | readonly string[]>>): string {
  const search = new URLSearchParams();
  for (const [name, values] of Object.entries(parameters)) for (const value of [values].flat()) search.append(name, value);
  return search.toString();
}

/** The signature that Twilio's own code computes for a form, or for a GET without one. */
export function sign(url: string, form = '', token = authToken): string {
  const parameters: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(form)) {
    const earlier = parameters[name];
    parameters[name] = earlier === undefined ? value : [earlier, value].flat();
  }
  return twilio.getExpectedTwilioSignature(token, url, parameters);
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

export interface Sending {
  readonly headers?: Readonly<Record<string, string>>;
  /** The URL that was signed, where it is not the one that is called. */
  readonly signedUrl?: string;
  readonly token?: string;
  /** Keeps the connection for the next request. Without one each request has its own. */
  readonly agent?: Agent;
}

/** Posts a signed form. */
export function post(url: string, form: string, { headers = {}, signedUrl = url, token, agent }: Sending = {}): Promise<Answer> {
  const all = { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': sign(signedUrl, form, token), ...headers };
  return call(url, 'POST', all, form, agent === undefined ? {} : { agent });
}

/** Sends a signed GET. */
export function get(url: string, { headers = {}, signedUrl = url, token }: Sending = {}): Promise<Answer> {
  return call(url, 'GET', { 'x-twilio-signature': sign(signedUrl, '', token), ...headers });
}

/** Posts JSON, covered by its hash. */
export function postJson(url: string, json: string): Promise<Answer> {
  const target = `${url}${url.includes('?') ? '&' : '?'}bodySHA256=${twilio.getExpectedBodyHash(json)}`;
  return call(target, 'POST', { 'content-type': 'application/json', 'x-twilio-signature': sign(target) }, json);
}

/** Sends a request whose URL is left as it is written: `fetch` would escape quotes. */
export function call(
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body?: string,
  options: { readonly agent?: Agent; readonly path?: string } = {},
): Promise<Answer> {
  const [, origin = '', path = ''] = /^(\w+:\/\/[^/?]+)(.*)$/.exec(url) ?? [];
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const request = send(
      origin,
      { path: path === '' ? '/' : path, method, headers: { ...headers, ...length }, agent: false, ...options },
      (response) => {
        response.toArray().then((chunks) => {
          const known = Object.entries(response.headers).map(([name, value]): [string, string] => [name, String(value)]);
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString(), headers: new Headers(known) });
        }, reject);
      },
    );
    // A server may answer before it has read a body that is too large, and hang up.
    request.on('error', reject);
    request.setTimeout(20_000, () => request.destroy(new Error('There was no answer: the server hangs')));
    request.end(body);
  });
}

/** Sends the head of a form and two bytes of a body that never comes to its end; what is answered until the server hangs up. */
export function sendHead(origin: string, path: string, headers: Readonly<Record<string, string>>): Promise<string> {
  const { hostname, port, host } = new URL(origin);
  const type = 'application/x-www-form-urlencoded';
  const lines = Object.entries({ host, 'content-type': type, 'content-length': '100000', ...headers });
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname);
    socket.setTimeout(10_000, () => socket.destroy(new Error(`There was no answer, or no end of it: ${answer}`)));
    socket.on('data', (data) => {
      answer += data;
    });
    socket.on('error', reject).on('close', () => resolve(answer));
    socket.write(`POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\na=`);
  });
}
