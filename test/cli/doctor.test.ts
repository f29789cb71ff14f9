import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import express, { type Express, type Request, type Response } from 'express';
import twilio from 'twilio';
import { afterEach, describe, expect, test } from 'vitest';
import type { DoctorFinding } from '../../src/line/doctor/finding.js';
import { webhook } from '../../src/node/index.js';
import { IncomingMessage } from '../../src/payloads/messaging/index.js';
import { messagingResponse } from '../../src/twiml/index.js';
import type { WebhookOptions } from '../../src/webhook/index.js';
import { runCli } from './run-cli.js';

const TOKEN = '6bc1bee22e409f96e93d7e117393172a';
const PUBLIC = 'https://shop.example';

const endings: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  endings.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What the doctor says of a server, by what it looked at. */
async function examine(url: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = { TWILIO_AUTH_TOKEN: TOKEN }) {
  const { code, stdout, stderr } = await runCli(['doctor', url, '--json', ...args], { env });
  expect(stderr).toBe('');
  const { ok, findings } = JSON.parse(stdout) as { readonly ok: boolean; readonly findings: readonly DoctorFinding[] };
  expect(code).toBe(ok ? 0 : 1);
  expect(stdout).not.toContain(TOKEN);
  const by = (verdict: DoctorFinding['verdict']) => findings.filter((finding) => finding.verdict === verdict);
  return { code, findings, bad: by('bad'), warnings: by('warning') };
}

const reply = (response: Response) => response.type('text/xml').send('<Response/>');

function ringback(options: Pick<Partial<WebhookOptions>, 'authToken' | 'publicUrl' | 'trustForwarded'>): RequestListener {
  const handler = webhook(IncomingMessage, { authToken: TOKEN, onRejected: () => undefined, ...options }, () => messagingResponse());
  return handler as unknown as RequestListener;
}

/** An application that verifies with Twilio's own library, by the URL that it makes of a request. */
function verifying(prepare: (app: Express) => void, findUrl: (request: Request) => string): Express {
  const app = express();
  app.set('x-powered-by', false);
  prepare(app);
  app.use((request: Request, response: Response) => {
    const isRight = twilio.validateRequest(TOKEN, String(request.get('x-twilio-signature')), findUrl(request), request.body ?? {});
    if (isRight) reply(response);
    else response.status(403).end();
  });
  return app;
}

const parsing = (app: Express) => app.use(express.urlencoded({ extended: false, limit: '1mb' }));

describe('ringback doctor', () => {
  test('has nothing to say against a server that does everything right', async () => {
    const { code, findings } = await examine(`${await serve(ringback({ publicUrl: PUBLIC }))}/sms`, ['--as', PUBLIC]);
    expect(findings.map(({ check, verdict }) => `${check} ${verdict}`)).toEqual([
      ...['token good', 'url good', 'reach good', 'signature good', 'forged good', 'proxy-headers good', 'body good'],
      ...['answer good', 'time good', 'clock good'],
    ]);
    expect(code).toBe(0);
  });

  test('says it in words, with an exit code', async () => {
    const url = `${await serve(ringback({ publicUrl: PUBLIC }))}/sms`;
    const { code, stdout } = await runCli(['doctor', url], { env: { TWILIO_AUTH_TOKEN: TOKEN } });
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^good {3}token {6}TWILIO_AUTH_TOKEN looks like an auth token\.\nlook {3}url {8}127\.0\.0\.1:\d+ is this machine/,
    );
    expect(stdout).toMatch(/\n1 of 4 things are wrong\.\n$/);
  });

  test.each([
    [{}, 'is not set here'],
    [{ TWILIO_AUTH_TOKEN: `"${TOKEN}"` }, 'quotes around it'],
    [{ TWILIO_AUTH_TOKEN: `${TOKEN}\n` }, 'a line end'],
    [{ TWILIO_AUTH_TOKEN: 'AC0123456789abcdef0123456789abcdef' }, 'the account’s SID'],
    [{ TWILIO_AUTH_TOKEN: 'SK0123456789abcdef0123456789abcdef' }, 'the SID of an API key'],
    [{ TWILIO_AUTH_TOKEN: '0123456789abcdef0123456789abcdef' }, 'the test token, which everybody knows'],
  ])('finds the token wrong: %o', async (env, message) => {
    const { bad } = await examine(`${await serve(ringback({ publicUrl: PUBLIC }))}/sms`, ['--as', PUBLIC], env as Record<string, string>);
    expect(bad[0]).toMatchObject({ check: 'token', message: expect.stringContaining(message) });
  });

  test('doubts a token that looks like the secret of an API key', async () => {
    const env = { TWILIO_AUTH_TOKEN: 'Zq0123456789ABCDEF0123456789abcd' };
    const { warnings } = await examine(
      `${await serve(ringback({ publicUrl: PUBLIC, authToken: env.TWILIO_AUTH_TOKEN }))}/sms`,
      ['--as', PUBLIC],
      env,
    );
    expect(warnings).toMatchObject([{ check: 'token' }]);
  });

  test.each([
    ['http://shop.example', 'The URL is http.'],
    ['http://192.168.1.7', 'a private network'],
    ['https://intranet', 'a private network'],
    ['https://shop.local', 'a private network'],
  ])('finds that Twilio should not or cannot call %s', async (publicUrl, message) => {
    const { bad } = await examine(`${await serve(ringback({ publicUrl }))}/sms`, ['--as', publicUrl]);
    expect(bad).toMatchObject([{ check: 'url', message: expect.stringContaining(message) }]);
  });

  test('finds that nobody listens, and that nothing is behind a tunnel', async () => {
    const gone = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => gone.once('listening', resolve));
    const { port } = gone.address() as AddressInfo;
    gone.close();
    expect((await examine(`http://127.0.0.1:${port}/sms`)).bad).toMatchObject([
      { check: 'reach', message: expect.stringContaining('Nothing listens') },
    ]);
    const tunnel = await serve((_, response) => response.writeHead(502).end());
    expect((await examine(`${tunnel}/sms`)).bad).toMatchObject([{ check: 'reach', message: expect.stringContaining('is the tunnel') }]);
  });

  test('finds a server that takes no forms, as Fastify is by itself', async () => {
    const url = await serve((_, response) => response.writeHead(415).end());
    expect((await examine(`${url}/sms`)).bad).toMatchObject([{ check: 'body', message: expect.stringContaining('takes no forms') }]);
  });

  test('finds a server that verifies nothing', async () => {
    const url = await serve((_, response) => response.setHeader('content-type', 'text/xml').end('<Response/>'));
    expect((await examine(`${url}/sms`)).bad).toMatchObject([{ check: 'forged', message: expect.stringContaining('anybody can send') }]);
  });

  test.each([
    ['another token', ringback({ publicUrl: PUBLIC, authToken: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' }), 'none of the usual reasons'],
    ['the test token', ringback({ publicUrl: PUBLIC, authToken: '0123456789abcdef0123456789abcdef' }), 'has the test token'],
    ['no token', ringback({ publicUrl: PUBLIC, authToken: () => '' }), 'fails with 500'],
    [
      'the URL of http',
      verifying(parsing, (request) => `http://${request.get('x-forwarded-host')}${request.originalUrl}`),
      'for http, and Twilio calls https',
    ],
    [
      'its own host',
      verifying(parsing, (request) => `http://${request.get('host')}${request.originalUrl}`),
      'takes itself for http://127.0.0.1',
    ],
    [
      'a host that a tunnel wrote',
      verifying(parsing, ({ originalUrl }) => `http://localhost:8080${originalUrl}`),
      'takes itself for http://localhost:8080',
    ],
    ['the path of a router', verifying(parsing, (request) => `${PUBLIC}${request.originalUrl.replace('/api', '')}`), 'without /api'],
    ['no query', verifying(parsing, (request) => `${PUBLIC}${request.path}`), 'without its query'],
    ['another end of the path', verifying(parsing, ({ originalUrl }) => `${PUBLIC}${originalUrl.replace('?', '/?')}`), 'with another end'],
    [
      'a body that nobody read',
      verifying(
        () => undefined,
        ({ originalUrl }) => `${PUBLIC}${originalUrl}`,
      ),
      'as if there were no parameters',
    ],
  ] as const)('finds that a server goes by %s', async (_, app, message) => {
    const { bad } = await examine(`${await serve(app)}/api/sms?shop=1`, ['--as', PUBLIC]);
    expect(bad).toMatchObject([{ check: 'signature', message: expect.stringContaining(message), advice: expect.any(String) }]);
  });

  test('asks for the public URL where a server of this machine refuses, and none was given', async () => {
    const { bad } = await examine(`${await serve(ringback({ publicUrl: PUBLIC }))}/sms`);
    expect(bad).toMatchObject([{ check: 'signature', advice: expect.stringContaining('give that by --as') }]);
  });

  test('finds the origin of the application behind a proxy, when it is told', async () => {
    const app = verifying(parsing, ({ originalUrl }) => `http://10.0.0.7:9999${originalUrl}`);
    const url = `${await serve(app)}/sms`;
    const { bad } = await examine(url, ['--as', PUBLIC, '--app', 'http://10.0.0.7:9999', '--allow-remote']);
    expect(bad).toMatchObject([{ check: 'signature', message: expect.stringContaining('takes itself for http://10.0.0.7:9999') }]);
  });

  test.each([
    [
      'trims',
      (app: Express) =>
        parsing(app).use((request: Request, _: Response, next: () => void) => {
          request.body.Body = String(request.body.Body).trim();
          next();
        }),
      /a text that begins or ends with a space, line ends\./,
    ],
    [
      'makes objects of brackets',
      (app: Express) => app.use(express.urlencoded({ extended: true, limit: '1mb' })),
      /fails at, a name with brackets\./,
    ],
    [
      'takes no more than a hundred kilobytes',
      (app: Express) => app.use(express.urlencoded({ extended: false })),
      /fails at, more than a hundred kilobytes\./,
    ],
    [
      'escapes',
      (app: Express) =>
        parsing(app).use((request: Request, _: Response, next: () => void) => {
          request.body.Body = String(request.body.Body).replaceAll('<', '&lt;');
          next();
        }),
      /angle brackets/,
    ],
    [
      'drops what is empty',
      (app: Express) =>
        parsing(app).use((request: Request, _: Response, next: () => void) => {
          request.body = Object.fromEntries(Object.entries(request.body).filter(([name, value]) => value !== '' || name !== 'FromCity'));
          next();
        }),
      /a parameter without a value\./,
    ],
    [
      'replaces other alphabets',
      (app: Express) =>
        parsing(app).use((request: Request, _: Response, next: () => void) => {
          request.body.Body = String(request.body.Body).replaceAll(/[^\x20-\x7e\r\n]/g, '?');
          next();
        }),
      /letters beyond ASCII/,
    ],
  ] as const)('finds a parser that %s', async (_, prepare, message) => {
    const app = verifying(prepare as (app: Express) => void, ({ originalUrl }) => `${PUBLIC}${originalUrl}`);
    const { bad } = await examine(`${await serve(app)}/sms`, ['--as', PUBLIC]);
    expect(bad).toMatchObject([{ check: 'body', message: expect.stringMatching(message) }]);
  });

  test('warns of a server that believes the X-Forwarded-Host of anybody', async () => {
    const { bad, warnings } = await examine(`${await serve(ringback({ trustForwarded: true }))}/sms`, ['--as', PUBLIC]);
    expect([bad, warnings]).toMatchObject([[], [{ check: 'proxy-headers' }]]);
  });

  test.each([
    ['from http to https', 'http://shop.example/sms', 'https://shop.example/sms', 'It leads from http to https.'],
    ['to a slash', `${PUBLIC}/sms`, '/sms/', 'with a slash at its end'],
    ['from a slash', `${PUBLIC}/sms/`, '/sms', 'without the slash'],
    ['to a page where one signs in', `${PUBLIC}/sms`, '/login?next=/sms', 'where one signs in'],
    ['to nowhere', `${PUBLIC}/sms`, 'http://[', 'is not said'],
  ])('finds a redirect %s', async (_, publicUrl, location, message) => {
    const url = await serve((__, response) => response.writeHead(301, { location }).end());
    const { bad } = await examine(url + new URL(publicUrl).pathname, ['--as', publicUrl]);
    expect(bad.find(({ check }) => check === 'redirect')?.message).toContain(message);
  });

  test('warns of any other redirect', async () => {
    const url = await serve((_, response) => response.writeHead(302, { location: '/elsewhere' }).end());
    expect((await examine(`${url}/sms`)).warnings).toMatchObject([{ check: 'url' }, { check: 'redirect' }]);
  });

  test('tells an answer of the handler that is 400 from a signature that is refused', async () => {
    const app = express();
    parsing(app);
    app.use((request: Request, response: Response) => {
      const isRight = twilio.validateRequest(
        TOKEN,
        String(request.get('x-twilio-signature')),
        `${PUBLIC}${request.originalUrl}`,
        request.body,
      );
      response.status(isRight ? 400 : 403).end();
    });
    const { bad } = await examine(`${await serve(app)}/sms`, ['--as', PUBLIC]);
    expect(bad.map(({ message }) => message)).toEqual(['The server fails with 400 at what is signed as Twilio would.']);
  });

  test('finds a path that is not there, and one that lacks a slash', async () => {
    const app = express();
    app.set('strict routing', true);
    app.post('/sms/', (_, response) => {
      reply(response);
    });
    app.get('/voice', (_, response) => response.send());
    app.all('/voice', (_, response) => response.status(405).end());
    const url = await serve(app);
    expect((await examine(`${url}/sms`)).bad).toMatchObject([
      { check: 'reach', message: 'There is nothing at /sms, but something at /sms/.' },
    ]);
    expect((await examine(`${url}/other`)).bad).toMatchObject([{ message: 'There is nothing at /other.' }]);
    expect((await examine(`${url}/voice`)).bad).toMatchObject([{ message: 'The server does not take a POST at /voice.' }]);
  });

  test('finds an answer that Twilio would not take', async () => {
    const app = express();
    app.use(express.urlencoded({ extended: false, limit: '1mb' }), (request, response) => {
      const isRight = twilio.validateRequest(
        TOKEN,
        String(request.get('x-twilio-signature')),
        `${PUBLIC}${request.originalUrl}`,
        request.body,
      );
      response.status(isRight ? 200 : 403).json({ ok: isRight });
    });
    const { bad } = await examine(`${await serve(app)}/sms`, ['--as', PUBLIC]);
    expect(bad).toMatchObject([{ check: 'answer', message: expect.stringContaining('12300') }]);
  });

  test('warns of an answer that takes long', async () => {
    let requests = 0;
    const handler = ringback({ publicUrl: PUBLIC });
    const url = await serve((request, response) => {
      requests += 1;
      setTimeout(() => handler(request, response), requests === 1 ? 5_100 : 0);
    });
    expect((await examine(`${url}/sms`, ['--as', PUBLIC])).warnings).toMatchObject([
      { check: 'time', message: expect.stringMatching(/took 5\.\d s, of the 15 s/) },
    ]);
  });

  test.each([
    [-3600, 'behind'],
    [3600, 'ahead of'],
  ])('warns of a clock that is %d s off', async (seconds, message) => {
    const handler = ringback({ publicUrl: PUBLIC });
    const url = await serve((request, response) => {
      response.sendDate = false;
      response.setHeader('date', new Date(Date.now() + seconds * 1000).toUTCString());
      handler(request, response);
    });
    const { warnings } = await examine(`${url}/sms`, ['--as', PUBLIC]);
    expect(warnings).toMatchObject([{ check: 'clock', message: expect.stringContaining(message) }]);
  });

  test.each([
    [['doctor', 'https://shop.example/sms'], '--allow-remote'],
    [['doctor', 'localhost:3000', '--kind', 'event-streams.error-logs'], 'choose another --kind'],
    [['doctor', 'nonsense'], 'Expected a URL'],
  ])('refuses %o in a line', async (args, message) => {
    const { code, stderr } = await runCli(args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  test('looks at what a line needs when there is no URL', async () => {
    const home = mkdtempSync(`${tmpdir()}/ringback-doctor-`);
    endings.push(() => rmSync(home, { recursive: true }));
    const { code, stdout } = await runCli(['doctor'], { env: { HOME: home, PATH: home } });
    expect(code).toBe(0);
    expect(stdout).toContain('There are no credentials of an account');
    expect(stdout).toContain('@ngrok/ngrok is not installed, cloudflared is not on the PATH, tailscale is not on the PATH');
    const env = { HOME: home, PATH: home, TWILIO_ACCOUNT_SID: 'AC0123456789abcdef0123456789abcdef', TWILIO_AUTH_TOKEN: TOKEN };
    expect((await runCli(['doctor'], { env })).stdout).toContain(
      'The account AC0123456789abcdef0123456789abcdef is that of the environment.',
    );
  });
});
