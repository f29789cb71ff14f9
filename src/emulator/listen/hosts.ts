import { isLoopback } from '../../delivery/loopback.js';

/**
 * Tells whether a request may name its host so. A page of another site could let a browser ask this server by a name of its own, which it
 * has made to lead here: names that nobody but us decides about are none of those, and neither are bare addresses.
 *
 * @param listensOn - Where the server listens: on other addresses than this machine's own, bare addresses are names of it.
 */
export function isOwnHost(url: URL, listensOn: string): boolean {
  if (isLoopback(url) || isTwilioHost(url)) return true;
  if (isLoopback(new URL(`http://${bracket(listensOn)}`))) return false;
  return url.hostname === listensOn || /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\])$/i.test(url.hostname);
}

/** Whether a request was led here that was meant for Twilio. */
export function isTwilioHost({ hostname }: URL): boolean {
  return /\.(?:twilio|twiliocdn)\.com$/.test(hostname);
}

/** An address as a URL has it. */
export function bracket(address: string): string {
  return address.includes(':') && !address.startsWith('[') ? `[${address}]` : address;
}
