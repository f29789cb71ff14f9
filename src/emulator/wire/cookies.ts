/** The cookies that an application has set, by host and name. They last for one call or conversation. */
export class CookieJar {
  readonly #hosts = new Map<string, Map<string, string>>();

  /** Keeps what an answer sets. */
  keep(url: string, cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [pair = ''] = cookie.split(';', 1);
      const equals = pair.indexOf('=');
      if (equals > 0) this.#of(url).set(pair.slice(0, equals).trim(), pair.slice(equals + 1).trim());
    }
  }

  /** The header for a request, where there is any cookie. */
  header(url: string): { readonly cookie?: string } {
    const pairs = [...(this.#hosts.get(new URL(url).host) ?? [])].map(([name, value]) => `${name}=${value}`);
    return pairs.length === 0 ? {} : { cookie: pairs.join('; ') };
  }

  #of(url: string): Map<string, string> {
    const { host } = new URL(url);
    const found = this.#hosts.get(host) ?? new Map<string, string>();
    this.#hosts.set(host, found);
    return found;
  }
}
