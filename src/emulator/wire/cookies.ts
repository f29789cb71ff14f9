import { type Cookies, cookieHeader, keepCookies } from '../../delivery/cookies.js';

/** The cookies that an application has set, by host and name. They last for one call or conversation. */
export class CookieJar {
  readonly #hosts = new Map<string, Cookies>();

  /** Keeps what an answer sets. */
  keep(url: string, cookies: readonly string[]): void {
    if (cookies.length === 0) return;
    const { host } = new URL(url);
    const known = this.#hosts.get(host) ?? new Map<string, string>();
    this.#hosts.set(host, known);
    keepCookies(cookies, known);
  }

  /** The header for a request, where there is any cookie. */
  header(url: string): { readonly cookie?: string } {
    return cookieHeader(this.#hosts.get(new URL(url).host) ?? new Map());
  }
}
