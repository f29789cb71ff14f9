import { isLoopback } from '../delivery/loopback.js';

/** What a URL at Twilio seems to be in use for. */
export type UrlUse = 'none' | 'demo' | 'local' | 'tunnel' | 'other';

/** Domains under which tunnels for development give out names. */
const TUNNEL_DOMAINS: readonly string[] = [
  ...['ngrok.io', 'ngrok.app', 'ngrok.dev', 'ngrok-free.app', 'ngrok-free.dev', 'ngrok.pizza'],
  ...['trycloudflare.com', 'ts.net', 'loca.lt', 'localhost.run', 'lhr.life', 'serveo.net', 'serveousercontent.com'],
  ...['devtunnels.ms', 'app.github.dev', 'gitpod.io', 'tunnelmole.net', 'bore.pub', 'pinggy.io', 'pinggy.link', 'loclx.io', 'zrok.io'],
];

/** Tells by its host alone whether a URL is one of development, which may be overwritten without asking. */
export function judgeUrl(text: string): UrlUse {
  if (text === '') return 'none';
  if (!URL.canParse(text)) return 'other';
  const url = new URL(text);
  const host = url.hostname.toLowerCase().replace(/\.$/, '');
  if (host === 'demo.twilio.com') return 'demo';
  if (isLoopback(url) || host === '0.0.0.0') return 'local';
  return TUNNEL_DOMAINS.some((domain) => host.endsWith(`.${domain}`)) ? 'tunnel' : 'other';
}

/** Whether two texts are the same URL: Twilio may write one in another way than it was given. */
export function isSameUrl(a: string, b: string): boolean {
  if (a === b) return true;
  return URL.canParse(a) && URL.canParse(b) && new URL(a).href === new URL(b).href;
}
