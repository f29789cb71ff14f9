import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const command = resolve(root, 'dist/cli/main.js');
const authToken = '6bc1bee22e409f96e93d7e117393172a';

interface Result {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command, as a shell would. */
function run(
  args: readonly string[],
  { input = '', ...env }: { readonly input?: string; readonly [name: string]: string } = {},
): Promise<Result> {
  return new Promise((done) => {
    const options = { cwd: root, env: { PATH: process.env.PATH, TWILIO_AUTH_TOKEN: authToken, ...env }, timeout: 60_000 };
    const child = execFile(process.execPath, [command, ...args], options, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
    child.stdin?.end(input);
  });
}

interface App {
  listen(port: number, host: string): unknown;
  close(): unknown;
  address(): unknown;
  on(event: 'request', listener: () => void): unknown;
  off(event: 'request', listener: () => void): unknown;
}

let app: App;
let origin = '';
let folder = '';
const children: ChildProcess[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-command-'));
  const { createApp } = (await import(resolve(root, 'examples/quickstart/app.js'))) as { createApp(settings: object): App };
  app = createApp({ authToken, publicUrl: 'https://example.com', report: () => undefined });
  app.listen(0, '127.0.0.1');
  await once(app as never, 'listening');
  origin = `http://127.0.0.1:${(app.address() as AddressInfo).port}`;
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill();
});

afterAll(() => {
  app.close();
  rmSync(folder, { recursive: true });
});

/** Resolves when the application has got so many requests from now on. */
function untilCalled(times: number): Promise<void> {
  return new Promise((resolve) => {
    let left = times;
    const look = () => {
      left -= 1;
      if (left > 0) return;
      app.off('request', look);
      resolve();
    };
    app.on('request', look);
  });
}

describe('the built command', () => {
  test('is what the package installs, and can be run', async () => {
    const { bin, version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
    expect(resolve(root, bin.ringback)).toBe(command);
    expect(readFileSync(command, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(await run(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('exists as an ES module alone', () => {
    expect(readdirSync(resolve(root, 'dist/cli'))).toEqual(['load-worker.js', 'main.js']);
  });

  test('lets many people call from several threads, and prints what there is when it is interrupted', async () => {
    const story = [
      'load',
      `${origin}/voice`,
      '--as',
      'https://example.com',
      '--press',
      '2',
      '--think',
      '0s',
      '--arrive',
      '20/s',
      '--slip',
      '10m',
    ];
    const whole = await run([...story, '--calls', '11', '--workers', '2', '--hold', '0s', '--json']);
    expect(JSON.parse(whole.stdout)).toMatchObject({
      people: { started: 11, done: 11 },
      kinds: { 'voice.incoming': { count: 11 } },
      generator: { workers: 2 },
      problems: [],
    });
    expect(whole.code).toBe(0);
    for (const workers of ['1', '2']) {
      const child = spawn(process.execPath, [command, ...story, '--duration', '1h', '--workers', workers, '--json'], {
        cwd: root,
        env: { PATH: process.env.PATH, TWILIO_AUTH_TOKEN: authToken },
      });
      children.push(child);
      let stdout = '';
      child.stdout.on('data', (chunk: Buffer) => (stdout += String(chunk)));
      await untilCalled(5);
      child.kill('SIGINT');
      const [code] = await once(child, 'close');
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ interrupted: true, problems: [], webhooks: { noAnswer: 0, misses: 0 } });
    }
  });

  test('calls the application of the quickstart, and leaves a message where nobody answers', async () => {
    const acts = ['--press', '1', '--dial', 'no-answer', '--record', 'Please call me back.', '--expect', 'We will call you back'];
    const { code, stdout, stderr } = await run(['call', `${origin}/voice`, '--as', 'https://example.com', ...acts]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/\+14155550199: no-answer\n.*voice\.recording\.record-verb POST \/recording .*The other side hangs up/s);
  });

  test('talks to the application of the quickstart', async () => {
    const { code, stdout, stderr } = await run([
      'send',
      'voice.incoming',
      `${origin}/voice`,
      '--as',
      'https://example.com',
      '--press',
      '1',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('<Dial action="/dialled" timeout="10">+14155550199</Dial>');
    expect(stdout).toContain('Twilio would take all 2 answers.');
    expect(stdout).not.toContain('\u001b[');
  });

  test('ends with 1 for problems and with 2 for wrong use, without a stack trace', async () => {
    const refused = await run(['send', 'messaging.incoming', `${origin}/sms`]);
    expect(refused.code).toBe(1);
    expect(refused.stdout).toContain('403');
    const wrong = await run(['send', 'messaging.incomming', `${origin}/sms`]);
    expect(wrong).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^ringback: .*did you mean messaging\.incoming\?.*\n$/),
    });
  });

  test('reads the standard input', async () => {
    expect((await run(['lint', '-'], { input: '<Response><Hangup/></Response>' })).code).toBe(0);
    expect((await run(['lint', '-'], { input: '<Response><Hangup></Response>' })).code).toBe(1);
  });

  test('knows what parameters mean', async () => {
    const { code, stdout } = await run(['show', 'voice.gather']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Digits +sometimes +text\. \w+/);
    // Many kinds have it, and the JSON Schema tells once what it means.
    expect(stdout).toMatch(/AccountSid +always +text\. \w+/);
  });

  test('records until it is interrupted', async () => {
    const args = [command, 'record', '--port', '0', '--to', origin, '--out', folder];
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    children.push(child);
    const [announced] = await once(child.stderr, 'data');
    const [proxy = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(String(announced)) ?? [];
    const sent = await run(['send', 'messaging.incoming', `${proxy}/sms`, '--as', 'https://example.com']);
    expect(sent.code).toBe(0);
    child.kill('SIGINT');
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
    expect(readdirSync(folder)).toEqual(['0001-messaging.incoming.json']);
  });

  test('does not mind that nobody reads on', async () => {
    const child = spawn('sh', ['-c', `"${process.execPath}" "${command}" kinds | head -1`], { cwd: root });
    let stderr = '';
    child.stderr.on('data', (chunk) => (stderr += chunk));
    await once(child, 'close');
    expect(stderr).toBe('');
  });
});
