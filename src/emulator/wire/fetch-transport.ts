import { type Transport, type WireAnswer, WireFailure, type WireRequest } from './transport.js';

/** A web-standard handler. */
export type FetchHandler = (request: Request) => Response | Promise<Response>;

/** Calls a web-standard handler in this process. */
export function makeFetchTransport(handle: FetchHandler): Transport {
  return {
    async send({ method, url, headers, body }: WireRequest): Promise<WireAnswer> {
      const request = new Request(url, { method, headers, ...(method !== 'GET' && { body }) });
      let response: Response;
      try {
        response = await handle(request);
      } catch (error) {
        throw new WireFailure(
          'broken',
          `The application threw instead of answering: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
      if (!(response instanceof Response) && typeof (response as Response | undefined)?.arrayBuffer !== 'function')
        throw new WireFailure('broken', 'The application returned no Response');
      return {
        status: response.status,
        headers: Object.fromEntries([...response.headers].filter(([name]) => name !== 'set-cookie')),
        cookies: response.headers.getSetCookie(),
        body: new Uint8Array(await response.arrayBuffer()),
      };
    },
  };
}
