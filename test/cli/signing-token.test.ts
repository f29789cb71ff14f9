import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, openAccount, openProjectFolder } from '../../src/cli/dev/project-folder.js';
import { webhookRouter } from '../../src/node/index.js';
import { IncomingMessage } from '../../src/payloads/messaging/index.js';
import { IncomingCall } from '../../src/payloads/voice/index.js';
import { messagingResponse, voiceResponse } from '../../src/twiml/index.js';
import { runCli } from './run-cli.js';
import { serveHandler, type TestServer } from './serve.js';

const OTHER = '6bc1bee22e409f96e93d7e117393172a';

let folder = '';
let account: Account;
let server: TestServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-project-'));
  account = await openAccount(await openProjectFolder(folder));
  const router = webhookRouter({ authToken: account.authToken, onRejected: () => undefined })
    .on(IncomingCall, () => voiceResponse().say('Hello.'))
    .on(IncomingMessage, () => messagingResponse().message('Hello, and more.'));
  server = await serveHandler(router);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const listRuns = (origin: string) => [
  ['send', 'messaging.incoming', `${origin}/sms`],
  ['send', '--story', 'call', `${origin}/voice`],
  ['call', `${origin}/voice`, '--expect', 'Hello.'],
  ['load', `${origin}/voice`, '--calls', '1', '--slip', '10m', '--hold', '0s'],
  ['lint', '--document', 'voice', `${origin}/voice`],
];

test('what `ringback dev` runs can be called from another terminal: the token of the project signs', async () => {
  for (const words of listRuns(server.origin)) {
    const { code, stdout, stderr } = await runCli(words, { folder });
    expect([words[0], code]).toEqual([words[0], 0]);
    if (words[0] !== 'lint') expect(stderr).toContain('Signed with the token that `ringback dev` has made for this project');
    expect(stdout + stderr).not.toContain(account.authToken);
  }
});

test('the doctor signs with the token of the project too, and tells', async () => {
  const { code, stdout, stderr } = await runCli(['doctor', `${server.origin}/sms`, '--json'], { folder });
  const { findings } = JSON.parse(stdout) as { readonly findings: readonly { readonly check: string; readonly verdict: string }[] };
  const told = {
    check: 'token',
    verdict: 'good',
    message: expect.stringContaining('the token that `ringback dev` has made for this project signs'),
  };
  expect(findings).toEqual(expect.arrayContaining([expect.objectContaining(told)]));
  expect(findings.find(({ check }) => check === 'signature')).toMatchObject({ verdict: 'good' });
  expect(code).toBe(0);
  expect(stdout + stderr).not.toContain(account.authToken);
});

test('the doctor wants the token of the account where the URL is a public one', async () => {
  const { code, stdout } = await runCli(['doctor', `${server.origin}/sms`, '--as', 'https://example.com'], { folder });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^wrong {2}token .*Set it to the token that your server has/s);
});

test('a token that is given or in the environment goes before that of the project', async () => {
  for (const words of listRuns(server.origin)) {
    const [command = '', ...rest] = words;
    expect([command, (await runCli(words, { folder, env: { TWILIO_AUTH_TOKEN: OTHER } })).code]).toEqual([command, 1]);
    expect([command, (await runCli([command, '--auth-token', OTHER, ...rest], { folder })).code]).toEqual([command, 1]);
  }
});

test('where there is no project, the token of the documentation signs, and is told', async () => {
  const { code, stderr } = await runCli(['send', 'messaging.incoming', `${server.origin}/sms`]);
  expect([code, stderr]).toEqual([1, 'Signed with the test token 0123456789abcdef0123456789abcdef, as TWILIO_AUTH_TOKEN is not set.\n']);
});
