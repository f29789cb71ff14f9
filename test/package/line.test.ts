import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import twilio from 'twilio';
import { afterEach, describe, expect, test } from 'vitest';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/index.js';
import type { TwilioClient } from '../../src/line/account/twilio-client.js';
import { journalFolder } from '../../src/line/journal.js';
import { recover } from '../../src/line/recover.js';
import { webhookRouter } from '../../src/node/index.js';
import { IncomingMessage } from '../../src/payloads/messaging/index.js';
import { IncomingCall } from '../../src/payloads/voice/index.js';
import { messagingResponse, voiceResponse } from '../../src/twiml/index.js';

const root = resolve(import.meta.dirname, '../..');
const command = resolve(root, 'dist/cli/main.js');
const preload = resolve(root, 'dist/preload/index.cjs');
const here = resolve(import.meta.dirname, 'line');

const ACCOUNT = 'AC0123456789abcdef0123456789abcdef';
const TOKEN = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const OURS = '+15550001111';
const SERVICE = 'MG0123456789abcdef0123456789abcdef';
const ADA = '+14155550100';
const OLD = { voiceUrl: 'https://demo.twilio.com/welcome/voice/', smsUrl: 'https://demo.twilio.com/welcome/sms/reply' };

const endings: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

function makeProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-line-'));
  endings.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function startTwilio(options: Partial<EmulatorOptions> = {}): Promise<{ readonly emulator: Emulator; readonly url: string }> {
  const emulator = createEmulator({
    ...{ accountSid: ACCOUNT, authToken: TOKEN, apps: {}, numbers: { [OURS]: OLD }, messagingServices: { [SERVICE]: {} } },
    ...options,
  });
  endings.push(() => emulator.close());
  return { emulator, url: (await emulator.listen()).url };
}

/** A port that nobody listens on. */
async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

interface Running {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Waits until something was printed, or the program has ended. */
  wait(pattern: RegExp): Promise<string>;
  readonly ended: Promise<unknown>;
}

function run(args: readonly string[], cwd: string, env: Readonly<Record<string, string>>): Running {
  const requires = [preload, ...(env.KILL_AT === undefined ? [] : [join(here, 'kill-at.cjs')]), join(here, 'lead-tunnel.cjs')];
  const child = spawn(process.execPath, [command, ...args], {
    cwd,
    env: {
      ...{ PATH: process.env.PATH, HOME: cwd, TWILIO_ACCOUNT_SID: ACCOUNT, TWILIO_AUTH_TOKEN: TOKEN },
      ...{ NODE_OPTIONS: requires.map((file) => `--require ${file}`).join(' '), ...env },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => (text += chunk));
  const ended = once(child, 'close');
  endings.push(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const wait = async (pattern: RegExp) => {
    while (!pattern.test(text) && child.exitCode === null && child.signalCode === null) {
      await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), ended]);
    }
    return text;
  };
  return { child, output: () => text, wait, ended };
}

/** Twilio's own client, led to an emulator in this process. */
function connect(emulator: Emulator): TwilioClient {
  return twilio(ACCOUNT, TOKEN, { httpClient: emulator.client as never }) as unknown as TwilioClient;
}

/** The URLs as the account has them. */
async function readUrls(emulator: Emulator): Promise<unknown> {
  const authorization = `Basic ${btoa(`${ACCOUNT}:${TOKEN}`)}`;
  const get = async (url: string) => (await emulator.rest(new Request(url, { headers: { authorization } }))).json();
  const { incoming_phone_numbers: numbers } = await get(`https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT}/IncomingPhoneNumbers.json`);
  const { inbound_request_url } = await get(`https://messaging.twilio.com/v1/Services/${SERVICE}`);
  return { voice: numbers[0].voice_url, messages: numbers[0].sms_url, service: inbound_request_url };
}

const UNTOUCHED = { voice: OLD.voiceUrl, messages: OLD.smsUrl, service: null };

describe('ringback line', () => {
  test('leads calls and messages here by cloudflared, verifies and keeps them, and puts everything back', async () => {
    const tunnelPort = await findPort();
    const { emulator, url } = await startTwilio({
      apps: { 'https://quiet-sea.trycloudflare.com': { url: `http://127.0.0.1:${tunnelPort}` } },
    });
    const project = makeProject();
    mkdirSync(join(project, 'bin'));
    copyFileSync(join(here, 'cloudflared.js'), join(project, 'bin/cloudflared'));
    writeFileSync(join(project, 'package.json'), '{"type":"module"}');
    chmodSync(join(project, 'bin/cloudflared'), 0o755);
    const router = webhookRouter({ authToken: TOKEN, trustForwarded: true })
      .on(IncomingMessage, ({ Body }) => messagingResponse().message(`You said ${Body}`))
      .on(IncomingCall, () => voiceResponse().say('Hello from the desk.'));
    const app = createServer(router).listen(0, '127.0.0.1');
    await once(app, 'listening');
    endings.push(() => app.close());
    const target = `localhost:${(app.address() as AddressInfo).port}`;
    const args = ['line', OURS, '--app', target, '--out', 'captured', '--basic-auth', 'twilio:s3cret-0123'];
    const env = { RINGBACK_EMULATOR_URL: url, TUNNEL_PORT: String(tunnelPort), PATH: `${join(project, 'bin')}:${process.env.PATH}` };
    const line = run(args, project, env);
    expect(await line.wait(/Ctrl\+C/)).toContain('Waits until https://quiet-sea.trycloudflare.com, by cloudflared, leads here.');
    expect(line.output()).toMatch(/\+15550001111 voice: was https:\/\/demo\.twilio\.com\/welcome\/voice\/\n.* now https:\/\/quiet-sea/);
    const ada = emulator.phone(ADA);
    await ada.text(OURS, 'Ada Lovelace');
    expect((await ada.receive(/You said/)).body).toBe('You said Ada Lovelace');
    const call = await ada.call(OURS);
    await call.hear('Hello from the desk.');
    await emulator.idle();
    const refused = await fetch(`http://127.0.0.1:${tunnelPort}/sms`, { method: 'POST', body: 'Body=x' });
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="ringback"']);
    line.child.kill('SIGINT');
    await line.ended;
    expect(line.child.exitCode).toBe(0);
    expect(line.output()).toMatch(/messaging\.incoming POST \/sms → 200 in \d+ ms, signed {2}captured\/0001-messaging\.incoming\.json\n/);
    expect(line.output()).toMatch(/voice\.incoming POST \/voice → 200 in \d+ ms, signed/);
    expect(line.output()).toContain('+15550001111 voice: https://demo.twilio.com/welcome/voice/ is back.');
    expect(line.output()).not.toContain(TOKEN);
    const kept = readdirSync(join(project, 'captured')).map((name) => readFileSync(join(project, 'captured', name), 'utf8'));
    expect(kept.join('')).not.toMatch(/Lovelace|s3cret/);
    expect(await readUrls(emulator)).toEqual(UNTOUCHED);
  });

  test('puts the old URLs back at the next start, wherever it was killed', async () => {
    const survivors: unknown[] = [];
    let step = 0;
    for (let isKilled = true; isKilled; ) {
      step += 1;
      const { emulator, url } = await startTwilio();
      const project = makeProject();
      const port = await findPort();
      const env = { RINGBACK_EMULATOR_URL: url, KILL_AT: String(step) };
      const args = ['line', OURS, SERVICE, '--app', 'localhost:1', '--tunnel-url', `http://127.0.0.1:${port}`, '--port', String(port)];
      const line = run(args, project, env);
      await line.wait(/Ctrl\+C/);
      line.child.kill('SIGINT');
      await line.ended;
      isKilled = line.child.signalCode === 'SIGKILL';
      expect([line.output(), line.child.exitCode]).toEqual([line.output(), isKilled ? null : 0]);
      survivors.push(JSON.stringify(await readUrls(emulator)));
      await recover({ folder: journalFolder(project), accountSid: ACCOUNT, client: connect(emulator), tell: () => undefined });
      expect([step, await readUrls(emulator)]).toEqual([step, UNTOUCHED]);
      expect(step).toBeLessThan(60);
    }
    // It was killed with nothing changed, with all, and with a part.
    expect(new Set(survivors).size).toBeGreaterThan(2);
    expect(step).toBeGreaterThan(15);
  }, 600_000);

  test('restores by a command of its own what a killed one has left', async () => {
    const { emulator, url } = await startTwilio();
    const project = makeProject();
    const port = await findPort();
    const env = { RINGBACK_EMULATOR_URL: url };
    const args = ['line', OURS, '--app', 'localhost:1', '--tunnel-url', `http://127.0.0.1:${port}`, '--port', String(port), '--json'];
    const line = run(args, project, env);
    await line.wait(/Ctrl\+C/);
    expect(line.output()).toContain('{"type":"set","change":{"place":{"kind":"number"');
    line.child.kill('SIGKILL');
    await line.ended;
    expect(await readUrls(emulator)).toMatchObject({ voice: `http://127.0.0.1:${port}/voice` });
    const restore = run(['line', 'restore'], project, env);
    await restore.ended;
    expect([restore.child.exitCode, restore.output()]).toEqual([
      0,
      expect.stringMatching(/broken off:\n\+15550001111 voice: .* is back\./),
    ]);
    expect(await readUrls(emulator)).toEqual(UNTOUCHED);
    const again = run(['line', 'restore'], project, env);
    await again.ended;
    expect([again.child.exitCode, again.output()]).toEqual([0, 'There is nothing to put back.\n']);
  });
});

describe('ringback dev --line', () => {
  test('runs an application that Twilio calls, shows what comes beside the emulator, and puts everything back', async () => {
    const { emulator, url } = await startTwilio({ apps: {} });
    const project = makeProject();
    symlinkSync(resolve(root, 'node_modules'), join(project, 'node_modules'));
    const port = await findPort();
    const appPort = await findPort();
    writeFileSync(join(project, 'app.mjs'), APPLICATION);
    const tunnel = ['--tunnel-url', `http://127.0.0.1:${port}`, '--line-port', String(port)];
    const args = ['dev', '--port', '0', '--no-open', '--app', `localhost:${appPort}`, '--line', OURS, ...tunnel];
    const dev = run([...args, '--', process.execPath, 'app.mjs'], project, { RINGBACK_EMULATOR_URL: url, PORT: String(appPort) });
    expect(await dev.wait(/sms:? ?now|messages: was/)).toContain(`Waits until http://127.0.0.1:${port} leads here.`);
    await dev.wait(/the application is up/);
    // The URL is one of this machine, which stands for the tunnel.
    await emulator.phone(ADA).text(OURS, 'hello');
    await emulator.idle();
    expect(await dev.wait(/messaging\.incoming POST/)).toMatch(/messaging\.incoming POST \/sms → 200 in \d+ ms, signed/);
    // What it asks of Twilio goes where this process asks too, and not to the emulator beside it.
    expect(dev.output()).toContain(`asks ${url}`);
    dev.child.kill('SIGINT');
    await dev.ended;
    expect(dev.output()).toContain(`${OURS} messages: ${OLD.smsUrl} is back.`);
    expect(await readUrls(emulator)).toEqual(UNTOUCHED);
    const [session = ''] = readdirSync(join(project, '.ringback/sessions'));
    expect(readFileSync(join(project, '.ringback/sessions', session), 'utf8')).toMatch(/"type":"webhook".*"kind":"messaging\.incoming"/);
    expect(readdirSync(join(project, '.ringback/captured'))).toEqual(['0001-messaging.incoming.json']);
  });

  test('ends the application, and says why, when the line does not come up', async () => {
    const { emulator, url } = await startTwilio({ numbers: { [OURS]: { voiceUrl: 'https://shop.example/voice' } } });
    const project = makeProject();
    const port = await findPort();
    const args = [
      'dev',
      '--port',
      '0',
      '--no-open',
      '--line',
      OURS,
      '--tunnel-url',
      `http://127.0.0.1:${port}`,
      '--line-port',
      String(port),
    ];
    const stay = ['--', process.execPath, '-e', 'setInterval(() => undefined, 1000)'];
    const dev = run([...args, ...stay], project, { RINGBACK_EMULATOR_URL: url });
    await dev.ended;
    expect([dev.child.exitCode, dev.output()]).toEqual([2, expect.stringContaining('which is none of development. Nothing was changed')]);
    expect(await readUrls(emulator)).toMatchObject({ voice: 'https://shop.example/voice' });
  });
});

/** Answers texts, and tells where its requests to Twilio are led. */
const APPLICATION = `
import { createServer } from 'node:http';
createServer((request, response) => {
  request.resume();
  request.on('end', () => response.setHeader('content-type', 'text/xml').end('<Response/>'));
}).listen(process.env.PORT, '127.0.0.1', () => {
  console.log('asks ' + process.env.RINGBACK_EMULATOR_URL);
  console.log('the application is up');
});
`;
