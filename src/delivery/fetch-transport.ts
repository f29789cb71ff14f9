import { collectBytes, readChunks } from '../request/body.js';
import { type Clock, realClock } from './clock.js';
import { type HttpAnswer, HttpFailure, type HttpRequest, LARGEST_ANSWER, type Transport, targetOf } from './transport.js';

/** What takes a web `Request`, such as a handler of `ringback/webhook` or the `fetch` of an application. */
export type FetchHandler = (request: Request) => Response | Promise<Response>;

/**
 * Hands requests to a handler in this process: nothing listens, and nothing goes over a network.
 *
 * @param clock - What the limits of time are measured by.
 */
export function makeFetchTransport(handler: FetchHandler, clock: Clock = realClock): Transport {
  return {
    async send(request) {
      const start = clock.now();
      const passed = () => clock.now() - start;
      const done = new AbortController();
      // There is no connection to make, so that the first byte has the time that is left.
      const limitMs = Math.min(request.readMs, request.totalMs);
      const late = clock.sleep(limitMs, done.signal).then(() => {
        if (!done.signal.aborted) throw new HttpFailure('read', `Nothing came for ${limitMs} ms`, passed());
        return undefined;
      });
      try {
        const answer = await Promise.race([handle(handler, request, passed), late]);
        return { ...(answer as Omit<HttpAnswer, 'durationMs'>), durationMs: passed() };
      } finally {
        done.abort();
      }
    },
  };
}

async function handle(handler: FetchHandler, request: HttpRequest, passed: () => number): Promise<Omit<HttpAnswer, 'durationMs'>> {
  let response: Response;
  try {
    response = await handler(makeRequest(request));
  } catch (error) {
    // A server would have closed the connection, or answered 500: either way there is no answer of the application's.
    throw new HttpFailure('partial', `The handler threw ${error instanceof Error ? error.name : 'what is no error'}`, passed(), error);
  }
  // Another realm's Response is one too, so that the form counts and not the class.
  if (typeof response?.headers?.getSetCookie !== 'function') throw new HttpFailure('partial', 'The handler returned no Response', passed());
  const { status, statusText, headers, body } = response;
  return {
    ...{ status, statusText, headers: listHeaders(headers) },
    body: body === null ? new Uint8Array() : await collectBytes(readChunks(body.getReader()), LARGEST_ANSWER).catch(fail),
  };

  function fail(error: unknown): never {
    throw new HttpFailure('partial', (error as Error).message, passed());
  }
}

function makeRequest(request: HttpRequest): Request {
  const { method, url, headers, body } = request;
  const hasBody = method !== 'GET' && method !== 'HEAD' && body.length > 0;
  return new Request(`${url.origin}${targetOf(request)}`, { method, headers, ...(hasBody && { body: body as BodyInit }) });
}

function listHeaders(headers: Headers): HttpAnswer['headers'] {
  const cookies = headers.getSetCookie();
  return { ...Object.fromEntries(headers), ...(cookies.length > 0 && { 'set-cookie': cookies }) };
}
