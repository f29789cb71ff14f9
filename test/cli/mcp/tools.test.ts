import { describe, expect, test } from 'vitest';
import { webhookKinds } from '../../../src/payloads/index.js';
import { signRequest } from '../../../src/signature/index.js';
import { runCli } from '../run-cli.js';
import { connect } from './connect.js';

const authToken = '6bc1bee22e409f96e93d7e117393172a';
const body = 'AccountSid=AC0123456789abcdef0123456789abcdef&MessageSid=SM0123456789abcdef0123456789abcdef&From=%2B14155550100&Body=Hi';

/** A request as somebody copies it out of a log, signed for a URL. */
function rawRequest(signedFor: string): string {
  const signature = signRequest(
    { method: 'POST', url: signedFor, body, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    { authToken },
  );
  return `POST /sms HTTP/1.1\r\nHost: shop.example\r\nX-Twilio-Signature: ${signature}\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n${body}`;
}

describe('An assistant', () => {
  test('is told of every tool, what it is for, and what it takes', async () => {
    const { client } = await connect();
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'list_kinds',
      'show_kind',
      'lint_twiml',
      'format_twiml',
      'explain_signature',
      'explain_error',
      'run_call',
      'read_timeline',
    ]);
    for (const { description, inputSchema } of tools) {
      expect(description).toMatch(/\w+ .*\.$/s);
      for (const property of Object.values(inputSchema.properties ?? {})) expect(property).toHaveProperty('description');
    }
    expect(tools.filter(({ annotations }) => annotations?.readOnlyHint !== true).map(({ name }) => name)).toEqual(['run_call']);
    expect(client.getServerVersion()).toMatchObject({ name: 'ringback', version: '1.2.3' });
    expect(client.getInstructions()).toContain('lint_twiml');
  });

  test('lists all kinds of webhooks without a cut, and those with a word', async () => {
    const { ask } = await connect();
    const all = await ask('list_kinds');
    for (const kind of webhookKinds) expect(all.text).toContain(`${kind} `);
    const some = await ask('list_kinds', { pattern: 'voice.recording.*' });
    expect(some).toEqual({
      text: (await runCli(['kinds', 'voice.recording.*'])).stdout.trimEnd().replaceAll(/ {2,}/g, '  '),
      failed: false,
    });
  });

  test('is shown a kind as a person is, and the name that was meant', async () => {
    const { ask } = await connect();
    const { stdout } = await runCli(['show', 'voice.gather']);
    expect(await ask('show_kind', { kind: 'voice.gather' })).toEqual({ text: stdout.trimEnd(), failed: false });
    expect(await ask('show_kind', { kind: 'IncomingMesage' })).toEqual({
      text: expect.stringContaining('did you mean IncomingMessage?'),
      failed: true,
    });
  });

  test('gets what is wrong with a document, and the fix', async () => {
    const { ask } = await connect();
    const { text, failed } = await ask('lint_twiml', { twiml: '<Response><say>Hello</say></Response>' });
    expect(failed).toBe(false);
    const [document] = JSON.parse(text).documents;
    expect(document).toMatchObject({ valid: false, diagnostics: [{ rule: 'case-sensitive', twilioCode: 12200, fix: {} }] });
    const sound = await ask('lint_twiml', { twiml: '<Response><Message>Hi</Message></Response>', document: 'messaging' });
    expect(JSON.parse(sound.text).valid).toBe(true);
    const misplaced = await ask('lint_twiml', { twiml: '<Response><Dial>+14155550123</Dial></Response>', context: 'conference-wait-url' });
    expect(JSON.parse(misplaced.text).valid).toBe(false);
  });

  test('has a document formatted, and is told where one is broken', async () => {
    const { ask } = await connect();
    const { text } = await ask('format_twiml', { twiml: '<Response><Say>Hello</Say></Response>' });
    expect(text).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<Response>\n  <Say>Hello</Say>\n</Response>');
    expect(await ask('format_twiml', { twiml: '<Response>' })).toEqual({ text: expect.stringContaining('Line 1'), failed: true });
  });

  test('is told what an error code means, and finds one by words', async () => {
    const { ask } = await connect();
    expect((await ask('explain_error', { query: '11200, 12300' })).text).toMatch(/^11200 .*\n12300 /s);
    expect((await ask('explain_error', { query: 'host unreachable' })).text).toContain('31904 Stream: host unreachable');
    expect((await ask('explain_error', { query: '--json' })).text).toBe('No error code has these words in its title or cause.');
  });

  test.each([
    ['show_kind', { kind: '--help' }],
    ['list_kinds', { pattern: '--json' }],
    ['explain_signature', { request: 'x', publicUrl: '--auth-token=x' }],
  ])('cannot give %s an option of the command line', async (tool, input) => {
    const { ask } = await connect({ env: { TWILIO_AUTH_TOKEN: authToken } });
    const { text, failed } = await ask(tool, input);
    expect(failed).toBe(true);
    expect(text).not.toContain('Examples:');
  });

  test('learns why a signature is refused, and neither the token nor the signature', async () => {
    const { ask } = await connect({ env: { TWILIO_AUTH_TOKEN: authToken } });
    const request = rawRequest('https://www.shop.example/sms');
    const wrong = await ask('explain_signature', { request });
    expect(wrong).toEqual({ text: expect.stringContaining('refused: wrong-host'), failed: false });
    const right = await ask('explain_signature', { request, publicUrl: 'https://www.shop.example' });
    expect(right.text).toContain('valid');
    const [signature = ''] = /(?<=Signature: )\S+/.exec(request) ?? [];
    for (const { text } of [wrong, right]) for (const secret of [authToken, signature]) expect(text).not.toContain(secret);
  });

  test('is told that no token is set, and not asked for one', async () => {
    const { ask } = await connect();
    const { text, failed } = await ask('explain_signature', { request: rawRequest('https://shop.example/sms') });
    expect(failed).toBe(true);
    expect(text).toContain('TWILIO_AUTH_TOKEN');
  });

  test('is told what is wrong with what it asks for', async () => {
    const { ask } = await connect();
    expect(await ask('show_kind')).toEqual({ text: expect.stringContaining('kind'), failed: true });
    expect(await ask('run_call', { url: 'localhost:3000/voice', steps: ['press 1\nexpect x'] })).toMatchObject({ failed: true });
    expect((await ask('delete_everything')).failed).toBe(true);
  });
});
