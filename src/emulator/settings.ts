import type { App, EmulatorOptions } from './options.js';
import type { Faults } from './wire/faults.js';
import { makeFetchTransport } from './wire/fetch-transport.js';
import { makeServerTransport } from './wire/server-transport.js';
import type { Transport } from './wire/transport.js';

/** Options that were looked at once and have no gaps. */
export interface Settings {
  readonly accountSid: string;
  readonly authToken: string;
  readonly publicUrl: string;
  readonly strict: boolean;
  readonly faults: Faults;
  readonly strangers: NonNullable<EmulatorOptions['strangers']>;
  readonly debuggerUrl: string | undefined;
  /** The way to the application that a URL leads to. */
  findApp(url: string): Transport | undefined;
  /** The application itself, for its sockets. */
  findSockets(url: string): App | undefined;
}

/** In the documentation of this package, so that it is nobody's secret. */
const TEST_ACCOUNT = 'AC0123456789abcdef0123456789abcdef';
const TEST_AUTH_TOKEN = '0123456789abcdef0123456789abcdef';

/** Reads the options. @throws TypeError when they cannot be. */
export function readSettings(options: EmulatorOptions): Settings {
  const publicUrl = readPublicUrl(options.publicUrl ?? 'https://app.example');
  const apps = listApps(options, publicUrl);
  const transports = new Map(
    [...apps].map(([origin, app]) => [origin, 'fetch' in app ? makeFetchTransport(app.fetch) : makeServerTransport(app)]),
  );
  const environment = readEnvironment();
  return {
    accountSid: options.accountSid ?? environment.TWILIO_ACCOUNT_SID ?? TEST_ACCOUNT,
    authToken: readAuthToken(options.authToken ?? environment.TWILIO_AUTH_TOKEN ?? TEST_AUTH_TOKEN),
    publicUrl,
    strict: options.strict ?? true,
    faults: options.faults ?? {},
    strangers: options.strangers ?? 'no-answer',
    debuggerUrl: options.debuggerUrl === undefined ? undefined : new URL(options.debuggerUrl, publicUrl).href,
    findApp: (url) => transports.get(originOf(url)),
    findSockets: (url) => apps.get(originOf(url)),
  };
}

function readPublicUrl(text: string): string {
  if (URL.canParse(text) && /^https?:/.test(text)) return text.replace(/\/$/, '');
  throw new TypeError(`publicUrl is the URL that Twilio would call, such as https://app.example; got ${JSON.stringify(text)}`);
}

function listApps({ app, apps = {} }: EmulatorOptions, publicUrl: string): ReadonlyMap<string, App> {
  const found = new Map<string, App>();
  for (const [url, one] of Object.entries(apps)) found.set(originOf(url), checkApp(one, url));
  if (app !== undefined) found.set(originOf(publicUrl), checkApp(app, publicUrl));
  return found;
}

function checkApp(app: App, url: string): App {
  if (app !== null && typeof app === 'object') {
    if ('fetch' in app && typeof app.fetch === 'function') return app;
    if ('server' in app && typeof app.server?.listen === 'function') return app;
    if ('url' in app && URL.canParse(app.url)) return app;
  }
  throw new TypeError(
    `The app of ${url} is { fetch }, a function that takes a Request and returns a Response, { server } or { url }; got ${JSON.stringify(app)}`,
  );
}

function readAuthToken(token: string): string {
  if (token !== '') return token;
  throw new TypeError('authToken is empty: give the token that your application verifies signatures by, or leave it out');
}

/** The origin of a URL, `wss:` being that of `https:`. */
function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url.replace(/^ws/i, 'http')).origin : url;
}

function readEnvironment(): Readonly<Record<string, string | undefined>> {
  const { process } = globalThis as { readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> } };
  return process?.env ?? {};
}
