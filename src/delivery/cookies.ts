/** Cookies that a server has set, by their names. They last for one run, or one call. */
export type Cookies = Map<string, string>;

/** Keeps what the `Set-Cookie` headers of an answer set. Twilio looks at neither paths nor ages in the short life of a call. */
export function keepCookies(setCookies: readonly string[], cookies: Cookies): void {
  for (const cookie of setCookies) {
    const [pair = ''] = cookie.split(';', 1);
    const equals = pair.indexOf('=');
    if (equals > 0) cookies.set(pair.slice(0, equals).trim(), pair.slice(equals + 1).trim());
  }
}

/** The header that brings cookies back, where there are any. */
export function cookieHeader(cookies: ReadonlyMap<string, string>): { readonly cookie?: string } {
  return cookies.size === 0 ? {} : { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
}
