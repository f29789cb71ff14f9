import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schemaFor, webhookKinds } from '../../src/payloads/index.js';
import { runCli } from './run-cli.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-format-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('ringback kinds', () => {
  test('lists every kind, with its schema and what happened', async () => {
    const { code, stdout } = await runCli(['kinds']);
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(webhookKinds.length);
    expect(stdout).toMatch(/^voice\.incoming +IncomingCall +Incoming call to a number$/m);
  });

  test.each([
    ['voice.gather*', ['voice.gather', 'voice.gather.partial']],
    ['*.dial.*', ['voice.dial.queue', 'voice.dial.refer', 'voice.dial.sip', 'voice.dial.whisper']],
    ['IncomingFax', ['fax.incoming']],
    ['USAGE', ['account.usage_trigger']],
    ['voice.gather', ['voice.gather', 'voice.gather.partial']],
    ['*g*g*incoming', ['messaging.incoming']],
  ])('finds what fits %s', async (pattern, kinds) => {
    const { code, stdout } = await runCli(['kinds', '--json', pattern]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).map(({ kind }: { kind: string }) => kind)).toEqual(kinds);
  });

  test('says that nothing fits', async () => {
    const { code, stdout, stderr } = await runCli(['kinds', 'telegraph']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('No kind of webhook fits "telegraph"');
  });

  test('takes no longer for a pattern of stars', async () => {
    const { code } = await runCli(['kinds', '*a'.repeat(50)]);
    expect(code).toBe(1);
    expect((await runCli(['kinds', '*'.repeat(101)])).code).toBe(2);
  });
});

describe('ringback show', () => {
  test('tells what a webhook is, what it wants and what it has', async () => {
    const { code, stdout } = await runCli(['show', 'voice.gather']);
    expect(code).toBe(0);
    expect(stdout).toContain("import { GatherResult } from 'ringback/payloads';");
    expect(stdout).toMatch(/answer +TwiML for a call, within 15 s/);
    expect(stdout).toMatch(/variants +dtmf, speech/);
    expect(stdout).toMatch(/CallSid +always +text/);
    expect(stdout).toMatch(/Confidence +sometimes +number/);
    expect(stdout).toMatch(/^ {2}Digits=\d+$/m);
  });

  test('tells what parameters mean, where that is known', async () => {
    const readMeanings = async () => ({
      $defs: { 'voice.gather': { description: 'Somebody pressed keys.', properties: { Digits: { description: 'The keys.' } } } },
    });
    const { stdout } = await runCli(['show', 'voice.gather'], { readMeanings });
    expect(stdout).toContain('Somebody pressed keys.');
    expect(stdout).toMatch(/Digits +sometimes +text\. The keys\./);
  });

  test('finds a kind by its schema, and guesses', async () => {
    expect((await runCli(['show', 'IncomingMessage'])).stdout).toContain('messaging.incoming');
    const { code, stderr } = await runCli(['show', 'IncomingMesage']);
    expect(code).toBe(2);
    expect(stderr).toContain('did you mean IncomingMessage?');
  });

  test.each(webhookKinds)('%s can be told about, and its sample is one', async (kind) => {
    const { code, stdout } = await runCli(['show', kind, '--json', '--seed', '3']);
    expect(code).toBe(0);
    const facts = JSON.parse(stdout);
    expect(facts.kind).toBe(kind);
    expect(facts.parameters.map(({ parameter }: { parameter: string }) => parameter)).toEqual(Object.keys(schemaFor(kind).shape));
    expect((schemaFor(kind) as { safeParse(input: unknown): { success: boolean } }).safeParse(facts.sample).success).toBe(true);
    expect((await runCli(['show', kind])).code).toBe(0);
  });
});

describe('ringback format', () => {
  const flat = '<Response><Say>Hello</Say><Hangup/></Response>';
  const lines = '<?xml version="1.0" encoding="UTF-8"?>\n<Response>\n  <Say>Hello</Say>\n  <Hangup/>\n</Response>\n';

  test('prints a line for each element', async () => {
    expect(await runCli(['format', '-'], { input: flat })).toEqual({ code: 0, stdout: lines, stderr: '' });
    const { stdout } = await runCli(['format', '--indent', '1', '--no-declaration', '-'], { input: flat });
    expect(stdout).toBe('<Response>\n <Say>Hello</Say>\n <Hangup/>\n</Response>\n');
  });

  test('writes files anew when told to, and says which', async () => {
    const [a, b] = [join(folder, 'a.xml'), join(folder, 'b.xml')];
    writeFileSync(a, flat);
    writeFileSync(b, lines);
    const { code, stdout } = await runCli(['format', '--write', a, b]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${a}\n${b} (as it was)\n` });
    expect(readFileSync(a, 'utf8')).toBe(lines);
  });

  test('changes no file when one of them cannot be read', async () => {
    const [good, bad] = [join(folder, 'good.xml'), join(folder, 'bad.xml')];
    writeFileSync(good, flat);
    writeFileSync(bad, '<Response>');
    const { code, stderr } = await runCli(['format', '--write', good, bad]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^ringback: .*bad\.xml: Line 1, column 1: /);
    expect(readFileSync(good, 'utf8')).toBe(flat);
    expect((await runCli(['format', '--write', '-'], { input: flat })).code).toBe(2);
  });

  test('prints what a program reads', async () => {
    const { stdout } = await runCli(['format', '--json', '-'], { input: flat });
    expect(JSON.parse(stdout)).toEqual({ documents: [{ name: 'standard input', text: lines, changed: true }] });
  });

  test.each([[['--indent', '-1']], [['--width', 'wide']]])('refuses %j', async (flags) => {
    expect((await runCli(['format', ...flags, '-'], { input: flat })).code).toBe(2);
  });
});

describe('ringback code', () => {
  const xml = '<Response><Message>Hello</Message></Response>';

  test('writes the code that builds a document', async () => {
    const { code, stdout } = await runCli(['code', '--name', 'reply', '-'], { input: xml });
    expect(code).toBe(0);
    expect(stdout).toBe(
      "import { messagingResponse } from 'ringback/twiml';\n\nexport const reply = messagingResponse().message('Hello');\n",
    );
    expect(JSON.parse((await runCli(['code', '--name', 'reply', '--json', '-'], { input: xml })).stdout)).toEqual({ code: stdout });
  });

  test('says where a document is broken', async () => {
    const { code, stdout, stderr } = await runCli(['code', '-'], { input: '<Response>\n<Say>' });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^ringback: standard input: Line 2, column 1: /);
  });

  test('refuses a name that is none', async () => {
    expect((await runCli(['code', '--name', 'a b', '-'], { input: xml })).code).toBe(2);
  });
});
