import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { webhook } from '../../src/node/index.js';
import { IncomingMessage } from '../../src/payloads/messaging/index.js';
import { IncomingCall } from '../../src/payloads/voice/index.js';
import { lintRules, parseTwiml } from '../../src/twiml/document/index.js';
import { messagingResponse, voiceResponse } from '../../src/twiml/index.js';
import { runCli } from './run-cli.js';
import { sendXml, serveHandler } from './serve.js';

const authToken = '6bc1bee22e409f96e93d7e117393172a';

const BAD = '<Response>\n\t<say>Hello</say>\n  <Hangup/>\n</Response>\n';
const GOOD = '<Response><Say>Hello</Say></Response>';

let folder = '';
let server: Server;
let origin = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-lint-'));
  writeFileSync(join(folder, 'bad.xml'), BAD);
  writeFileSync(join(folder, 'good.xml'), GOOD);
  server = createServer((request, response) => {
    response.setHeader('content-type', request.url === '/json' ? 'application/json' : 'text/xml');
    response.end(GOOD);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  rmSync(folder, { recursive: true });
  server.close();
});

describe('ringback lint', () => {
  test('shows the line that is wrong, with its place marked', async () => {
    const { code, stdout } = await runCli(['lint', join(folder, 'bad.xml')]);
    expect(code).toBe(1);
    expect(stdout).toContain('bad.xml:2:2 warning <Say> was expected; found <say>.');
    expect(stdout).toContain('  1 | <Response>\n> 2 |  <say>Hello</say>\n    |  ^^^^^\n  3 |   <Hangup/>');
    expect(stdout).toMatch(/1 document: 1 warning\n$/);
  });

  test('is content with a sound document', async () => {
    const { code, stdout, stderr } = await runCli(['lint', join(folder, 'good.xml')]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '1 document: nothing to complain about\n', stderr: '' });
  });

  test('is content with what is merely unwise', async () => {
    const { code, stdout } = await runCli(['lint', '-'], { input: '<Response><Hangup/><Say>Never</Say></Response>' });
    expect(code).toBe(0);
    expect(stdout).toContain('info');
  });

  test('reads several files, and the standard input', async () => {
    const { code, stdout } = await runCli(['lint', join(folder, 'good.xml'), '-', join(folder, 'bad.xml')], { input: '<Response' });
    expect(code).toBe(1);
    expect(stdout).toContain('standard input:1:');
    expect(stdout).toContain('3 documents: 1 error, 1 warning');
  });

  test('marks a place far into a long line without printing all of it', async () => {
    const long = `<Response>${'<Pause/>'.repeat(1000)}<say>x</say></Response>`;
    const { stdout } = await runCli(['lint', '-'], { input: long });
    const [, line = '', carets = ''] = stdout.split('\n').map((text) => text.slice('> 1 | '.length));
    expect(line.length).toBeLessThan(120);
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('<say>');
  });

  test('never sends control characters of a document to the terminal', async () => {
    const { stdout } = await runCli(['lint', '-'], { input: '<Response><say>\u001b]52;c;cm0=\u0007\u009b31m</say></Response>' });
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  test('knows where a document is fetched from, and other severities', async () => {
    const dials = '<Response><Dial>+14155550123</Dial></Response>';
    expect((await runCli(['lint', '-'], { input: dials })).code).toBe(0);
    expect((await runCli(['lint', '--context', 'conference-wait-url', '-'], { input: dials })).code).toBe(1);
    expect((await runCli(['lint', '--document', 'messaging', '-'], { input: dials })).code).toBe(1);
    expect((await runCli(['lint', '--rule', 'case-sensitive=off', join(folder, 'bad.xml')])).code).toBe(0);
  });

  test.each([
    ['/voice', '<Response><Say>Hello</Say></Response>'],
    ['/sms', '<Response><Message>Hello</Message></Response>'],
    ['/file.xml', '<Response><Say>Hello</Say></Response>'],
  ])('asks a server as Twilio would, so that a webhook answers: %s', async (path, xml) => {
    const token = { authToken, onRejected: () => undefined };
    const call = webhook(IncomingCall, token, () => voiceResponse().say('Hello'));
    const text = webhook(IncomingMessage, token, () => messagingResponse().message('Hello'));
    const app = await serveHandler((request, response) => {
      if (request.url?.startsWith('/voice')) call(request, response);
      else if (request.url?.startsWith('/sms')) text(request, response);
      else if (request.method === 'GET') sendXml(response, xml);
      else response.writeHead(405).end();
    });
    const url = `${app.origin.replace('http://', '')}${path}`;
    const { code, stdout } = await runCli(['lint', url, '--json'], { env: { TWILIO_AUTH_TOKEN: authToken } });
    await app.close();
    expect(JSON.parse(stdout)).toEqual({ valid: true, documents: [{ name: url, valid: true, diagnostics: [] }] });
    expect(code).toBe(0);
  });

  test('signs the public URL for a server that knows it, and no other', async () => {
    const options = { authToken, publicUrl: 'https://example.com', onRejected: () => undefined };
    const app = await serveHandler(webhook(IncomingCall, options, () => voiceResponse().say('Hello')));
    const lint = (...args: string[]) => runCli(['lint', `${app.origin}/voice`, '--auth-token', authToken, ...args]);
    expect((await lint('--as', 'https://example.com')).code).toBe(0);
    const { code, stdout } = await lint();
    await app.close();
    expect(code).toBe(1);
    expect(stdout).toContain('403');
  });

  test('looks at the whole answer of a server', async () => {
    expect((await runCli(['lint', `${origin}/voice`])).code).toBe(0);
    const { code, stdout } = await runCli(['lint', `${origin}/json`]);
    expect(code).toBe(1);
    expect(stdout).toContain('found application/json');
  });

  test('prints what a program reads', async () => {
    const { code, stdout } = await runCli(['lint', '--json', join(folder, 'bad.xml'), join(folder, 'good.xml')]);
    expect(code).toBe(1);
    const report = JSON.parse(stdout);
    expect(report.valid).toBe(false);
    expect(report.documents.map(({ valid }: { valid: boolean }) => valid)).toEqual([false, true]);
    expect(report.documents[0].diagnostics[0]).toMatchObject({ rule: 'case-sensitive', range: { start: { line: 2, column: 2 } } });
  });

  test('colours only when told that it may', async () => {
    const plain = await runCli(['lint', join(folder, 'bad.xml')]);
    const coloured = await runCli(['lint', join(folder, 'bad.xml')], { colours: true });
    expect(plain.stdout).not.toContain('\u001b');
    expect(coloured.stdout).toContain('\u001b[');
    expect(coloured.stdout.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain.stdout);
  });
});

describe('the SARIF of ringback lint', () => {
  const text = z.strictObject({ text: z.string().min(1) });
  const location = z.strictObject({ uri: z.string().regex(/^[\w.~:/%-]+$/) });
  const level = z.enum(['error', 'warning', 'note', 'none']);
  const region = z.strictObject({
    startLine: z.int().min(1),
    startColumn: z.int().min(1),
    endLine: z.int().min(1),
    endColumn: z.int().min(1),
  });
  const change = z.strictObject({
    artifactLocation: location,
    replacements: z.array(z.strictObject({ deletedRegion: region, insertedContent: z.strictObject({ text: z.string() }) })).min(1),
  });
  /** What the schema of SARIF 2.1.0 demands of the parts that we write, and nothing that it does not know. */
  const Sarif = z.strictObject({
    $schema: z.url(),
    version: z.literal('2.1.0'),
    runs: z.array(
      z.strictObject({
        tool: z.strictObject({
          driver: z.strictObject({
            name: z.string(),
            semanticVersion: z.string(),
            rules: z.array(
              z.strictObject({
                id: z.string(),
                shortDescription: text,
                help: z.strictObject({ text: z.string(), markdown: z.string() }),
                defaultConfiguration: z.strictObject({ level }),
                helpUri: z.url(),
                properties: z.record(z.string(), z.unknown()),
              }),
            ),
          }),
        }),
        columnKind: z.literal('utf16CodeUnits'),
        results: z.array(
          z.strictObject({
            ruleId: z.string(),
            ruleIndex: z.int().min(0),
            level,
            message: text,
            properties: z.record(z.string(), z.unknown()).optional(),
            locations: z.array(
              z.strictObject({
                physicalLocation: z.strictObject({ artifactLocation: location, region: region.optional() }),
                logicalLocations: z.array(z.strictObject({ fullyQualifiedName: z.string() })),
              }),
            ),
            fixes: z.array(z.strictObject({ artifactChanges: z.array(change).min(1) })).optional(),
          }),
        ),
      }),
    ),
  });

  test('has what the standard wants, for every rule that there is', async () => {
    const inputs = lintRules.flatMap(({ trips }) => (typeof trips === 'string' ? [trips] : 'xml' in trips ? [trips.xml] : []));
    expect(inputs.length).toBeGreaterThan(50);
    for (const input of inputs) {
      const { stdout } = await runCli(['lint', '--format', 'sarif', '-'], { input });
      Sarif.parse(JSON.parse(stdout));
    }
  });

  test('refers to its rules, and escapes names of files', async () => {
    writeFileSync(join(folder, 'a b#1?.xml'), BAD);
    const { code, stdout } = await runCli(['lint', '--format', 'sarif', join(folder, 'a b#1?.xml')]);
    expect(code).toBe(1);
    const [run] = Sarif.parse(JSON.parse(stdout)).runs;
    const [result] = run?.results ?? [];
    expect(run?.results).toHaveLength(1);
    const rule = run?.tool.driver.rules[result?.ruleIndex ?? -1];
    expect(rule?.id).toBe(result?.ruleId);
    expect(rule?.helpUri).toBe(`https://ringback.dev/reference/lint-rules/${rule?.id}`);
    expect(result?.locations[0]?.physicalLocation.artifactLocation.uri).toMatch(/a%20b%231%3F\.xml$/);
    expect(result?.fixes).toHaveLength(1);
  });
});

test('leads to the page of each rule that was broken, which is there', async () => {
  const { stdout } = await runCli(['lint', '-'], { input: '<Response><say>Hello</say><Gather/></Response>' });
  const pages = [...stdout.matchAll(/^ {2}https:\/\/ringback\.dev\/(\S+)$/gm)].map(([, page = '']) => page);
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) expect(existsSync(resolve(import.meta.dirname, `../../docs/${page}.md`)), page).toBe(true);
});

describe('wrong use of ringback lint', () => {
  test.each([
    ['no file', ['lint'], "missing required argument 'files'"],
    ['a file that is not there', ['lint', 'nowhere.xml'], 'There is no file nowhere.xml'],
    ['a folder', ['lint', '.'], '. is a folder'],
    ['an unknown rule', ['lint', '--rule', 'gather-lop=off', '-'], 'did you mean "gather-loop"?'],
    ['an unknown severity', ['lint', '--rule', 'gather-loop=loud', '-'], 'error, warning, info, off'],
    ['an unknown format', ['lint', '--format', 'xml', '-'], 'Allowed choices are text, json, sarif'],
    ['another machine', ['lint', 'https://example.com/voice'], '--allow-remote'],
    ['a server that is not there', ['lint', 'http://127.0.0.1:9/voice'], 'is the server running?'],
  ])('%s is told in a line, with exit code 2', async (_, args, message) => {
    const { code, stdout, stderr } = await runCli(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('escapes what would be seen in another order, or not at all, in JSON and SARIF', async () => {
    const input = '<Response><Say voice="\u202Exela\u0085">Hello</Say></Response>';
    for (const format of ['json', 'sarif']) {
      const { stdout } = await runCli(['lint', '--format', format, '-'], { input });
      expect(stdout).not.toMatch(STRANGE);
      expect(stdout).toContain('\\u202exela\\u0085');
      expect(JSON.stringify(JSON.parse(stdout))).toContain('\u202Exela\u0085');
    }
  });

  test('takes names that nothing is known of for a hint, if told so', async () => {
    const input = '<Response><Say shimmer="1">Hello</Say></Response>';
    expect((await runCli(['lint', '-'], { input })).code).toBe(1);
    expect((await runCli(['lint', '--unknown', 'info', '-'], { input })).code).toBe(0);
  });
});

const STRANGE = /[\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

describe('ringback format and ringback code', () => {
  const input = '<Response><Say>a\u202Eb\u0085c\u2066d</Say></Response>';

  test('print bidirectional marks and control characters as references and escapes, which mean the same', async () => {
    const format = await runCli(['format', '-'], { input });
    expect(format.stdout).toContain('a&#x202E;b&#x85;c&#x2066;d');
    expect(parseTwiml(format.stdout).children.find((child) => typeof child === 'object')).toMatchObject({
      children: ['a\u202Eb\u0085c\u2066d'],
    });
    const code = await runCli(['code', '-'], { input });
    expect(code.stdout).toContain("'a\\u202eb\\u0085c\\u2066d'");
    for (const { stdout } of [format, code]) expect(stdout).not.toMatch(STRANGE);
  });
});
