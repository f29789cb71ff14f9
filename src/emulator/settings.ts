import { completeLocalUrl } from '../delivery/loopback.js';
import { type Deviations, readDeviations } from './deviations.js';
import type { App, EmulatorOptions } from './options.js';
import type { Faults } from './wire/faults.js';
import { findOtherWay, makeWay, type Way } from './wire/way.js';
import { isWebUrl } from './wire/web-url.js';

/** Options that were looked at once and have no gaps. */
export interface Settings {
  readonly accountSid: string;
  readonly authToken: string;
  /** Where the token comes from, in words: the token itself is in no message. */
  readonly authTokenSource: string;
  readonly publicUrl: string;
  readonly strict: boolean;
  readonly deviations: Deviations;
  readonly verifiedCallerIds: readonly string[];
  /** May be changed while all goes on. */
  faults: Faults;
  readonly strangers: NonNullable<EmulatorOptions['strangers']>;
  readonly debuggerUrl: string | undefined;
  /** The way to what a URL leads to: an application, or another server of this machine; nothing where requests may not go. */
  findApp(url: string): Way | undefined;
  /** The application itself, for its sockets. */
  findSockets(url: string): App | undefined;
  /** Ends what was opened on the ways to applications. */
  close(): Promise<void>;
}

/** In the documentation of this package, so that it is nobody's secret. */
const TEST_ACCOUNT = 'AC0123456789abcdef0123456789abcdef';
const TEST_AUTH_TOKEN = '0123456789abcdef0123456789abcdef';

/** Reads the options. @throws TypeError when they cannot be. */
export function readSettings(options: EmulatorOptions): Settings {
  if (typeof options !== 'object' || options === null) {
    throw new TypeError('createEmulator() takes options, an app among them: createEmulator({ app: { fetch }, numbers: { … } })');
  }
  const publicUrl = readPublicUrl(options.publicUrl ?? urlOf(options.app) ?? 'https://app.example');
  const apps = listApps(options, publicUrl);
  const ways = new Map([...apps].map(([origin, { app, url }]) => [origin, makeWay(app, url, options)]));
  const environment = readEnvironment();
  return {
    accountSid: options.accountSid ?? environment.TWILIO_ACCOUNT_SID ?? TEST_ACCOUNT,
    authToken: readAuthToken(options.authToken ?? environment.TWILIO_AUTH_TOKEN ?? TEST_AUTH_TOKEN),
    authTokenSource:
      options.authToken !== undefined
        ? 'the option authToken'
        : environment.TWILIO_AUTH_TOKEN !== undefined
          ? 'TWILIO_AUTH_TOKEN of the environment'
          : 'the test token of ringback/testing',
    publicUrl,
    strict: options.strict ?? true,
    deviations: readDeviations(options.deviations),
    verifiedCallerIds: options.verifiedCallerIds ?? [],
    faults: options.faults ?? {},
    strangers: options.strangers ?? 'no-answer',
    debuggerUrl: options.debuggerUrl === undefined ? undefined : new URL(options.debuggerUrl, publicUrl).href,
    findApp: (url) => findByOrigin(ways, url) ?? findOtherWay(url, options),
    findSockets: (url) => findByOrigin(apps, url)?.app,
    close: async () => void (await Promise.all([...ways.values()].map((way) => way.close()))),
  };
}

function urlOf(app: App | undefined): string | undefined {
  return typeof app === 'object' && app !== null && 'url' in app && typeof app.url === 'string' ? completeLocalUrl(app.url) : undefined;
}

function readPublicUrl(text: string): string {
  if (isWebUrl(text)) return text.replace(/\/$/, '');
  throw new TypeError(`publicUrl is the URL that Twilio would call, such as https://app.example; got ${JSON.stringify(text)}`);
}

/** An application and its public URL. */
interface PublicApp {
  readonly app: App;
  readonly url: string;
}

function listApps({ app, apps = {} }: EmulatorOptions, publicUrl: string): ReadonlyMap<string, PublicApp> {
  const found = new Map<string, PublicApp>();
  for (const [url, one] of Object.entries(apps)) found.set(originOf(url), { app: checkApp(one, url), url });
  if (app !== undefined) found.set(originOf(publicUrl), { app: checkApp(app, publicUrl), url: publicUrl });
  return found;
}

const FORMS: Readonly<Record<string, (value: unknown) => boolean>> = {
  fetch: (value) => typeof value === 'function',
  listener: (value) => typeof value === 'function',
  server: (value) => typeof (value as { readonly listen?: unknown } | undefined)?.listen === 'function',
  url: (value) => typeof value === 'string',
};

function checkApp(app: App, url: string): App {
  const given = typeof app === 'object' && app !== null ? (app as unknown as Readonly<Record<string, unknown>>) : undefined;
  // Whole routers are given too, whose `fetch` is a method of their class.
  const forms = Object.keys(FORMS).filter((name) => FORMS[name]?.(given?.[name]));
  if (forms.length === 1) return app;
  const found = given === undefined ? typeof app : `{ ${Object.keys(given).slice(0, 5).join(', ')} }`;
  throw new TypeError(
    `The app of ${url} is one of { fetch }, a function that takes a Request and returns a Response; { listener }, a request listener of Node; { server }, an http.Server; { url }, where a server runs. Got ${found}`,
  );
}

function readAuthToken(token: string): string {
  if (token !== '') return token;
  throw new TypeError('authToken is empty: give the token that your application verifies signatures by, or leave it out');
}

/**
 * Finds what a URL leads to by its origin. On a desk an application has no TLS, and writes all the same what Twilio wants: `wss:` or `https:`
 * before the host that it was called by. As behind a proxy, that leads to it.
 */
function findByOrigin<T>(known: ReadonlyMap<string, T>, url: string): T | undefined {
  const origin = originOf(url);
  return known.get(origin) ?? known.get(origin.replace(/^https:/, 'http:'));
}

/** The origin of a URL, `wss:` being that of `https:`. */
function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url.replace(/^ws/i, 'http')).origin : url;
}

function readEnvironment(): Readonly<Record<string, string | undefined>> {
  const { process } = globalThis as { readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> } };
  return process?.env ?? {};
}
