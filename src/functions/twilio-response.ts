import { readBuffer } from '../node/buffer.js';
import { listHeaders } from '../node/respond.js';
import { StandInResponse } from './stand-in-response.js';

/** What is used of `Twilio.Response`. */
export interface TwilioResponse {
  setStatusCode(statusCode: number): unknown;
  setBody(body: string | object): unknown;
  appendHeader(name: string, value: string): unknown;
}

/** What stands for `Twilio.Response` where there is none, as in a test of your own. */
class PlainResponse implements TwilioResponse {
  statusCode = 200;
  body: string | object | null = null;
  readonly headers: Record<string, string | readonly string[]> = {};

  setStatusCode(statusCode: number): this {
    this.statusCode = statusCode;
    return this;
  }

  setBody(body: string | object): this {
    this.body = body;
    return this;
  }

  appendHeader(name: string, value: string): this {
    const earlier = this.headers[name];
    this.headers[name] = earlier === undefined ? value : [earlier, value].flat();
    return this;
  }
}

interface TwilioGlobal {
  readonly Twilio?: { readonly Response?: new () => TwilioResponse } | undefined;
}

/** Turns a response into Twilio's, which Functions send as it is; of anything else they make JSON or plain text. */
export async function toTwilioResponse(response: Response): Promise<TwilioResponse> {
  if (response instanceof StandInResponse && response.original !== undefined) return response.original;
  const { Twilio } = globalThis as TwilioGlobal;
  const target: TwilioResponse = new (Twilio?.Response ?? PlainResponse)();
  target.setStatusCode(response.status);
  for (const [name, values] of listHeaders(response)) for (const value of [values].flat()) target.appendHeader(titleCase(name), value);
  const body = await readBuffer(response);
  if (body !== undefined) target.setBody(body);
  return target;
}

/** Names of headers as Twilio's class and its documentation write them: it knows `Set-Cookie` in this spelling alone. */
function titleCase(name: string): string {
  return name.replaceAll(/(?<=^|-)[a-z]/g, (letter) => letter.toUpperCase());
}

/** Tells `Twilio.Response`, or what is made alike, from other replies. */
export function isTwilioResponse(reply: unknown): reply is TwilioResponse {
  return typeof reply === 'object' && reply !== null && 'setStatusCode' in reply && 'setBody' in reply && 'appendHeader' in reply;
}
