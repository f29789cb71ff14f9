import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCurl } from '../../src/cli/captured/curl.js';
import { splitWords } from '../../src/cli/captured/shell-words.js';
import { EventStreamsTest } from '../../src/payloads/event-streams/index.js';
import { IncomingMessage } from '../../src/payloads/messaging/index.js';
import { signedNodeRequest } from '../../src/testing/index.js';
import { runCli } from './run-cli.js';

const authToken = '6bc1bee22e409f96e93d7e117393172a';
const env = { TWILIO_AUTH_TOKEN: authToken };
const url = 'https://example.com/sms?a=1';

const message = signedNodeRequest(IncomingMessage, { Body: "It's 5 o'clock – really?" }, { url, authToken });
const event = signedNodeRequest(EventStreamsTest, {}, { url: 'https://example.com/events', authToken });
const query = signedNodeRequest(IncomingMessage, {}, { url, authToken, method: 'GET' });

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-explain-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

type Parts = typeof message;

/** A request as it goes over the wire. */
function writeRaw({ method, path, headers, body }: Parts, end = '\r\n'): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${path} HTTP/1.1`, ...lines, '', body].join(end);
}

/** A command as browsers and proxies write it. */
function writeCurl({ method, path, headers, body }: Parts): string {
  const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  const given = Object.entries(headers).filter(([name]) => name !== 'host' && name !== 'content-length');
  const options = given.map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`);
  return [
    `curl -X ${method} ${quote(`https://example.com${path}`)}`,
    ...options,
    ...(body === '' ? [] : [`--data-raw ${quote(body)}`]),
  ].join(' \\\n  ');
}

/** An entry of an archive. */
function writeEntry({ method, path, headers, body }: Parts): object {
  const listed = Object.entries(headers).map(([name, value]) => ({ name, value }));
  return { request: { method, url: `https://example.com${path}`, headers: listed, postData: { mimeType: 'x', text: body } } };
}

describe.each([
  ['a form', message, 'messaging.incoming'],
  ['JSON', event, 'event-streams.test'],
  ['a GET', query, 'messaging.incoming'],
])('%s', (_, request, kind) => {
  test.each([
    ['a raw request', writeRaw(request)],
    ['a raw request that an editor has saved', `\n${writeRaw(request, '\n')}`],
    ['a curl command', writeCurl(request)],
    ['a curl command from a terminal', `$ ${writeCurl(request)} | jq\n`],
    [
      'a HAR',
      JSON.stringify({ log: { entries: [{ request: { method: 'GET', url: 'https://example.com/favicon.ico' } }, writeEntry(request)] } }),
    ],
  ])('is valid in %s', async (_name, input) => {
    const { code, stdout, stderr } = await runCli(['explain', '--json', '-'], { env, input });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, requests: [{ method: request.method, kind, valid: true }] });
    expect(code).toBe(0);
  });
});

describe('ringback explain', () => {
  test('says why a signature is refused, and what to change', async () => {
    const { code, stdout } = await runCli(['explain', '--as', 'http://example.com', '-'], { env, input: writeRaw(message) });
    expect(code).toBe(1);
    expect(stdout).toContain('POST http://example.com/sms?a=1 messaging.incoming\n  refused: wrong-scheme\n');
    expect(stdout).toContain('https://example.com/sms?a=1');
    expect(stdout).toContain('publicUrl');
  });

  test('reads a file, and a command that is given as it is', async () => {
    const file = join(folder, 'request.txt');
    writeFileSync(file, writeRaw(message));
    expect((await runCli(['explain', file], { env })).code).toBe(0);
    expect((await runCli(['explain', writeCurl(message)], { env })).code).toBe(0);
  });

  test('takes the public URL from --as, with the query that the request has', async () => {
    const inner = writeRaw(message).replace(/^host: .*$/m, 'host: localhost:3000');
    expect((await runCli(['explain', '-'], { env, input: inner })).code).toBe(1);
    expect((await runCli(['explain', '--as', 'https://example.com', '-'], { env, input: inner })).code).toBe(0);
    expect((await runCli(['explain', '--as', 'https://example.com/sms', '-'], { env, input: inner })).code).toBe(0);
    const bare = writeRaw(message).replace(/^host: .*\r\n/m, '');
    expect((await runCli(['explain', '-'], { env, input: bare })).stderr).toContain('--as');
  });

  test('knows several tokens, and prints none', async () => {
    const args = ['explain', '--auth-token', 'f'.repeat(32), '--auth-token', authToken, '--json', '-'];
    const { code, stdout } = await runCli(args, { input: writeRaw(message) });
    expect(code).toBe(0);
    const wrong = await runCli(['explain', '--auth-token', `${authToken}\n`, '-'], { input: writeRaw(message) });
    expect(wrong.code).toBe(1);
    expect(wrong.stdout).toContain('refused: malformed-token');
    for (const text of [stdout, wrong.stdout, wrong.stderr]) expect(text).not.toContain(authToken);
  });

  test('never tells the signature that would have been right', async () => {
    const forged = writeRaw({ ...message, headers: { ...message.headers, 'x-twilio-signature': 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' } });
    for (const flags of [[], ['--json']]) {
      const { code, stdout } = await runCli(['explain', ...flags, '-'], { env, input: forged });
      expect(code).toBe(1);
      expect(stdout).not.toContain(message.headers['x-twilio-signature']);
    }
  });

  test('explains every signed request of a HAR', async () => {
    const unsigned = { request: { method: 'GET', url: 'https://example.com/', headers: [] } };
    const wrong = { ...message, path: '/other' };
    const input = JSON.stringify({ log: { entries: [unsigned, writeEntry(message), writeEntry(wrong)] } });
    const { code, stdout } = await runCli(['explain', '--json', '-'], { env, input });
    expect(code).toBe(1);
    expect(JSON.parse(stdout).requests.map(({ valid }: { valid: boolean }) => valid)).toEqual([true, false]);
  });

  test('reads the parameters of a HAR that has no text', async () => {
    const entry = writeEntry(message) as { request: { postData: object } };
    const params = [...new URLSearchParams(message.body)].map(([name, value]) => ({ name, value }));
    const input = JSON.stringify({ log: { entries: [{ request: { ...entry.request, postData: { params } } }] } });
    expect((await runCli(['explain', '-'], { env, input })).code).toBe(0);
  });

  test('leaves the bytes of a body as they are', async () => {
    const head = `POST /sms HTTP/1.1\nHost: example.com\nX-Twilio-Signature: ${message.headers['x-twilio-signature']}\n\n`;
    async function* stdin() {
      yield new TextEncoder().encode(head);
      yield Uint8Array.of(0x42, 0x3d, 0xff, 0xfe);
    }
    const { code, stdout } = await runCli(['explain', '--json', '-'], { env, stdin: stdin() });
    expect(code).toBe(1);
    expect(JSON.parse(stdout).requests[0].valid).toBe(false);
  });

  test('never sends what a request holds to the terminal as it is', async () => {
    const input = 'POST /\u001b[2J HTTP/1.1\nHost: example.com\nX-Twilio-Signature: \u001b]0;x\u0007\n\nA=1';
    const { stdout } = await runCli(['explain', '-'], { env, input });
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  test.each([
    ['no token', 'POST / HTTP/1.1\nHost: a\n\n', {}, 'TWILIO_AUTH_TOKEN'],
    ['something else', 'Hello', env, 'Expected a HAR'],
    ['broken JSON', '{"log":', env, 'is none'],
    ['other JSON', '{"a":1}', env, 'neither a HAR'],
    ['a HAR with a broken entry', '{"log":{"entries":[{}]}}', env, 'Entry 1 of the HAR'],
    [
      'a HAR without signatures',
      JSON.stringify({ log: { entries: [1, 2].map(() => ({ request: { method: 'GET', url: 'http://a/' } })) } }),
      env,
      'None of these 2',
    ],
    ['a line that is no header', 'POST / HTTP/1.1\nHost: a\nrubbish\n\n', env, 'Line 3'],
    ['a body in chunks', 'POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n1\r\na\r\n0\r\n\r\n', env, 'in chunks'],
    ['a body in a file', 'curl https://a/ -d @/etc/passwd', env, 'in a file'],
    ['a multipart form', 'curl https://a/ -F a=b', env, '--form'.slice(2)],
    ['no URL', 'curl -X POST', env, 'no URL'],
  ])('%s is told in a line, with exit code 2', async (_, input, environment, expected) => {
    const { code, stdout, stderr } = await runCli(['explain', '-'], { env: environment, input });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(expected);
  });

  test('verifies shared keys, and prints none', async () => {
    const sharedKey = { id: 'k1', secret: 'a-shared-secret', algorithm: 'HMAC_SHA256' } as const;
    const input = writeRaw(signedNodeRequest(IncomingMessage, {}, { url, sharedKey }));
    const known = await runCli(['explain', '--shared-key', 'k0:other-secret', '--shared-key', 'k1:a-shared-secret', '-'], { input });
    expect(known.code).toBe(0);
    expect((await runCli(['explain', '-'], { input, env: { TWILIO_SHARED_KEY: 'k1:a-shared-secret' } })).code).toBe(0);
    const unknown = await runCli(['explain', '--shared-key', 'k2:a-shared-secret', '-'], { input });
    expect(unknown.code).toBe(1);
    expect(unknown.stdout).toMatch(/refused: shared-key\n.*"k2" signs it, where the header names "k1"/);
    expect((await runCli(['explain', '-'], { env, input })).stdout).toContain('no sharedKeys were given');
    for (const { stdout, stderr } of [known, unknown]) expect(stdout + stderr).not.toContain('a-shared-secret');
  });

  test('says for which URL a signature is right, and from where that URL is', async () => {
    const as = await runCli(['explain', '--as', 'https://example.com', '-'], { env, input: writeRaw(message) });
    expect(as.stdout).toContain(`The signature is right for ${url} (by --as).`);
    expect((await runCli(['explain', '-'], { env, input: writeRaw(message) })).stdout).toContain('(as the request says)');
    const forwarded = writeRaw(message).replace(/^host: .*$/m, 'host: localhost:3000\r\nx-forwarded-proto: https');
    const told = await runCli(['explain', '-', '--as', 'https://example.com'], { env, input: forwarded });
    expect(told.stdout).toContain('(by --as)');
  });

  test('never calls a request valid that the server refused', async () => {
    const headers = { ...message.headers, host: 'localhost:3000', 'x-forwarded-host': 'example.com', 'x-forwarded-proto': 'https' };
    const record = (status: number) =>
      JSON.stringify({
        redacted: false,
        request: { method: 'POST', url, headers, text: message.body },
        response: { status, durationMs: 1 },
      });
    const refused = await runCli(['explain', '-'], { env, input: record(403) });
    expect(refused.code).toBe(1);
    expect(refused.stdout).toContain('refused by the server');
    expect(refused.stdout).toContain(`right for ${url} (as the request and its forwarding headers say)`);
    expect(refused.stdout).toMatch(/the server answered 403.*its own host "localhost:3000"/);
    expect(refused.stdout).toContain('Set publicUrl');
    expect(refused.stdout).not.toMatch(/^ {2}valid$/m);
    expect(JSON.parse((await runCli(['explain', '--json', '-'], { env, input: record(403) })).stdout).ok).toBe(false);
    expect((await runCli(['explain', '-'], { env, input: record(200) })).code).toBe(0);
    const har = JSON.stringify({ log: { entries: [{ ...writeEntry(message), response: { status: 403 } }] } });
    expect((await runCli(['explain', '-'], { env, input: har })).code).toBe(1);
  });

  test('says first that there is no file, before it asks for a token', async () => {
    expect(await runCli(['explain', 'nowhere.har'])).toEqual({ code: 2, stdout: '', stderr: 'ringback: There is no file nowhere.har\n' });
  });

  test('answers to any input with an exit code', async () => {
    const begin = fc.constantFrom(
      '',
      '{',
      'curl ',
      "curl -d $'\\x",
      'POST / HTTP/1.1\n',
      '{"log":{"entries":[{"request":',
      'GET http:// HTTP/1.1\nHost:\n\n',
    );
    await fc.assert(
      fc.asyncProperty(begin, fc.string({ unit: 'binary', maxLength: 200 }), async (start, rest) => {
        const { code, stderr } = await runCli(['explain', '-'], { env, input: start + rest });
        expect([0, 1, 2]).toContain(code);
        expect(stderr).not.toContain('fault of ringback');
      }),
      { numRuns: 300 },
    );
  });
});

describe('a curl command', () => {
  test.each([
    ['curl http://a/b', { method: 'GET', url: 'http://a/b', body: '' }],
    ['curl a.example/b', { url: 'http://a.example/b' }],
    [
      "curl http://a -d 'A=1' -d B=2",
      { method: 'POST', body: 'A=1&B=2', headers: { 'content-type': ['application/x-www-form-urlencoded'] } },
    ],
    ['curl -sSXPUT http://a', { method: 'PUT', url: 'http://a' }],
    ['curl -G http://a?x=1 -d y=2', { method: 'GET', url: 'http://a?x=1&y=2', body: '' }],
    ['curl --json "{\\"a\\":1}" http://a', { method: 'POST', body: '{"a":1}', headers: { 'content-type': ['application/json'] } }],
    ["curl http://a --data-urlencode 'A=b c&d'", { body: 'A=b%20c%26d' }],
    ["curl http://a --data-raw $'A=it\\'s\\n\\u00e9\\x21'", { body: "A=it's\né!" }],
    ["curl http://a -H 'X-Twilio-Signature: abc' -H 'Accept;'", { headers: { 'x-twilio-signature': ['abc'] } }],
    ['curl -u me:secret -o out.txt --max-time 5 --compressed -k http://a', { method: 'GET', url: 'http://a' }],
    ['curl http://a -dA=1; rm -rf /', { body: 'A=1' }],
    ['curl http://a --data-raw "A=$(date)`id`"', { body: 'A=$(date)`id`' }],
  ])('%s is read as curl would', (command, request) => {
    expect(readCurl(command)).toMatchObject(request);
  });

  test('has the words that a shell would give it, however they are quoted', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 })), (words) => {
        const quoted = words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' \\\n');
        expect(splitWords(quoted)).toEqual(words);
      }),
    );
  });
});
