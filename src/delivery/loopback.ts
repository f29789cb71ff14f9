import { DeliveryError } from './delivery-error.js';

/** Tells whether a URL leads to this very machine, by its host alone: what a name server says may change while one asks. */
export function isLoopback(url: URL): boolean {
  const host = url.hostname.toLowerCase();
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** How people write servers of this machine: `localhost:3000/x`, `127.0.0.1:3000`, `:3000/x`, `3000/x`. */
const SHORT_URL = /^(?:(localhost|127(?:\.\d{1,3}){3}|\[::1\])(?=[:/?#]|$)|(?=:\d{1,5}(?:[/?#]|$))|(?=\d{1,5}(?:[/?#]|$)))/i;

/** Completes the short ways to write a server of this machine; what is something else stays as it is. */
export function completeLocalUrl(text: string): string {
  const match = SHORT_URL.exec(text);
  if (match === null) return text;
  if (match[1] !== undefined) return `http://${text}`;
  return text.startsWith(':') ? `http://localhost${text}` : `http://localhost:${text}`;
}

/**
 * Reads the URL that a request is to be sent to; one of this machine may be written short, as in `localhost:3000/voice` or `3000/voice`.
 *
 * @throws DeliveryError when it is none, or leads to another machine without leave.
 */
export function readTarget(text: string, { allowRemote = false }: { readonly allowRemote?: boolean | undefined }): URL {
  const full = completeLocalUrl(text);
  const url = URL.canParse(full) ? new URL(full) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new DeliveryError(
      'DELIVERY_URL',
      `Expected a URL such as http://localhost:3000/voice, got ${JSON.stringify(withoutCredentials(text))}`,
    );
  }
  if (!allowRemote && !isLoopback(url)) {
    throw new DeliveryError('DELIVERY_REMOTE', `${url.host} is not this machine.`);
  }
  return url;
}

/** A URL as it may be printed. */
export function withoutCredentials(url: string): string {
  return url.replace(/\/\/[^/?#]*@/, '//');
}
