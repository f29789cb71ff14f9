import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { afterEach, describe, expect, test } from 'vitest';

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

  test('stays up when asked to, and prints a curl command that works', async () => {
    const child = spawn(process.execPath, [...story, '--serve'], { cwd: root });
    server = child;
    let printed = '';
    for await (const chunk of child.stdout) {
      printed += chunk;
      if (printed.includes('Ctrl+C')) break;
    }
    const command = /^curl .*$/m.exec(printed)?.[0] ?? '';
    const { stdout } = await run('sh', ['-c', `${command} --silent`]);
    expect(stdout).toContain('<Response><Message>You said');
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
