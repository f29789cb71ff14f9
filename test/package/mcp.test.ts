// `ringback mcp` as an assistant starts it: the command of the package as a process of its own, and the protocol's own client.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { askBy } from '../cli/mcp/connect.js';
import { type Dev, startDev } from './support/start-dev.js';

const command = resolve('dist/cli/main.js');
const PLAIN = resolve('test/package/applications/plain.cjs');

let project: string;
let client: Client;
let dev: Dev | undefined;
let complaints = '';

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'ringback-mcp-'));
  await mkdir(join(project, 'node_modules'));
  await symlink(resolve('.'), join(project, 'node_modules/ringback'));
  complaints = '';
});
afterEach(async () => {
  await client.close();
  dev?.child.kill('SIGTERM');
  await dev?.ended;
  dev = undefined;
  await rm(project, { recursive: true, force: true });
});

async function connect(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<void> {
  const server = {
    command: process.execPath,
    args: [command, 'mcp', ...args],
    cwd: project,
    env: { PATH: process.env['PATH'] ?? '', ...env },
  };
  const transport = new StdioClientTransport({ ...server, stderr: 'pipe' });
  transport.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString('utf8')));
  client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(transport);
}

describe('ringback mcp', () => {
  test('serves the tools of this version, and says nothing beside the protocol', async () => {
    await connect();
    const { version } = JSON.parse(await readFile('package.json', 'utf8'));
    expect(client.getServerVersion()).toMatchObject({ name: 'ringback', version });
    expect((await client.listTools()).tools).toHaveLength(8);
    // Three questions at once, with answers of different lengths.
    const answers = await Promise.all([
      askBy(client, 'list_kinds', {}),
      askBy(client, 'show_kind', { kind: 'voice.gather' }),
      askBy(client, 'lint_twiml', { twiml: '<Response><Hangup/></Response>' }),
    ]);
    expect(answers.map(({ failed }) => failed)).toEqual([false, false, false]);
    // What parameters mean is in the package alone.
    expect(answers[1]?.text).toMatch(/Digits +sometimes +text\. \w+/);
    expect(complaints).toBe('');
  });

  test('reads the timeline of an application that runs under ringback dev, and calls it', async () => {
    dev = await startDev(['--', process.execPath, PLAIN], project);
    await dev.until(({ application }) => application?.state === 'up');
    await connect();
    await dev.console.do({ do: 'text', from: '+14155550100', to: '+12015550123', body: 'Is anybody there?' });
    await dev.until(({ messages }) => messages.length > 0);
    const { text, failed } = await askBy(client, 'read_timeline', { types: ['message'] });
    expect(failed).toBe(false);
    expect(JSON.parse(text).events[0]).toMatchObject({ type: 'message', body: 'Is anybody there?' });
    const { app } = JSON.parse(text);
    const call = await askBy(client, 'run_call', { url: `${app}/voice` });
    expect(call.text).toContain('voice.incoming POST /voice');
  });

  test('is loaded by nothing else, and brings its licence', async () => {
    const lib = resolve('dist/lib');
    const texts = await Promise.all((await readdir(lib)).map(async (file) => ({ file, text: await readFile(join(lib, file), 'utf8') })));
    const loading = (name: string) => texts.filter(({ text }) => text.includes(`from './${name}.js'`)).map(({ file }) => file);
    expect(loading('mcp-sdk')).toEqual(['mcp.js']);
    expect(loading('mcp')).toEqual([]);
    expect(texts.find(({ file }) => file === 'mcp-sdk.js')?.text).toMatch(/MIT License\s+Copyright \(c\)/);
  });

  test('takes no origin that is none', async () => {
    await connect();
    const child = spawn(process.execPath, [command, 'mcp', '--allow', 'nonsense'], { stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString('utf8')));
    expect(await once(child, 'close')).toEqual([2, null]);
    expect(complaints).toContain('Expected an origin such as https://example.com');
  });

  test.each([
    ['its input ends', (child: ReturnType<typeof spawn>) => child.stdin?.end()],
    ['it is told to', (child: ReturnType<typeof spawn>) => child.kill('SIGTERM')],
  ])('ends well when %s', async (_, end) => {
    await connect();
    const child = spawn(process.execPath, [command, 'mcp'], { stdio: 'pipe' });
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' })}\n`);
    await once(child.stdout, 'data');
    end(child);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
