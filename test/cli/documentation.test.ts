import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { splitWords } from '../../src/cli/captured/shell-words.js';
import { webhookRouter } from '../../src/node/index.js';
import { IncomingMessage } from '../../src/payloads/messaging/index.js';
import { GatherResult, IncomingCall } from '../../src/payloads/voice/index.js';
import { messagingResponse, voiceResponse } from '../../src/twiml/index.js';
import { runCli } from './run-cli.js';
import { serveHandler } from './serve.js';

const COMMANDS = [
  'dev',
  'send',
  'call',
  'load',
  'lint',
  'explain',
  'error',
  'kinds',
  'show',
  'format',
  'code',
  'record',
  'line',
  'doctor',
  'replay',
  'test',
  'mcp',
];
const TEST_TOKEN = '0123456789abcdef0123456789abcdef';

const root = resolve(import.meta.dirname, '../..');

/** The commands in the pages, and the options that the pages name. */
function listExamples(page: string): string[] {
  const text = readFileSync(resolve(root, page), 'utf8');
  const blocks = [...text.matchAll(/^```sh\n(.*?)^```$/gms)].flatMap(([, block = '']) => block.split('\n'));
  return blocks.filter((line) => /\bringback [a-z]/.test(line));
}

async function listHelpExamples(): Promise<string[]> {
  const pages = await Promise.all([[], ...COMMANDS.map((name) => [name])].map((name) => runCli(['help', ...name])));
  return pages.flatMap(({ stdout }) => [...stdout.matchAll(/^ {2}\$ (.*ringback.*)$/gm)].map(([, line = '']) => line));
}

/** Examples that need files, or go on for ever; those are seen to by tests of their own. */
const NEEDS_MORE = /\.(?:xml|har|txt|jsonl?)\b|\brecord\b|\bringback (?:dev|line|doctor|load|mcp)\b|pbpaste|curl /;

describe('the help', () => {
  test.each(COMMANDS)('of %s has examples', async (name) => {
    const { code, stdout } = await runCli(['help', name]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Examples:\n {2}\$ /m);
    // What `ringback dev` prints is beside what the application prints, and all that `ringback mcp` does is for a program.
    if (name !== 'dev' && name !== 'mcp') expect(stdout).toContain('--json');
  });

  test.each(COMMANDS)('of %s tells defaults as somebody would write them', async (name) => {
    const { stdout } = await runCli(['help', name]);
    // Options fill several lines, and each begins with two blanks and a dash.
    const options = stdout
      .split(/^(?= {2}-)/m)
      .slice(1)
      .map((option) => option.replaceAll(/\s+/g, ' '));
    expect(options.length).toBeGreaterThan(0);
    for (const option of options) {
      expect(option).not.toContain('(default: [');
      if (/<time>|<rate>/.test(option)) expect(option).not.toMatch(/\(default: [^)]*\d\)/);
    }
  });

  test.each(COMMANDS)('of %s fits a terminal of 80 columns, but for what is to be copied', async (name) => {
    const { stdout } = await runCli(['help', name]);
    const wide = stdout.split('\n').filter((line) => line.length > 80);
    expect(wide.filter((line) => !line.startsWith('  $ '))).toEqual([]);
  });
});

describe('the examples of the command line', async () => {
  const examples = [
    ...new Set([...listExamples('docs/command-line.md'), ...listExamples('docs/local-development.md'), ...(await listHelpExamples())]),
  ];

  test('are there', () => {
    expect(examples.length).toBeGreaterThan(25);
  });

  test.each(examples)('use what there is: %s', async (example) => {
    const words = splitWords(example.slice(example.indexOf('ringback ')));
    const name = words[1] ?? '';
    expect(COMMANDS).toContain(name);
    const { stdout } = await runCli(['help', name]);
    for (const option of words.filter((word) => /^--\w/.test(word))) expect(stdout).toContain(option);
  });

  test.each(examples.filter((example) => !NEEDS_MORE.test(example)))('work: %s', async (example) => {
    const server = await serveHandler(makeApp(example));
    const [, input = ''] = /^echo '(.*)' \|/.exec(example) ?? [];
    const words = splitWords(example.slice(example.indexOf('ringback ')))
      .slice(1)
      .map((word) => word.replace(/^(?:http:\/\/)?localhost:3000/, server.origin));
    const { code, stderr } = await runCli(words, { input, env: { TWILIO_AUTH_TOKEN: TEST_TOKEN } });
    await server.close();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

function menu() {
  return voiceResponse().gather({ action: '/menu', input: ['dtmf', 'speech'] }, (gather) => gather.say('Press or say.'));
}

/** A server for all examples. It knows the public URL of the one at hand. */
function makeApp(example: string) {
  const [, publicUrl] = /--as (https:\/\/[^/\s]+)/.exec(example) ?? [];
  const router = webhookRouter({ authToken: TEST_TOKEN, ...(publicUrl !== undefined && { publicUrl }), onRejected: () => undefined })
    .on(IncomingMessage, () => messagingResponse().message('Thank you.'))
    .on(IncomingCall, menu)
    .on(GatherResult, ({ Digits }) => (Digits === '42' ? voiceResponse().say('Thank you.') : menu()));
  return router as unknown as Parameters<typeof serveHandler>[0];
}
