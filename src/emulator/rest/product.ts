/** What a request is for. */
export interface Place {
  /** The host without `.twilio.com`, such as `api`. */
  readonly product: string;
  readonly path: string;
  /** Where absolute links of an answer begin. */
  readonly origin: string;
}

/** Where files are that Twilio redirects to: another origin, which wants no credentials. */
export const MEDIA_HOST = 'mms.twiliocdn.com';

/** The hosts that may stand as the first part of a path, where a client cannot set the `Host` header. */
const PREFIXED = /^\/([a-z-]+)(?:\.twilio\.com)?(?=\/(?:2010-04-01|v[1-9]\d?)(?:\/|$))/;

/** Finds out which product a request is for: by its host, or by the first part of its path. */
export function findPlace(url: URL, hostHeader: string | null): Place {
  const host = (hostHeader ?? url.host).replace(/:\d+$/, '').toLowerCase();
  if (host.endsWith('.twiliocdn.com')) return { product: 'media', path: url.pathname, origin: `https://${host}` };
  const [, named] = /^([a-z-]+)(?:\.[a-z0-9-]+)*\.twilio\.com$/.exec(host) ?? [];
  if (named !== undefined) return { product: named, path: url.pathname, origin: `https://${host}` };
  if (url.pathname.startsWith(`/${MEDIA_HOST}/`)) {
    return { product: 'media', path: url.pathname.slice(MEDIA_HOST.length + 1), origin: url.origin };
  }
  const [prefix, product] = PREFIXED.exec(url.pathname) ?? [];
  if (prefix === undefined || product === undefined) return { product: 'api', path: url.pathname, origin: url.origin };
  return { product, path: url.pathname.slice(prefix.length), origin: `${url.origin}${prefix}` };
}
