import { isLoopback } from '../delivery/loopback.js';
import { judgeHost } from '../preload/hosts.js';

/** What becomes of a request to a proxy. */
type Route = { readonly leads: 'emulator' | 'through'; readonly target: URL } | { readonly leads: 'nowhere'; readonly why: string };

/** Decides where a request leads, by the URL that the proxy is asked for. */
export function findRoute(url: string, allowRemote: boolean): Route {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return { leads: 'nowhere', why: 'this is a proxy, which wants whole URLs.' };
  const target = new URL(url);
  const verdict = judgeHost(target.hostname);
  if (verdict === 'led' && target.port === '') return { leads: 'emulator', target };
  if (verdict !== undefined) {
    return { leads: 'nowhere', why: `${target.host} is Twilio's, and the emulator does not stand in for it. Nothing was sent there.` };
  }
  if (allowRemote || isLoopback(target)) return { leads: 'through', target };
  return { leads: 'nowhere', why: `${target.host} is another machine. This proxy leads there only where that is allowed.` };
}
