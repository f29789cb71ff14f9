import { LineError } from '../line-error.js';
import type { Tunnel } from './tunnel.js';

/**
 * A tunnel that somebody else has opened, such as `ngrok http 8080` by hand.
 *
 * @throws LineError when its URL cannot be one that Twilio calls.
 */
export function givenTunnel(text: string): Tunnel {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new LineError(
      'LINE_TUNNEL',
      `--tunnel-url is the public URL of a tunnel, such as https://abc.ngrok.app, got ${JSON.stringify(text)}`,
    );
  }
  if (url.username !== '' || url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw new LineError(
      'LINE_TUNNEL',
      `--tunnel-url is scheme and host alone, such as ${url.protocol}//${url.host}; paths and --basic-auth have options of their own`,
    );
  }
  return { name: 'given', origin: url.origin, ended: new Promise(() => undefined), close: async () => undefined };
}
