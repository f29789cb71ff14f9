import { DeliveryError } from './delivery-error.js';

/** Tells whether a URL leads to this very machine, by its host alone: what a name server says may change while one asks. */
export function isLoopback(url: URL): boolean {
  const host = url.hostname.toLowerCase();
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/**
 * Reads the URL of a request that a command is to send.
 *
 * @throws DeliveryError when it is none, or leads to another machine without leave.
 */
export function readTarget(text: string, { allowRemote = false }: { readonly allowRemote?: boolean | undefined }): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new DeliveryError(
      'DELIVERY_URL',
      `Expected a URL such as http://localhost:3000/voice, got ${JSON.stringify(withoutCredentials(text))}`,
    );
  }
  if (!allowRemote && !isLoopback(url)) {
    throw new DeliveryError('DELIVERY_REMOTE', `${url.host} is not this machine. --allow-remote sends requests to other machines too.`);
  }
  return url;
}

/** A URL as it may be printed. */
export function withoutCredentials(url: string): string {
  return url.replace(/\/\/[^/?#]*@/, '//');
}
