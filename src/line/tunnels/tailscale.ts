import { programTunnel, type Told } from './program.js';
import type { TunnelKind } from './tunnel.js';

/** Tailscale Funnel in the foreground, which ends with its program: https://tailscale.com/kb/1311/tailscale-funnel */
export const tailscale: TunnelKind = programTunnel({
  name: 'tailscale',
  args: (port) => ['funnel', String(port)],
  makeReader() {
    let isRefused = false;
    return (line): Told => {
      if (/funnel is not (?:enabled|available)|access denied/i.test(line)) isRefused = true;
      // It goes on to name a page where it can be allowed, and waits.
      const page = /https:\/\/login\.tailscale\.com\/\S+/.exec(line)?.[0];
      if (isRefused && page !== undefined) return { failure: `Funnel is not enabled; allow it at ${page}` };
      const origin = /https:\/\/[a-z\d-]+(?:\.[a-z\d-]+)*\.ts\.net(?::\d+)?/i.exec(line)?.[0];
      return origin === undefined ? undefined : { origin };
    };
  },
});
