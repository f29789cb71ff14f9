import { programTunnel, type Told } from './program.js';
import type { TunnelKind } from './tunnel.js';

/**
 * A quick tunnel of Cloudflare's, which wants no account. It tells the URL before it leads anywhere, and says later that it is registered:
 * https://developers.cloudflare.com/cloudflare-one/networks/connectors/cloudflare-tunnel/do-more-with-tunnels/trycloudflare/
 */
export const cloudflared: TunnelKind = programTunnel({
  name: 'cloudflared',
  // Its own configuration file may be that of another tunnel, which a quick one must not go by.
  args: (port) => ['tunnel', '--no-autoupdate', '--url', `http://127.0.0.1:${port}`],
  makeReader() {
    let origin: string | undefined;
    return (line): Told => {
      origin ??= /https:\/\/(?!api\.)[a-z\d-]+\.trycloudflare\.com/i.exec(line)?.[0];
      if (/failed to request quick tunnel/i.test(line)) return { failure: line.trim() };
      const isRegistered = /registered tunnel connection|\bconnection [\da-f-]+ registered/i.test(line);
      return isRegistered && origin !== undefined ? { origin } : undefined;
    };
  },
});
