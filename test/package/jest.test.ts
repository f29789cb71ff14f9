import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const jest = join(createRequire(import.meta.url).resolve('jest/package.json'), '../bin/jest.js');

const tests = `
expect.extend(twimlMatchers);
const menu = '<Response><Gather numDigits="1" action="/menu"><Say voice="Polly.Joanna">Press one.</Say></Gather><Hangup/></Response>';

describe('passes', () => {
  test('toBeTwiml', () => expect(menu).toBeTwiml());
  test('toBeValidTwiml', () => expect(menu).toBeValidTwiml());
  test('toEqualTwiml', () => expect(menu.replace('numDigits="1" action="/menu"', 'action="/menu" numDigits="1"')).toEqualTwiml(menu));
  test('toContainVerb', () => expect(menu).toContainVerb('Say', { voice: 'Polly.Joanna' }, 'Press one.'));
  test('not', () => expect(menu).not.toContainVerb('Dial'));
});

describe('fails', () => {
  test('toBeTwiml', () => expect('<Response><Say></Response>').toBeTwiml());
  test('toBeValidTwiml', () => expect('<Response><Say loop="many">Hello</Say></Response>').toBeValidTwiml());
  test('toEqualTwiml', () => expect(menu.replace('one', 'two')).toEqualTwiml(menu));
  test('toContainVerb', () => expect(menu).toContainVerb('Say', {}, 'Press two.'));
  test('not', () => expect(menu).not.toContainVerb('Say'));
});
`;

const files = {
  'package.json': JSON.stringify({ private: true, jest: { transform: {}, testMatch: ['<rootDir>/*.test.{cjs,mjs}'] } }),
  'required.test.cjs': `const { twimlMatchers } = require('ringback/testing');\n${tests}`,
  'imported.test.mjs': `import { twimlMatchers } from 'ringback/testing';\n${tests}`,
};

interface JestResult {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

describe('the matchers in jest', () => {
  const project = mkdtempSync(join(tmpdir(), 'ringback-jest-'));
  let result: JestResult;

  beforeAll(async () => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(project, name), text);
    mkdirSync(join(project, 'node_modules'));
    symlinkSync(root, join(project, 'node_modules/ringback'), 'dir');
    result = JSON.parse(await runJest(project)) as JestResult;
  });
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  test.each(Object.keys(files).slice(1))('pass and fail as they should: %s', (name) => {
    const file = result.testResults.find((one) => one.name.endsWith(name));
    const outcomes = (file?.assertionResults ?? []).map(({ ancestorTitles, title, status }) => [ancestorTitles[0], title, status]);
    const titles = ['toBeTwiml', 'toBeValidTwiml', 'toEqualTwiml', 'toContainVerb', 'not'];
    expect(outcomes, file?.message).toEqual([
      ...titles.map((title) => ['passes', title, 'passed']),
      ...titles.map((title) => ['fails', title, 'failed']),
    ]);
  });

  test.each(Object.keys(files).slice(1))('say what is wrong so that a person can read it: %s', (name) => {
    const told = (title: string) =>
      result.testResults
        .find((one) => one.name.endsWith(name))
        ?.assertionResults.find(({ ancestorTitles, ...one }) => ancestorTitles[0] === 'fails' && one.title === title)
        ?.failureMessages.join('\n');
    expect(told('toBeTwiml')).toMatch(/Expected TwiML, but it cannot be read: Line 1, column 16/);
    expect(told('toBeValidTwiml')).toMatch(/Expected valid TwiML, but Twilio would complain:\n {2}\/Response\/Say\/@loop: .*\[.*\]/);
    expect(told('toEqualTwiml')).toMatch(/The documents differ:[\s\S]*- +"Press one\."\n\+ +"Press two\."/);
    expect(told('toContainVerb')).toContain('Expected <Say> with the text "Press two.", found only\n  <Say voice="Polly.Joanna">');
    expect(told('not')).toContain('Expected no <Say>');
  });
});

/** What jest reports as JSON. It fails, as some of the tests shall. */
function runJest(project: string): Promise<string> {
  const env = { ...process.env, NODE_OPTIONS: '--experimental-vm-modules', FORCE_COLOR: '0' };
  const options = { cwd: project, env, timeout: 100_000, maxBuffer: 10_000_000 };
  return new Promise((done, fail) => {
    execFile(process.execPath, [jest, '--json', '--runInBand', '--rootDir', project], options, (error, stdout, stderr) => {
      if (error?.code === 1 && stdout !== '') done(stdout);
      else fail(new Error(`jest should have failed on some tests: ${stderr}`, { cause: error }));
    });
  });
}
