import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeEmulator } from '../../src/emulator/create-emulator.js';
import { readSession } from '../../src/emulator/session/read.js';
import { writeTest } from '../../src/emulator/session/test/write-test.js';
import { writeSession } from '../../src/emulator/session/write.js';
import { WorldKeeper } from '../../src/emulator/world-keeper.js';
import { answerOf, type Life, live, lives, numbers, otherLives } from '../testing/stories/emulated-lives.js';
import { makeProjectFolder } from './support/project-folder.js';

const run = promisify(execFile);

const all = Object.entries({ ...lives, ...otherLives });

const RUNNERS = ['vitest', 'jest', 'node'] as const;

let project: Awaited<ReturnType<typeof makeProjectFolder>>;
const servers: Server[] = [];

/** The application of a life, on a port of its own. */
async function serve(life: Life): Promise<string> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const body = answerOf(life, new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
      response.writeHead(body === undefined ? 204 : 200, { 'content-type': 'text/xml' }).end(body);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What a life comes to as a test for each runner, by way of its session file. */
async function exportLife(life: Life): Promise<readonly string[]> {
  const app = await serve(life);
  const keeper = new WorldKeeper({ app: { url: app }, publicUrl: 'https://app.example', numbers });
  const twilio = makeEmulator(keeper);
  await live(twilio, life);
  const session = readSession(writeSession(keeper.world, { version: '0.0.0', app }));
  await twilio.close();
  return RUNNERS.map((runner) => writeTest(session, { runner }));
}

beforeAll(async () => {
  project = await makeProjectFolder();
  await writeFile(
    join(project.folder, 'package.json'),
    '{ "type": "module", "jest": { "transform": {}, "testMatch": ["**/all.test.js"] } }',
  );
  for (const runner of RUNNERS) await mkdir(join(project.folder, runner));
  const written = await Promise.all(all.map(([, life]) => exportLife(life)));
  await Promise.all(
    RUNNERS.map(async (runner, at) => {
      const texts = written.map((texts) => texts[at] as string);
      await Promise.all(texts.map((text, index) => writeFile(join(project.folder, runner, `story-${index}.js`), text)));
      // One file that has all is one start of the runner, and one of the package.
      await writeFile(join(project.folder, runner, 'all.test.js'), texts.map((_, index) => `import './story-${index}.js';\n`).join(''));
    }),
  );
});

afterAll(async () => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
  await project.remove();
});

const COMMANDS: Readonly<Record<(typeof RUNNERS)[number], readonly string[]>> = {
  vitest: ['node_modules/vitest/vitest.mjs', 'run', '--root', '.', 'vitest/all.test.js'],
  jest: ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', 'jest/all.test.js'],
  node: ['--test', 'node/all.test.js'],
};

test.each(RUNNERS)(`every story, exported as a test for %s, is green at once: ${all.length} of them`, async (runner) => {
  const env = { ...process.env, NODE_OPTIONS: '', TWILIO_ACCOUNT_SID: undefined, TWILIO_AUTH_TOKEN: undefined };
  const { stdout, stderr } = await run(process.execPath, COMMANDS[runner], { cwd: project.folder, env, maxBuffer: 10_000_000 }).catch(
    ({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }) => ({ stdout: `It failed.\n${stdout}`, stderr }),
  );
  const told = `${stdout}${stderr}`;
  expect(told).not.toContain('It failed.');
  const passed = Number(/(?:Tests:? .*?|# pass )(\d+)(?: passed)?/.exec(told.replaceAll(/\u001b\[\d+m/g, ''))?.[1]);
  expect(passed, told).toBeGreaterThanOrEqual(all.length);
});
