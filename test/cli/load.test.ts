import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { makeEmulator } from '../../src/emulator/create-emulator.js';
import type { TextOptions } from '../../src/emulator/messages/incoming.js';
import { writeSession } from '../../src/emulator/session/write.js';
import { WorldKeeper } from '../../src/emulator/world-keeper.js';
import { webhookRouter } from '../../src/express/index.js';
import type { LoadReport } from '../../src/load/report.js';
import { IncomingMessage } from '../../src/payloads/messaging/index.js';
import { GatherResult, IncomingCall } from '../../src/payloads/voice/index.js';
import { messagingResponse, voiceResponse } from '../../src/twiml/index.js';
import { type Run, runCli } from './run-cli.js';
import { keepServers, sendXml, serve, serveHandler, type TestServer } from './serve.js';

const authToken = '6bc1bee22e409f96e93d7e117393172a';
const env = { TWILIO_AUTH_TOKEN: authToken };

/** A busy machine is late, which is not what these tests are about. */
const PATIENT = ['--slip', '10m', '--think', '0s', '--arrive', '50/s', '--hold', '5s'];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-load-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const keep = keepServers();

/** An Express application with a menu and an answer to texts, which verifies what comes. */
function startApp(look: () => void = () => undefined, read: (message: IncomingMessage) => void = () => undefined): Promise<TestServer> {
  const router = webhookRouter({ authToken, onRejected: () => undefined })
    .on(IncomingCall, () => voiceResponse().gather({ action: '/voice', numDigits: 1 }, (gather) => gather.say('Press one.')))
    .on(GatherResult, ({ Digits }) => voiceResponse().say(`You pressed ${Digits}.`).hangup())
    .on(IncomingMessage, (message) => {
      read(message);
      return messagingResponse().message('Thank you.');
    });
  const app = express();
  app.use((_request, _response, next) => {
    look();
    next();
  });
  app.post(['/voice', '/sms'], router);
  return keep(serveHandler(app));
}

/** The same application, and somebody who interrupts the run when it has got ten requests. */
async function startInterruption(): Promise<{ readonly origin: string; readonly signal: AbortSignal }> {
  const interruption = new AbortController();
  let left = 10;
  const { origin } = await startApp(() => {
    left -= 1;
    if (left === 0) interruption.abort();
  });
  return { origin, signal: interruption.signal };
}

async function load(args: readonly string[], context: Parameters<typeof runCli>[1] = {}): Promise<Run> {
  return runCli(['load', ...PATIENT, ...args], { env, ...context });
}

async function loadJson(
  args: readonly string[],
  context: Parameters<typeof runCli>[1] = {},
): Promise<LoadReport & { readonly code: number }> {
  const { code, stdout, stderr } = await load([...args, '--json'], context);
  // A run that takes long tells every ten seconds how it goes.
  expect(stderr.replaceAll(/^\d+ s {2}\d+ people.*\n/gm, '')).toBe('');
  return { ...JSON.parse(stdout), code };
}

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const latency = z.strictObject({ count: z.int(), p50: z.number(), p90: z.number(), p95: z.number(), p99: z.number(), max: z.number() });
const webhooks = {
  ...{ count: z.int(), noAnswer: z.int(), misses: z.int(), serverErrors: z.int(), refused: z.int(), wrong: z.int() },
  latencyMs: latency,
};
const turns = z.strictObject({ asked: z.int(), unanswered: z.int(), latencyMs: latency }).optional();

/** What docs/load.md says of `--json`. */
const report = z.strictObject({
  version: z.literal(1),
  ok: z.boolean(),
  problems: z.array(z.string()),
  interrupted: z.boolean(),
  seconds: z.number(),
  people: z.strictObject({
    ...{ started: z.int(), done: z.int(), failed: z.int(), cut: z.int(), dropped: z.int() },
    ...{ perSecond: z.number(), plannedPerSecond: z.number() },
  }),
  webhooks: z.strictObject({ ...webhooks, perSecond: z.number(), warmUp: z.int() }),
  kinds: z.record(z.string(), z.strictObject({ ...webhooks, deadlineMs: z.int() })),
  turns: z.strictObject({ relay: turns, stream: turns }),
  reasons: z.array(z.strictObject({ reason: z.string(), count: z.int() })),
  thresholds: z.array(z.strictObject({ threshold: z.string(), ok: z.boolean(), figure: z.number().optional() })),
  generator: z.strictObject({
    reliable: z.boolean(),
    reasons: z.array(z.string()),
    workers: z.int(),
    latenessMs: latency,
    eventLoopMs: latency,
    utilization: z.number(),
    cores: z.number(),
    sound: z.strictObject({ frames: z.int(), p95Ms: z.number() }).optional(),
  }),
  seed: z.int(),
});

describe('ringback load', () => {
  test('calls an Express application, and prints a table of what it found', async () => {
    const { origin } = await startApp();
    const { code, stdout } = await load([`${origin}/voice`, '--press', '7', '--expect', 'You pressed 7', '--calls', '10']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^10 people in .*; 20 webhooks/);
    expect(stdout).toMatch(/\nvoice\.gather +10 .* 14\.00 s +0 +0 +0 +0 +0\n/);
    expect(stdout).toMatch(/\nall +20 /);
    expect(stdout).toMatch(/\nAll went well\.\n$/);
    expect(stdout).not.toContain(authToken);
  });

  test('prints all of it as JSON, in the form that the guide shows', async () => {
    const { origin } = await startApp();
    const { stdout, code } = await load([`${origin}/sms`, '--text', 'Hello', '--calls', '5', '--json', '--seed', '7']);
    expect(code).toBe(0);
    const found = report.parse(JSON.parse(stdout));
    expect(found).toMatchObject({
      ok: true,
      seed: 7,
      people: { started: 5, done: 5 },
      kinds: { 'messaging.incoming': { count: 5, deadlineMs: 14_000 } },
    });
  });

  test('says what is wrong, and how often', async () => {
    const { origin } = await keep(serve((_, response) => response.writeHead(500).end()));
    const { code, stdout } = await load([`${origin}/voice`, '--calls', '3']);
    expect(code).toBe(1);
    expect(stdout).toContain('3 of 3 webhooks were answered with 5xx.');
    expect(stdout).toMatch(/What was wrong:\n {2}3 × /);
  });

  test('shows a server’s own control characters instead of sending them to the terminal', async () => {
    const { origin } = await keep(serve((_, response) => sendXml(response, '<Response><\u001b[2J/></Response>')));
    const { stdout } = await load([`${origin}/voice`, '--calls', '1']);
    expect(stdout).not.toContain('\u001b');
  });

  test('is not content where it has measured nothing', async () => {
    const { origin } = await keep(serve(() => undefined));
    const { code, problems } = await loadJson([`${origin}/voice`, '--calls', '2', '--patience', '200ms']);
    expect(code).toBe(1);
    expect(problems).toContain('Nothing was measured: no webhook came to its end after the warm-up.');
  });

  test('calls itself not reliable where it was late itself', async () => {
    const { origin } = await startApp();
    const { code, stdout } = await runCli(['load', `${origin}/voice`, '--calls', '3', '--hold', '0s', '--slip', '0ms'], { env });
    expect(code).toBe(1);
    expect(stdout).toMatch(/Not reliable: People came or acted late: .*\nThe figures are not reliable\.\n$/);
  });

  test('ends with what there is when it is interrupted', async () => {
    const { origin, signal } = await startInterruption();
    const { interrupted, people, kinds } = await loadJson([`${origin}/voice`, '--duration', '1h'], { signal });
    expect(interrupted).toBe(true);
    expect(people.started).toBeGreaterThan(0);
    expect(kinds['voice.incoming']).toMatchObject({ noAnswer: 0, misses: 0 });
  });

  test('shows how it goes where somebody sees it', async () => {
    const { origin } = await startApp();
    const { stderr } = await load([`${origin}/voice`, '--duration', '2s', '--hold', '0s'], { isTerminal: true });
    expect(stderr).toMatch(/\r\d+ s {2}\d+ people, \d+ at it {2}\d+ webhooks {2}p99 [\d.]+ m?s {2}0 wrong/);
    expect(stderr).toMatch(/\r +\r$/);
  });
});

describe('A limit of --fail-on', () => {
  test('that is kept is as good as no limit, and excuses what it does not speak of', async () => {
    const { origin } = await keep(serve((_, response) => response.writeHead(500).end()));
    const { code, thresholds } = await loadJson([
      `${origin}/voice`,
      '--calls',
      '3',
      '--fail-on',
      'p99>10m',
      '--fail-on',
      'voice.incoming:misses>0',
    ]);
    expect(code).toBe(0);
    expect(thresholds).toEqual([
      { threshold: 'p99>10m', ok: true, figure: expect.any(Number) },
      { threshold: 'voice.incoming:misses>0', ok: true, figure: 0 },
    ]);
  });

  test('that is passed fails, and so does one of something that was not measured', async () => {
    const { origin } = await startApp();
    const { code, problems } = await loadJson([
      `${origin}/voice`,
      '--calls',
      '3',
      '--hold',
      '0s',
      '--fail-on',
      'p50>0ms',
      '--fail-on',
      'relay:p95>1s',
    ]);
    expect(code).toBe(1);
    expect(problems).toEqual(['The limit p50>0ms was passed.', 'The limit relay:p95>1s was passed.']);
  });
});

describe('People do what is in', () => {
  test('a script of ringback call', async () => {
    const { origin } = await startApp();
    const file = write('morning.txt', '# The menu\npress 4\nexpect You pressed 4\n');
    expect(await loadJson([file, '--app', origin, '--calls', '3'])).toMatchObject({ code: 0, people: { done: 3 } });
  });

  test('a script of texts', async () => {
    const { origin } = await startApp();
    const file = write('texts.txt', 'text Hello\ntext And good-bye\nexpect Thank you\n');
    expect(await loadJson([file, '--app', origin, '--calls', '3'])).toMatchObject({
      code: 0,
      kinds: { 'messaging.incoming': { count: 6 } },
    });
  });

  test('a module, JavaScript or TypeScript', async () => {
    const { origin } = await startApp();
    const body = `
      const call = await phone.call(number);
      await call.press('5');
      await call.hear('You pressed 5');
      if (index > 2 || random() >= 1) throw new Error('Out of range');
    `;
    // TypeScript is read by the project's own esbuild, where Node does not read it.
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(fileURLToPath(new URL('../../node_modules/esbuild', import.meta.url)), join(folder, 'node_modules/esbuild'));
    const js = write('story.mjs', `export default async (phone, { number, index, random }) => {${body}};`);
    const ts = write(
      'typed.ts',
      `interface Context { number: string; index: number; random(): number }\nexport default async (phone: any, { number, index, random }: Context): Promise<void> => {${body}};`,
    );
    for (const file of [js, ts])
      expect(await loadJson([file, '--app', origin, '--calls', '3'])).toMatchObject({ code: 0, people: { done: 3 } });
  });

  test('a session of ringback dev', async () => {
    const { origin } = await startApp();
    const file = write('session.jsonl', await recordSession(origin));
    const found = await loadJson([file, '--calls', '4']);
    expect(found.reasons).toEqual([]);
    // A call and a conversation take turns.
    expect(found).toMatchObject({
      code: 0,
      people: { done: 4 },
      kinds: { 'voice.incoming': { count: 2 }, 'voice.gather': { count: 2 }, 'messaging.incoming': { count: 2 } },
    });
  });

  test('a session of ringback dev, in which somebody has tapped a button and sent a picture', async () => {
    const messages: IncomingMessage[] = [];
    const { origin } = await startApp(undefined, (message) => messages.push(message));
    const media = [{ contentType: 'image/png', content: new Uint8Array(8) }];
    const session = await recordSession(origin, { buttonText: 'Yes', buttonPayload: 'yes', media });
    messages.length = 0;
    expect(await loadJson([write('session.jsonl', session), '--calls', '2'])).toMatchObject({ code: 0, people: { done: 2 } });
    expect(messages).toEqual([
      expect.objectContaining({ ButtonText: 'Yes', ButtonPayload: 'yes', Media: [expect.objectContaining({ ContentType: 'image/png' })] }),
    ]);
  });

  test('what ringback record has kept', async () => {
    const { origin } = await startApp();
    const kept = (second: number, kind: string, parameters: object) => ({
      recordedAt: `2026-11-30T12:00:0${second}.000Z`,
      redacted: true,
      kind,
      request: { method: 'POST', url: '/voice', headers: {}, parameters },
      response: { status: 200, durationMs: 1 },
    });
    const call = { CallSid: `CA${'0'.repeat(32)}` };
    const file = write(
      'kept.json',
      JSON.stringify([
        kept(2, 'voice.gather', { ...call, Digits: '6' }),
        kept(1, 'voice.incoming', call),
        kept(3, 'messaging.incoming', { From: '+14155550100', Body: 'Hello' }),
      ]),
    );
    expect(await loadJson([file, '--app', origin, '--calls', '4'])).toMatchObject({
      code: 0,
      people: { done: 4 },
      kinds: { 'voice.gather': { count: 2 }, 'messaging.incoming': { count: 2 } },
    });
  });
});

/** The sender of ours on WhatsApp, where there is something to tap. */
const SHOP = 'whatsapp:+12015550199';

/** Somebody calls and writes; what happened, as a session file. With options it is WhatsApp that they write by. */
async function recordSession(origin: string, options?: TextOptions): Promise<string> {
  const number = '+12015550123';
  const numbers = { [number]: { voiceUrl: '/voice', smsUrl: '/sms' }, [SHOP]: { smsUrl: '/sms' } };
  const keeper = new WorldKeeper({ app: { url: origin }, authToken, numbers });
  const twilio = makeEmulator(keeper);
  const ada = twilio.phone('+14155550100');
  const call = await ada.call(number);
  await call.press('1');
  await call.hear('You pressed 1');
  await twilio.idle();
  await (options === undefined ? ada.text(number, 'Hello') : ada.text(SHOP, 'Yes', options));
  const text = writeSession(keeper.world, { version: '1.2.3', app: origin });
  await twilio.close();
  return text;
}

describe('Several threads', () => {
  test('share the people, and add up what they find', async () => {
    const { origin } = await startApp();
    const outdir = join(folder, 'built');
    await build({
      entryPoints: [new URL('../../src/cli/load-worker.ts', import.meta.url).pathname],
      ...{ bundle: true, platform: 'node', format: 'esm', outdir, outExtension: { '.js': '.mjs' }, logLevel: 'silent' },
      // What is CommonJS in it asks for Node's own modules.
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    });
    const loadWorker = pathToFileURL(join(outdir, 'load-worker.mjs'));
    const found = await loadJson([`${origin}/voice`, '--press', '1', '--calls', '21', '--workers', '2'], { loadWorker });
    expect(found).toMatchObject({
      code: 0,
      people: { started: 21, done: 21 },
      kinds: { 'voice.incoming': { count: 21 }, 'voice.gather': { count: 21 } },
      generator: { workers: 2 },
    });
    const { origin: other, signal } = await startInterruption();
    const half = await loadJson([`${other}/voice`, '--duration', '1h', '--workers', '2'], { loadWorker, signal });
    expect(half.interrupted).toBe(true);
    expect(half.people.started).toBeGreaterThan(0);
  });
});

describe('Wrong use', () => {
  test.each([
    [['localhost:1/voice', '--arrive', 'often'], /--arrive takes a rate such as 50\/s or 120\/m/],
    [['localhost:1/voice', '--arrive', '0/s'], /--arrive takes a rate/],
    [['localhost:1/voice', '--duration', 'long'], /--duration takes a time/],
    [['localhost:1/voice', '--think', '5s..1s'], /--think takes a time/],
    [['localhost:1/voice', '--calls', '0'], /--calls is a number from 1/],
    [['localhost:1/voice', '--workers', '9999'], /--workers is a number from 1/],
    [['localhost:1/voice', '--fail-on', 'slow'], /--fail-on takes a figure and a limit/],
    [['localhost:1/voice', '--duration', '5s', '--warm-up', '5s'], /nothing would be measured/],
    [['localhost:1/voice', '--text', 'Hello', '--press', '1'], /give one of the two/],
    [['localhost:1/voice', '--workers', '2'], /--workers needs the built command/],
    [['https://app.example/voice'], /is not this machine/],
    [['no-such-file.txt'], /There is no file no-such-file\.txt/],
  ])('is told: %s', async (args, message) => {
    const { code, stderr } = await runCli(['load', ...args], { env });
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  test('of a file is told before anybody arrives', async () => {
    const cases = [
      [write('no-default.mjs', 'export const story = 1;'), /no default export/],
      [write('throws.mjs', "throw new Error('Not today');"), /The module cannot be loaded: Not today/],
      [write('mixed.txt', 'text Hello\npress 1\n'), /Line 2 of the script is neither text <words> nor expect <text>/],
      [write('bad.txt', 'dance\n'), /Line 1 of the script/],
      [write('empty.json', '[]'), /Nobody calls or writes in this recording/],
      [write('other.json', '{"a":[1,null]}'), /Nobody calls or writes/],
      [write('broken.json', '{'), /broken\.json cannot be read/],
      [write('broken.jsonl', '{}\n'), /no line of a session file/],
    ] as const;
    for (const [file, message] of cases) {
      const { code, stderr } = await runCli(['load', file], { env });
      expect({ code, file }).toEqual({ code: 2, file });
      expect(stderr).toMatch(message);
    }
  });
});
