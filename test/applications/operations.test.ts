import { createRequire } from 'node:module';
import { afterEach, describe, expect, test } from 'vitest';
import type { Emulator } from '../../src/emulator/index.js';
import { findOperation } from '../conformance/emulator/shapes.js';
import { fill, isJson, startVisited, VISITS } from '../emulator/rest/visits.js';
import { ACCOUNT, TOKEN } from '../emulator/setup.js';
import { operate, type Resource } from './support/operate.js';

interface RequestOptions {
  readonly method: string;
  readonly uri: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface RequestClient {
  request(options: RequestOptions): Promise<unknown>;
}

type Twilio = (accountSid: string, authToken: string, options?: { readonly httpClient?: unknown }) => Resource;
type Usual = new () => RequestClient;

const load = createRequire(import.meta.url);
const loadTwilio = (version: string) => load(version) as Twilio;
const PRODUCTS = ['content', 'lookups', 'messaging', 'sync', 'taskrouter', 'verify'];

/** How a client is led to an emulator, without the preload. */
const WAYS: Readonly<Record<string, (version: string, emulator: Emulator) => Resource | Promise<Resource>>> = {
  'in this process'(version, { client }) {
    // Version 3.0 reads the answer itself.
    const asText = {
      async request(options: RequestOptions) {
        const { body, ...answer } = await client.request({ ...options });
        return { ...answer, body: typeof body === 'string' ? body : JSON.stringify(body) };
      },
    };
    return loadTwilio(version)(ACCOUNT, TOKEN, { httpClient: version === 'twilio3-oldest' ? asText : client });
  },

  async 'by the base URL of each product'(version, emulator) {
    const { url } = await emulator.listen();
    const client = loadTwilio(version)(ACCOUNT, TOKEN);
    Object.assign(client['api'] ?? {}, { baseUrl: url });
    for (const product of PRODUCTS) Object.assign(client[product] ?? {}, { baseUrl: `${url}/${product}` });
    return client;
  },

  async 'by an HTTP client that keeps the path'(version, emulator) {
    const { url } = await emulator.listen();
    const module = load(`${version}/lib/base/RequestClient`) as Usual & { readonly default?: Usual };
    class LedClient extends (module.default ?? module) {
      override request(options: RequestOptions) {
        const { host, pathname, search } = new URL(options.uri);
        return super.request({ ...options, uri: url + pathname + search, headers: { ...options.headers, Host: host } });
      }
    }
    return loadTwilio(version)(ACCOUNT, TOKEN, { httpClient: new LedClient() });
  },
};

const BEFORE_5 = [/Calls\/\{CallSid\}\/Transcriptions/, /^POST .*\/Content$/];
const BEFORE_3_84 = [
  /\/\/(?:content|lookups|messaging|sync|verify)\./,
  /Calls\/\{CallSid\}\/(?:Siprec|Streams|UserDefinedMessages)/,
  /^POST .*Calls\/\{CallSid\}\/Recordings/,
  /Conferences\/\{ConferenceSid\}\/Recordings/,
  /\/Balance\.json$/,
  /AvailablePhoneNumbers\/\{CountryCode\}\/(?:MachineToMachine|National|SharedCost|Voip)/,
];

/** What a version does not have. */
const ABSENT: Readonly<Record<string, readonly RegExp[]>> = {
  'twilio3-oldest': [...BEFORE_5, ...BEFORE_3_84],
  twilio3: BEFORE_5,
  twilio4: BEFORE_5,
  twilio5: [],
  twilio6: [],
};

let emulator: Emulator | undefined;
afterEach(() => emulator?.close());

describe.each(Object.keys(ABSENT))('%s', (version) => {
  test.each(Object.keys(WAYS))('does every operation that it has, %s', async (way) => {
    const started = await startVisited();
    emulator = started.emulator;
    const { sids } = started;
    const client = (await WAYS[way]?.(version, emulator)) as Resource;
    const absent = new Set<string>();
    const problems: string[] = [];
    for (const [method, template, form = {}, as] of VISITS) {
      const url = new URL(fill(template, sids));
      const name = findOperation(method, url.href)?.name ?? '';
      const content = JSON.parse(fill(JSON.stringify(form), sids)) as Record<string, unknown>;
      const done = await operate(client, method, url, content).catch((error: unknown) => ({ error }));
      if (done === undefined) absent.add(name);
      if (done !== undefined && 'error' in done) problems.push(`${name}: ${String(done.error)}`);
      const got = done === undefined ? await askInstead(emulator, method, url, content) : 'got' in done ? done.got : undefined;
      if (as !== undefined) sids[as] = sidOf(got);
      const asked = emulator.events.findLast((event) => event.type === 'rest');
      const came = asked && findOperation(asked.method, `https://${asked.product}.twilio.com${asked.path}`)?.name;
      if (came !== name) problems.push(`${name} came as ${came}`);
    }
    expect(problems).toEqual([]);
    const unexpected = [...absent].filter((name) => !ABSENT[version]?.some((pattern) => pattern.test(name)));
    expect(unexpected).toEqual([]);
  });
});

/** What later operations need is made without the client where it cannot. */
async function askInstead({ client }: Emulator, method: string, { href }: URL, data: Readonly<Record<string, unknown>>) {
  const headers = isJson(data) ? { 'content-type': 'application/json' } : {};
  const { body } = await client.request({ method, uri: href, data, headers, username: ACCOUNT, password: TOKEN });
  return body;
}

/** The SID of what was made, or of the first in a list. */
function sidOf(got: unknown): string {
  const [first] = [got].flat() as (Readonly<Record<string, unknown>> | undefined)[];
  const list = Object.values(first ?? {}).find((value) => Array.isArray(value) && value.length > 0) as
    | { readonly sid: string }[]
    | undefined;
  return String(first?.sid ?? list?.[0]?.sid);
}
