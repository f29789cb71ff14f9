import { execFile } from 'node:child_process';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeProjectFolder } from './support/project-folder.js';
import { type Dev, startDev } from './support/start-dev.js';

const run = promisify(execFile);
const EXPRESS = resolve('test/package/applications/express.cjs');
const PLAIN = resolve('test/package/applications/plain.cjs');
const OURS = '+12015550123';
const ADA = '+14155550100';
const GRACE = '+14155550199';

let project: Awaited<ReturnType<typeof makeProjectFolder>>;
let folder: string;
const running: Dev[] = [];

beforeEach(async () => {
  project = await makeProjectFolder();
  folder = project.folder;
});

afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGTERM');
    await ended;
  }
  await project.remove();
});

async function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Dev> {
  const dev = await startDev(args, folder, env);
  running.push(dev);
  return dev;
}

const say = (dev: Dev, body: string) => dev.console.do({ do: 'text', from: ADA, to: OURS, body });

/** The texts that Ada has got. */
const repliesIn = ({
  messages,
}: {
  readonly messages: readonly { readonly direction: string; readonly body: string; readonly status: string }[];
}) => messages.filter(({ direction, status }) => direction !== 'inbound' && status === 'delivered').map(({ body }) => body);

describe('ringback dev', () => {
  test('runs an application of Express and the client of Twilio as it is, which verifies signatures and asks REST', async () => {
    const dev = await start(['--', process.execPath, EXPRESS]);
    await dev.untilPrinted('the application is up');
    await dev.until(({ application }) => application?.state === 'up');
    await say(dev, 'later');
    const state = await dev.until((now) => repliesIn(now).length === 2);
    expect(repliesIn(state).sort()).toEqual(['Sent by REST', 'You said later']);
    expect(state.setUp).toMatchObject({ restCall: { way: 'preload' }, webhook: {}, reply: {} });
    expect(state.application).toMatchObject({ foundBy: 'preload', state: 'up' });
    expect(state.findings).toEqual([]);
    expect(dev.output()).toMatch(/first REST call: POST api \/2010-04-01\/Accounts\/AC\w+\/Messages\.json, through the preload, 201/);
    expect(dev.output()).toContain('first webhook: messaging.incoming');
    expect(dev.output()).toContain('first reply: 200');
  });

  test('ends as the command does, with its code', async () => {
    const dev = await start(['--', process.execPath, EXPRESS]);
    await dev.until(({ application }) => application?.state === 'up');
    await say(dev, 'stop the application');
    expect(await dev.ended).toBe(3);
  });

  test('hands signals on, and waits for the command', async () => {
    const dev = await start(['--', process.execPath, PLAIN]);
    await dev.until(({ application }) => application?.state === 'up');
    dev.child.kill('SIGTERM');
    expect(await dev.ended).toBe(9);
    expect(dev.output()).toContain('the server was told to end');
  });

  test('finds the port of a program without the preload, where the system tells', async () => {
    const dev = await start(['--', 'env', '-u', 'NODE_OPTIONS', process.execPath, PLAIN]);
    await dev.until(({ application }) => application?.state === 'up');
    await say(dev, 'Good day');
    const state = await dev.until((now) => repliesIn(now).length === 1);
    expect(repliesIn(state)).toEqual(['Good day to you']);
    expect(state.application?.foundBy).toBe('system');
  });

  test('follows an application that is started again on another port, and says when it is gone', async () => {
    const again = join(folder, 'again.cjs');
    await writeFile(
      again,
      `const { spawn } = require('node:child_process');
       let child;
       const begin = () => { child = spawn(process.execPath, [${JSON.stringify(PLAIN)}], { stdio: 'inherit', env: { ...process.env, PORT: '0' } }); };
       begin();
       require('node:fs').watchFile(${JSON.stringify(join(folder, 'touch'))}, { interval: 50 }, () => { child.once('exit', () => setTimeout(begin, 300)); child.kill('SIGKILL'); });
       process.on('SIGTERM', () => { child.kill('SIGKILL'); process.exit(0); });`,
    );
    const dev = await start(['--', process.execPath, again]);
    const first = await dev.until(({ application }) => application?.state === 'up');
    await writeFile(join(folder, 'touch'), 'x');
    await dev.until(({ application }) => application?.state === 'up' && application.url !== first.application?.url);
    await say(dev, 'Hello again');
    await dev.until((now) => repliesIn(now).includes('Hello again to you'));
  });

  test('takes a server that somebody else runs, and says so where nobody answers', async () => {
    const dev = await start(['--app', 'localhost:9', '--number', '+15550002222']);
    await dev.console.do({ do: 'text', from: ADA, to: '+15550002222', body: 'Hi' });
    await dev.until(({ findings }) => findings.length > 0);
    expect(dev.output()).toContain('Nothing listens on localhost:9');
    dev.child.kill('SIGINT');
    expect(await dev.ended).toBe(0);
  });

  test('keeps an account for the project that nobody else may read, and puts nothing of it into a repository', async () => {
    const dev = await start(['--', process.execPath, PLAIN]);
    const file = join(folder, '.ringback/account.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(join(folder, '.ringback/.gitignore'), 'utf8')).toBe('*\n');
    const { accountSid } = JSON.parse(await readFile(file, 'utf8')) as { readonly accountSid: string };
    expect((await dev.console.state()).accountSid).toBe(accountSid);
    dev.child.kill('SIGTERM');
    await dev.ended;
    const next = await start(['--', process.execPath, PLAIN]);
    expect((await next.console.state()).accountSid).toBe(accountSid);
  });

  test('warns where the token of the environment may be a real one, and prints nothing of it', async () => {
    const dev = await start(['--', process.execPath, EXPRESS], {
      TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: '3'.repeat(32),
    });
    await dev.until(({ application }) => application?.state === 'up');
    await say(dev, 'Hi');
    await dev.until((now) => repliesIn(now).length === 1);
    expect(dev.output()).toContain('may be a real one');
    expect(dev.output()).not.toContain('3'.repeat(32));
    const [name = ''] = await readdir(join(folder, '.ringback/sessions'));
    expect(await readFile(join(folder, '.ringback/sessions', name), 'utf8')).not.toContain('3'.repeat(32));
  });

  test('warns of no token that is in the documentation', async () => {
    const dev = await start(['--app', 'localhost:9'], { TWILIO_AUTH_TOKEN: '0123456789abcdef0123456789abcdef' });
    await dev.untilPrinted('session');
    expect(dev.output()).toContain('of the environment');
    expect(dev.output()).not.toContain('may be a real one');
  });

  test.each([
    [
      'ringback.config.ts',
      "import { defineConfig } from 'ringback/emulator';\nconst name: string = 'Eve';\nexport default defineConfig({ numbers: { '+15550003333': { smsUrl: '/hook' } }, phones: { '+14155550111': { name } } });\n",
    ],
    [
      'ringback.config.mjs',
      "export default { numbers: { '+15550003333': { smsUrl: '/hook' } }, phones: { '+14155550111': { name: 'Eve' } } };\n",
    ],
    ['ringback.config.json', '{ "numbers": { "+15550003333": { "smsUrl": "/hook" } }, "phones": { "+14155550111": { "name": "Eve" } } }'],
  ])('reads %s', async (name, content) => {
    await writeFile(join(folder, name), content);
    const dev = await start(['--app', 'localhost:9']);
    const { numbers, phones } = await dev.console.state();
    expect(numbers).toEqual([{ address: '+15550003333', settings: { smsUrl: '/hook' } }]);
    expect(phones.map((phone) => phone.name)).toEqual(['Eve']);
    expect((await readdir(folder)).filter((file) => file.startsWith('.ringback.config'))).toEqual([]);
  });

  test('prints the variables of the proxy, and says that a call came through it', async () => {
    const dev = await start(['--proxy', '--app', 'localhost:9']);
    await dev.untilPrinted('export HTTPS_PROXY=');
    expect(dev.output()).toMatch(/^# These lead programs that you start in another terminal:\nexport /m);
    const proxy = /export HTTPS_PROXY='([^']+)'/.exec(dev.output())?.[1] ?? '';
    const authority = /export CURL_CA_BUNDLE='([^']+)'/.exec(dev.output())?.[1] ?? '';
    const { stdout } = await run('curl', [
      '-s',
      '--proxy',
      proxy,
      '--cacert',
      authority,
      'https://api.twilio.com/2010-04-01/Accounts.json',
    ]);
    expect(stdout).toContain('20003');
    expect((await dev.console.state()).setUp.restCall?.way).toBe('proxy');
  });
});

describe('a session of ringback dev', () => {
  /** Talks with the application as people do. */
  async function talk(dev: Dev): Promise<void> {
    const { console } = dev;
    await dev.until(({ application }) => application?.state === 'up');
    const heard = (callSid: string, text: string) =>
      dev.until(({ calls }) => calls.find(({ sid }) => sid === callSid)?.heard.some((one) => one.text?.includes(text) === true) === true);
    await say(dev, 'It\'s a "test" \\ with signs');
    await dev.until((now) => repliesIn(now).length === 1);
    const one = (await console.do({ do: 'call', from: ADA, to: OURS })).callSid ?? '';
    await heard(one, 'Press one');
    await console.do({ do: 'press', callSid: one, keys: '1' });
    const { calls } = await dev.until((now) => now.calls.some(({ phone, status }) => phone === GRACE && status === 'ringing'));
    const other = calls.find(({ phone }) => phone === GRACE)?.sid ?? '';
    await console.do({ do: 'answer', callSid: other });
    await dev.until((now) => now.calls.every(({ status }) => status === 'in-progress'));
    await console.do({ do: 'say', callSid: other, text: 'Good morning' });
    await heard(one, 'Good morning');
    await console.do({ do: 'idle' });
    await console.do({ do: 'hang-up', callSid: other });
    await heard(one, 'The call was completed');
    await console.do({ do: 'idle' });
    const third = (await console.do({ do: 'call', from: GRACE, to: OURS })).callSid ?? '';
    await heard(third, 'Press one');
    await console.do({ do: 'advance', by: '10s' });
    await heard(third, 'Nobody pressed anything');
    await console.do({ do: 'say', callSid: third, text: 'support please' });
    await heard(third, 'We heard support please');
    await console.do({ do: 'idle' });
    await say(dev, 'later');
    await dev.until((now) => repliesIn(now).includes('Sent by REST'));
    await say(dev, 'call me');
    const rung = await dev.until((now) => now.calls.some(({ direction, status }) => direction === 'outbound-api' && status === 'ringing'));
    await console.do({ do: 'answer', callSid: rung.calls.find(({ direction }) => direction === 'outbound-api')?.sid ?? '' });
    await console.do({ do: 'idle' });
  }

  test('is a file without secrets that is shown again, sent again, and a test that is green at once for each runner', async () => {
    const dev = await start(['--', process.execPath, EXPRESS]);
    await talk(dev);
    const state = await dev.console.state();
    const { body: button } = await dev.console.text('/control/export/test?runner=node');
    const [name = ''] = await readdir(join(folder, '.ringback/sessions'));
    const file = join('.ringback/sessions', name);
    const text = await readFile(join(folder, file), 'utf8');
    // The session goes on: what the tests below make the application do is in the file as well.
    await writeFile(join(folder, 'kept.jsonl'), text);
    const { authToken } = JSON.parse(await readFile(join(folder, '.ringback/account.json'), 'utf8')) as { readonly authToken: string };
    for (const secret of [authToken, dev.token]) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/x-twilio-signature":"[A-Za-z0-9+/]{20}|Basic [A-Za-z0-9+/=]{20}/);

    const cli = (...args: string[]) => run(process.execPath, [resolve('dist/cli/main.js'), ...args], { cwd: folder });
    const { stdout: written } = await cli('test', file, '--runner', 'node');
    expect(written).toBe(button);
    for (const runner of ['vitest', 'jest', 'node']) {
      const out = runner === 'vitest' ? 'session.test.ts' : `session-${runner}.test.mjs`;
      await cli('test', file, '--runner', runner, '--out', out);
    }
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    await writeFile(
      join(folder, 'jest.config.json'),
      '{ "testMatch": ["**/session-jest.test.mjs"], "transform": {}, "moduleFileExtensions": ["mjs", "js"] }',
    );
    const env = { ...process.env, NODE_OPTIONS: '' };
    const green = { cwd: folder, env };
    await run(process.execPath, ['--test', 'session-node.test.mjs'], green);
    await run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'session.test.ts', '--root', folder], green);
    await run(process.execPath, ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--config', 'jest.config.json'], green);
    for (const runner of ['jest', 'node']) await cli('test', 'kept.jsonl', '--runner', runner, '--out', `${runner}.test.cjs`);
    await run(process.execPath, ['--test', 'node.test.cjs'], green);
    const plain = JSON.stringify({ testMatch: ['**/jest.test.cjs'], transform: {}, moduleFileExtensions: ['cjs', 'js'] });
    await run(process.execPath, ['node_modules/jest/bin/jest.js', '--config', plain], green);

    const { stdout: again } = await cli('replay', file, '--kind', 'messaging.incoming');
    expect(again).toContain('You said later');
    expect(again.match(/200 OK/g)?.length).toBe(3);

    const shown = await start(['--session', 'kept.jsonl']);
    const past = await shown.console.state();
    expect(past.messages.map(({ sid, status, body }) => [sid, status, body])).toEqual(
      state.messages.map(({ sid, status, body }) => [sid, status, body]),
    );
    expect(past.calls.map(({ sid, status }) => [sid, status])).toEqual(state.calls.map(({ sid, status }) => [sid, status]));
    expect(past.calls[0]?.heard.map((heard) => heard.text)).toEqual(state.calls[0]?.heard.map((heard) => heard.text));
    const seq = past.setUp.webhook?.seq ?? 0;
    expect(await shown.console.get(`/control/webhooks/${seq}`)).toMatchObject({ kind: 'messaging.incoming', answer: { status: 200 } });
    const { body } = await shown.console.text('/control/export/test?runner=node');
    expect(body).toBe(button);
  });
});
