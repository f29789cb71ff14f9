import { toBuffer } from '../node/buffer.js';
import { makeAborter } from '../webhook/deadline.js';
import { listHeaders, type PlainReply, readResponse } from '../webhook/plain-reply.js';

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

/** Holds Twilio's response where a web `Response` of a handler would stand. It is never read. */
class StandInResponse {
  readonly status = 200;
  readonly body = null;
  readonly bodyUsed = false;
  readonly original: TwilioResponse;

  constructor(original: TwilioResponse) {
    this.original = original;
  }

  get [Symbol.toStringTag](): string {
    return 'Response';
  }
}

/** Wraps what is Twilio's own, so that it goes through everything as it is. */
export function adoptReply(made: unknown): unknown {
  return isTwilioResponse(made) ? new StandInResponse(made) : made;
}

interface TwilioGlobal {
  readonly Twilio?: { readonly Response?: new () => TwilioResponse } | undefined;
}

/**
 * Turns a reply into Twilio's response, which Functions send as it is; of anything else they make JSON or plain text. Nothing here makes a web
 * `Response`: Twilio's runtime has put its own class in that place.
 */
export async function toTwilioResponse(reply: PlainReply): Promise<TwilioResponse> {
  const { response }: { readonly response?: unknown } = reply;
  if (response instanceof StandInResponse) return response.original;
  const { status, headers, body } = reply.response === undefined ? reply : await readResponse(reply.response, makeAborter());
  const { Twilio } = globalThis as TwilioGlobal;
  const target: TwilioResponse = new (Twilio?.Response ?? PlainResponse)();
  target.setStatusCode(status);
  for (const [name, values] of listHeaders({ status, headers }))
    for (const value of [values].flat()) target.appendHeader(titleCase(name), value);
  if (body !== undefined) target.setBody(toBuffer(body));
  return target;
}

/** Names of headers as Twilio's class and its documentation write them: it knows `Set-Cookie` in this spelling alone. */
function titleCase(name: string): string {
  return name.replaceAll(/(?<=^|-)[a-z]/g, (letter) => letter.toUpperCase());
}

/** Tells `Twilio.Response`, or what is made alike, from other replies. */
function isTwilioResponse(reply: unknown): reply is TwilioResponse {
  return typeof reply === 'object' && reply !== null && 'setStatusCode' in reply && 'setBody' in reply && 'appendHeader' in reply;
}
