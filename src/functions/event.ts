import { toWebRequest } from '../node/incoming.js';
import type { FormParameters } from '../request/forms.js';
import type { IncomingRequest } from '../webhook/incoming.js';
import type { VerifiedRequest } from '../webhook/verified.js';

/** What is used of the context that Functions pass; the variables of your environment stand beside. */
export interface FunctionContext {
  /** The domain that the function is called at. */
  readonly DOMAIN_NAME?: string | undefined;
  /** The path of the function, from its slash on. */
  readonly PATH?: string | undefined;
  /** Makes the client of Twilio's own library, for the account of the function. */
  getTwilioClient?(options?: object): unknown;
}

/** What Functions pass of a request: the parameters of its query and its body in one object, and the headers and cookies as `request`. */
export interface FunctionEvent {
  readonly request?:
    | {
        readonly headers?: Readonly<Record<string, string | readonly string[]>> | undefined;
        readonly cookies?: Readonly<Record<string, string>> | undefined;
      }
    | undefined;
}

/** What handlers in Functions find in the context's `platform`. */
export type FunctionPlatform = readonly [context: FunctionContext, event: FunctionEvent];

/** Takes an event of Functions. Of method and body nothing is left: a POST is what Twilio sends where nobody asked for anything else. */
export function fromFunctionEvent(context: FunctionContext, event: FunctionEvent): IncomingRequest {
  const headers = event.request?.headers ?? {};
  const url = `https://${context.DOMAIN_NAME ?? 'localhost'}${context.PATH ?? '/'}`;
  let webRequest: Request | undefined;
  return {
    method: 'POST',
    url,
    headers,
    platform: [context, event],
    get request() {
      webRequest ??= toWebRequest(url, 'POST', headers);
      return webRequest;
    },
    readBody: async () => '',
  };
}

/** Reads an event as a request whose signature the platform has checked, or nobody. */
export function readEvent({ url }: IncomingRequest, { request: _, ...input }: FunctionEvent): VerifiedRequest {
  const texts = Object.entries(input).filter((entry): entry is [string, string | readonly string[]] => isText(entry[1]));
  const parameters: FormParameters = Object.fromEntries(texts);
  const query = new URLSearchParams(texts.flatMap(([name, values]) => [values].flat().map((value) => [name, value])));
  const { AccountSid: accountSid } = parameters;
  return { url, query, input, parameters, rawBody: parameters, accountSid: typeof accountSid === 'string' ? accountSid : undefined };
}

function isText(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'));
}
