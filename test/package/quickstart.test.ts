import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { afterEach, describe, expect, test } from 'vitest';
import { connect } from '../emulator/control/client.js';

const root = resolve(import.meta.dirname, '../..');
const story = ['examples/quickstart/story.js'];
const run = promisify(execFile);

let server: ChildProcess | undefined;
afterEach(() => {
  server?.kill();
});

describe('the quickstart', () => {
  test('tells its story and ends by itself', async () => {
    const { stdout, stderr } = await run(process.execPath, story, { cwd: root, timeout: 20_000 });
    expect(stderr).toBe('');
    const answers = [...stdout.matchAll(/answer {3}(\d+)/g)].map(([, status]) => status);
    expect(answers.toSorted()).toEqual(['200', '200', '200', '200', '200', '204', '403']);
    expect(answers.at(-1)).toBe('403');
    expect(stdout).toContain('hears    "Welcome, caller from SAN FRANCISCO! Press 1 for sales, or 2 to leave a message."');
    expect(stdout).toContain('DialCallStatus: "no-answer"');
    expect(stdout).toContain("Twilio's debugger would list 0 findings");
    expect(stdout).toContain('<Gather action="/menu" numDigits="1" timeout="5">');
    expect(stdout).toContain('&lt;real&gt; &amp; typed? ✓');
    expect(stdout).not.toContain('\u001b[');
  });

  test('runs under ringback dev when asked to, and answers a text', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ringback-quickstart-'));
    const [path = ''] = story.map((file) => resolve(root, file));
    const child = spawn(process.execPath, [path, '--serve', '--port', '0', '--no-open'], { cwd: folder });
    server = child;
    let printed = '';
    child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')));
    for (let tries = 0; tries < 600 && !printed.includes('the application listens'); tries += 1)
      await new Promise((go) => setTimeout(go, 50));
    const [, url = '', token = ''] = /(http:\/\/\S+?)\/\?token=([0-9a-f]+)/.exec(printed) ?? [];
    const console = connect({ url, token });
    await console.do({ do: 'text', from: '+14155550100', to: '+12015550123', body: 'Is this real?' });
    await console.do({ do: 'idle' });
    const { messages, findings } = await console.state();
    expect(messages.at(-1)).toMatchObject({ body: 'You said "Is this real?". 0 pictures came along.', status: 'delivered' });
    expect(findings).toEqual([]);
  });

  test('sends what Twilio would have signed, but for the last request', () => {
    const { authToken, publicUrl, requests } = JSON.parse(readFileSync(resolve(root, 'examples/quickstart/recorded.json'), 'utf8'));
    const isRight = requests.map(({ path, body, signature }: { path: string; body: string; signature: string }) => {
      const parameters = Object.fromEntries(new URLSearchParams(body));
      return getExpectedTwilioSignature(authToken, publicUrl + path, parameters) === signature;
    });
    expect(isRight).toEqual([true, false]);
  });
});
