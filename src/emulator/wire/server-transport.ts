import type { App } from '../options.js';
import { findServer } from './find-server.js';
import { type Transport, type WireAnswer, WireFailure, type WireRequest } from './transport.js';

/** Asks a server on this machine. */
export function makeServerTransport(app: App): Transport {
  return {
    async send({ method, url, headers, body }: WireRequest): Promise<WireAnswer> {
      const { host, pathname, search } = new URL(url);
      const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': host };
      let response: Response;
      try {
        response = await fetch(`${await findServer(app)}${pathname}${search}`, {
          method,
          headers: { ...headers, ...forwarded },
          redirect: 'manual',
          ...(method !== 'GET' && { body }),
        });
      } catch (error) {
        throw new WireFailure('connect', `The server did not answer: ${error instanceof Error ? error.message : String(error)}`);
      }
      return {
        status: response.status,
        headers: Object.fromEntries([...response.headers].filter(([name]) => name !== 'set-cookie')),
        cookies: response.headers.getSetCookie(),
        body: new Uint8Array(await response.arrayBuffer()),
      };
    },
  };
}
