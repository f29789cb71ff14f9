// The first commands of README and of the first guide, run as somebody would who copies one after the other into an empty folder. What stands
// behind a server that was started runs in a second shell, which knows nothing of the first.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { tarball } from './project.js';

const root = resolve(import.meta.dirname, '../..');

/** A block of code in a page, with the file that the text before says to save it as. */
interface Step {
  readonly language: string;
  readonly code: string;
  readonly file: string | undefined;
}

/** What a page says to do under a heading: files to save, and commands. Under the first of a page it is all that the page says. */
function listSteps(page: string, from: string): Step[] {
  const text = readFileSync(join(root, page), 'utf8');
  const section = text.slice(text.indexOf(from)).split(from.startsWith('## ') ? /\n(?=## )/ : /$/, 1)[0] ?? '';
  const blocks = section.matchAll(/(?:[Ss]ave this as `([\w.]+)`[^\n]*\n\n)?^```(\w+)\n(.*?)^```$/gms);
  return [...blocks]
    .map(([, file, language = '', code = '']) => ({ language, code, file }))
    .filter(({ language, file }) => language === 'sh' || file !== undefined);
}

let server: ChildProcess | undefined;
afterEach(async () => {
  if (server?.pid === undefined || server.exitCode !== null) return;
  const closed = once(server, 'close');
  server.kill('SIGKILL');
  await closed;
  server = undefined;
});

/** Runs commands of a shell to their end, in a folder. */
function run(folder: string, commands: string, env: NodeJS.ProcessEnv): Promise<{ readonly code: unknown; readonly output: string }> {
  return new Promise((done) => {
    execFile('sh', ['-e', '-c', commands], { cwd: folder, env, timeout: 100_000 }, (error, stdout, stderr) =>
      done({ code: error === null ? 0 : (error.code ?? error.signal), output: `${stdout}${stderr}` }),
    );
  });
}

/** Starts a server that a page says to start, and waits until something listens. */
async function start(folder: string, commands: string, port: number, env: NodeJS.ProcessEnv): Promise<void> {
  // The shell becomes the server, so that ending one ends the other.
  server = spawn('sh', ['-e', '-c', commands.replace(/^node /m, 'exec node ')], { cwd: folder, env, stdio: 'ignore' });
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await fetch(`http://127.0.0.1:${port}`).then(Boolean, () => false)) return;
    await new Promise((wait) => setTimeout(wait, 100));
  }
  throw new Error(`Nothing listens after ${commands}`);
}

async function findPort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Does what a page says, in its order, and returns what the commands printed. */
async function follow(steps: readonly Step[], inherited: NodeJS.ProcessEnv): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-first-'));
  const port = await findPort();
  const adapt = (text: string) =>
    text
      .replace('npm install ringback zod', `npm install --prefer-offline --no-audit --no-fund ${tarball} zod`)
      .replace('.listen(3000)', `.listen(${port}, '127.0.0.1')`)
      .replaceAll('localhost:3000', `localhost:${port}`);
  const outputs: string[] = [];
  let exported = '';
  for (const { code, file } of steps) {
    const text = adapt(code);
    if (file !== undefined) writeFileSync(join(folder, file), text);
    else if (/node \w+\.mjs$/m.test(text) && text.includes('export')) await start(folder, text, port, inherited);
    else {
      const { code: status, output } = await run(folder, exported + text, inherited);
      expect(status, `${text}\n${output}`).toBe(0);
      outputs.push(output);
      // One shell keeps what it was told to export.
      exported += (text.match(/^export .*\n/gm) ?? []).join('');
    }
  }
  return outputs;
}

const { TWILIO_AUTH_TOKEN: _token, PUBLIC_URL: _url, ...bare } = process.env;

describe.each<[string, NodeJS.ProcessEnv]>([
  ['no auth token', bare],
  ['an auth token of its own', { ...bare, TWILIO_AUTH_TOKEN: 'fedcba9876543210fedcba9876543210' }],
])('In an empty folder, with %s in the environment,', (_, environment) => {
  test('the first five lines of README answer a call', async () => {
    const steps = listSteps('README.md', '## Install');
    const program = steps.find(({ file }) => file !== undefined)?.code ?? '';
    expect(program.trim().split('\n')).toHaveLength(5);
    const outputs = await follow(steps, environment);
    expect(outputs).toHaveLength(2);
    expect(outputs[1]).toContain('Hello +14155550100.');
    expect(outputs[1]).toContain('All went well.');
  });

  test('the commands of README work, one after the other', async () => {
    const [install] = listSteps('README.md', '## Install');
    const outputs = await follow([...(install === undefined ? [] : [install]), ...listSteps('README.md', '## Use it')], environment);
    expect(outputs).toHaveLength(2);
    expect(outputs[1]).toContain('Press one for sales');
    expect(outputs[1]).toContain('<Number>+15550001111</Number>');
  });

  test('the commands of the guide to calls work: somebody reaches nobody, and leaves a message', async () => {
    const [install] = listSteps('README.md', '## Install');
    const steps = [...(install === undefined ? [] : [install]), ...listSteps('docs/guides/answer-a-call.md', '# Answer a call')];
    const outputs = await follow(steps, environment);
    expect(outputs[1]).toContain('Thank you.');
    expect(outputs[1]).toContain('All went well.');
  });

  test('the commands of the first guide work, one after the other', async () => {
    const outputs = await follow(listSteps('docs/start.md', '# Start'), environment);
    expect(outputs.at(-1)).toContain('You said "hello".');
    expect(outputs.length).toBeGreaterThan(1);
  });
});
