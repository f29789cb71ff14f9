import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { findKind } from '../../src/cli/kind.js';
import { makeKeptWebhook, redactContent } from '../../src/cli/record/kept-webhook.js';
import { Redactor } from '../../src/cli/record/redactor.js';
import { listFieldTypes } from '../../src/delivery/field-type.js';
import { identifyWebhook, schemaFor, webhookKinds } from '../../src/payloads/index.js';
import { IncomingMessage } from '../../src/payloads/messaging/index.js';
import { formFixture, signedNodeRequest } from '../../src/testing/index.js';
import { type Run, runCli } from './run-cli.js';
import { sendXml, serve, type TestServer } from './serve.js';

const authToken = '6bc1bee22e409f96e93d7e117393172a';
const PERSON = {
  From: '+14155557788',
  Body: 'Meet me at 7, Ada',
  FromCity: 'Springfield',
  ProfileName: 'Ada Lovelace',
  WaId: '14155557788',
};

const folders: string[] = [];
const servers: TestServer[] = [];
const recorders: Recorder[] = [];

afterEach(async () => {
  await Promise.all(recorders.splice(0).map((recorder) => recorder.stop()));
  await Promise.all(servers.splice(0).map((server) => server.close()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

interface Recorder {
  readonly origin: string;
  readonly folder: string;
  stop(): Promise<Run>;
}

/** Starts `ringback record` before a server that answers. */
async function record(
  flags: readonly string[] = [],
  answer: Parameters<typeof serve>[0] = (_, response) => sendXml(response, '<Response/>'),
) {
  const server = await serve(answer);
  servers.push(server);
  const folder = mkdtempSync(join(tmpdir(), 'ringback-record-'));
  folders.push(folder);
  const controller = new AbortController();
  let announce: (text: string) => void = () => undefined;
  const announced = new Promise<string>((resolve) => {
    announce = resolve;
  });
  let stderr = '';
  const running = runCli(['record', '--port', '0', '--to', server.origin, '--out', folder, ...flags], {
    signal: controller.signal,
    stderr: {
      write: (text) => {
        stderr += text;
        announce(text);
      },
    },
  });
  const [origin = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(await announced) ?? [];
  const recorder: Recorder = {
    origin,
    folder,
    stop: async () => {
      controller.abort();
      return { ...(await running), stderr };
    },
  };
  recorders.push(recorder);
  return { ...recorder, server };
}

/** Sends what Twilio would, to a recorder behind a tunnel. */
async function sendMessage(origin: string, path = '/sms'): Promise<Response> {
  const request = signedNodeRequest(IncomingMessage, PERSON as never, { url: `https://example.com${path}`, authToken });
  const { host: _, 'content-length': __, ...headers } = request.headers;
  const forwarded = { ...headers, 'x-forwarded-proto': 'https', 'x-forwarded-host': 'example.com', authorization: 'Basic c2VjcmV0' };
  return fetch(`${origin}${request.path}`, { method: 'POST', headers: forwarded, body: request.body });
}

function readAll(folder: string): { readonly name: string; readonly text: string }[] {
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

describe('ringback record', () => {
  test('passes on what comes as it came, and what is answered', async () => {
    const { origin, server } = await record([], (_, response) => {
      response
        .writeHead(201, { 'content-type': 'text/xml', 'x-mine': 'yes', 'set-cookie': ['a=1', 'b=2'] })
        .end('<Response><Say>Hi</Say></Response>');
    });
    const response = await fetch(`${origin}/a%2Fb//c?x=%27'&y`, { method: 'POST', body: 'A=1', headers: { 'x-own': 'kept' } });
    expect(response.status).toBe(201);
    expect(response.headers.get('x-mine')).toBe('yes');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(await response.text()).toBe('<Response><Say>Hi</Say></Response>');
    expect(server.received[0]).toMatchObject({ method: 'POST', body: 'A=1', headers: { 'x-own': 'kept', host: new URL(origin).host } });
    expect(server.received[0]?.url).toMatch(/^\/a%2Fb\/\/c\?x=%27('|%27)&y$/);
  });

  test('keeps webhooks and nothing else, numbered in turn', async () => {
    const { origin, folder, stop } = await record();
    await fetch(`${origin}/favicon.ico`);
    await sendMessage(origin);
    await sendMessage(origin);
    const { code, stdout } = await stop();
    expect(code).toBe(0);
    expect(readdirSync(folder)).toEqual(['0001-messaging.incoming.json', '0002-messaging.incoming.json']);
    expect(stdout).toMatch(/0001-messaging\.incoming\.json {2}POST \/sms 200 in \d+ ms\n/);
  });

  test('takes out of them whatever belongs to a person or opens a door', async () => {
    const { origin, folder, stop } = await record([], (_, response) =>
      sendXml(response, '<Response><Message>Hello Ada Lovelace</Message></Response>'),
    );
    await sendMessage(origin, '/sms?name=Ada&token=s3cr3t');
    const { stdout } = await stop();
    const text = readAll(folder)[0]?.text ?? '';
    for (const secret of ['Ada', '4155557788', 'Meet me', 'Springfield', 's3cr3t', 'c2VjcmV0', 'example.com/sms', authToken]) {
      expect(text + stdout).not.toContain(secret);
    }
    const { redacted, request, response } = JSON.parse(text);
    expect(redacted).toBe(true);
    expect(request).toMatchObject({ url: '/sms?name=redacted&token=redacted', headers: { 'x-twilio-signature': 'redacted' } });
    expect(response).toMatchObject({ status: 200, verbs: ['Message'] });
    expect(IncomingMessage.parse(request.parameters)).toMatchObject({ Body: 'redacted', NumMedia: 0 });
  });

  test.each([
    ['text/plain', '{"From":"+15550001111","Body":"CanarySecret & CanaryMore"}'],
    ['', 'From=%2B15550001111&Body=CanarySecret'],
    ['multipart/form-data; boundary=CanaryBoundary', '--CanaryBoundary\r\n\r\nCanarySecret\r\n--CanaryBoundary--'],
    ['application/x-canary', 'From=%2B15550001111'],
    ['application/json', '{"From":"+15550001111","Body":"CanarySecret"'],
    ['application/jsonlines; Canary=json', '{"From":"+15550001111"}'],
  ])('writes nothing of a body of the type "%s", which says nothing of what is in it', async (type, body) => {
    const { origin, folder, stop } = await record();
    await fetch(`${origin}/voice`, {
      method: 'POST',
      headers: { 'x-twilio-signature': 'a', 'content-type': type },
      body: Buffer.from(body),
    });
    await stop();
    const text = readAll(folder)[0]?.text ?? '';
    expect(text).not.toMatch(/canary|15550001111/i);
    expect(JSON.parse(text)).toMatchObject({ redacted: true, request: { parameters: {} } });
  });

  test.each([
    [
      'application/x-www-form-urlencoded',
      'CanaryName=CanaryValue&From=whatsapp:CanaryFrom&Body=CanaryScheme:%2B14155557788&MessageSid=CanarySid&To=a',
    ],
    [
      'application/json',
      JSON.stringify([{ CanaryKey: { canaryInner: 'Canary', birth: '2001-01-01T00:00:00Z' }, data: { CanaryKey: 94107 } }]),
    ],
    [
      'application/json',
      '{"TaskAttributes":"{\\"CanaryKey\\":\\"https://canary.twilio.com/Canary/x\\"}","url":"https://api.twilio.com/Canary/2010-04-01"}',
    ],
  ])('takes out secrets wherever they stand in %s: names, keys, path, headers, answer', async (type, body) => {
    const { origin, folder, stop } = await record([], (_, response) =>
      response.setHeader('content-type', 'text/xml; canary=1').end('<Response><Canary/><Say>Canary</Say></Response>'),
    );
    const headers = { 'user-agent': 'CanaryAgent/1.0', 'x-home-region': 'canary', 'x-canary': 'canary', 'content-type': type };
    await fetch(`${origin}/Canary/voice/canary-menu.php?CanaryName=CanaryValue`, {
      ...{ method: 'POST', headers: { ...headers, 'x-twilio-signature': 'Canary', cookie: 'canary=1' }, body },
    });
    await stop();
    const { name, text } = readAll(folder)[0] ?? { name: '', text: '' };
    expect(name + text).not.toMatch(/canary|94107|2001-01/i);
    expect(JSON.parse(text)).toMatchObject({
      request: { url: '/redacted/voice/redacted?redacted1=redacted', headers: { 'user-agent': 'redacted' } },
      response: { verbs: ['redacted', 'Say'] },
    });
  });

  test('keeps all of it when told to, for `ringback explain` to verify, but never credentials', async () => {
    const { origin, folder, stop } = await record(['--keep', '--json']);
    await sendMessage(origin);
    const { stdout } = await stop();
    const { file, kind, status } = JSON.parse(stdout);
    expect({ kind, status }).toEqual({ kind: 'messaging.incoming', status: 200 });
    const text = readAll(folder)[0]?.text ?? '';
    expect(text).toContain('Meet me at 7, Ada');
    expect(text).not.toContain('c2VjcmV0');
    expect((await runCli(['explain', file], { env: { TWILIO_AUTH_TOKEN: authToken } })).code).toBe(0);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  test('cannot have redacted files explained, and says so', async () => {
    const { origin, folder, stop } = await record();
    await sendMessage(origin);
    await stop();
    const { code, stderr } = await runCli(['explain', join(folder, '0001-messaging.incoming.json')], {
      env: { TWILIO_AUTH_TOKEN: authToken },
    });
    expect(code).toBe(2);
    expect(stderr).toContain('--keep');
  });

  test('refuses a body that is too large, and passes none of it on', async () => {
    const { origin, server, stop } = await record(['--max-bytes', '100']);
    expect((await sendMessage(origin)).status).toBe(413);
    expect(server.received).toEqual([]);
    expect((await stop()).stderr).toContain('larger than 100 bytes');
  });

  test('answers 502 where nobody listens behind it', async () => {
    const { origin, server, stop } = await record();
    await server.close();
    expect((await sendMessage(origin)).status).toBe(502);
    expect((await stop()).stderr).toContain('Nothing listens');
  });

  test('goes on after the numbers that are there', async () => {
    const first = await record();
    await sendMessage(first.origin);
    await first.stop();
    const second = await record(['--out', first.folder]);
    await sendMessage(second.origin);
    await second.stop();
    expect(readdirSync(first.folder)).toEqual(['0001-messaging.incoming.json', '0002-messaging.incoming.json']);
  });

  test.each([
    ['no server', ['--out', 'x'], '--to <url>'],
    ['no folder', ['--to', 'http://localhost:1'], '--out <folder>'],
    ['another machine', ['--to', 'https://example.com', '--out', 'x'], '--allow-remote'],
    ['a port that is none', ['--to', 'http://localhost:1', '--out', 'x', '--port', '70000'], '65535'],
    ['a size that is none', ['--to', 'http://localhost:1', '--out', 'x', '--max-bytes', 'many'], '--max-bytes'],
    ['a file in place of a folder', ['--to', 'http://localhost:1', '--out', 'package.json/x'], 'no folder'],
  ])('%s is told in a line, with exit code 2', async (_, args, message) => {
    const { code, stderr } = await runCli(['record', ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test('says that a port is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    const folder = mkdtempSync(join(tmpdir(), 'ringback-record-'));
    folders.push(folder);
    const { code, stderr } = await runCli(['record', '--to', 'http://localhost:1', '--out', folder, '--port', String(port)]);
    taken.close();
    expect(code).toBe(2);
    expect(stderr).toContain('choose another --port');
  });
});

/** A server that takes WebSockets at /relay and nothing else. */
async function serveSockets(): Promise<{ readonly origin: string; readonly headers: IncomingHttpHeaders[]; close(): Promise<void> }> {
  const server = createHttpServer((_, response) => response.writeHead(404).end());
  const sockets = new WebSocketServer({ noServer: true });
  const headers: IncomingHttpHeaders[] = [];
  server.on('upgrade', (request, socket, head) => {
    headers.push(request.headers);
    if (!request.url?.startsWith('/relay')) {
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\nX-Why: signature\r\n\r\nno');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (own) => {
      own.on('message', (data, isBinary) =>
        String(data) === 'bye' ? own.close(4001, 'as you wish') : own.send(data, { binary: isBinary }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const close = async () => {
    for (const socket of sockets.clients) socket.terminate();
    server.close();
  };
  return { origin: `http://127.0.0.1:${port}`, headers, close };
}

describe('a WebSocket behind ringback record', () => {
  const signature = { 'x-twilio-signature': 'abc=' };

  test('passes frames of every length both ways, and how it ends', async () => {
    const app = await serveSockets();
    const recorder = await record(['--to', app.origin]);
    const socket = new WebSocket(`${recorder.origin.replace('http', 'ws')}/relay?a=%27'`, { headers: signature });
    await once(socket, 'open');
    const texts = ['{"type":"setup"}', 'x'.repeat(70_000), 'Grüße 👋🏽'];
    for (const text of texts) {
      socket.send(text);
      const [data, isBinary] = await once(socket, 'message');
      expect([String(data), isBinary]).toEqual([text, false]);
    }
    socket.send(new Uint8Array([0, 1, 255]));
    expect((await once(socket, 'message'))[0]).toEqual(Buffer.from([0, 1, 255]));
    socket.ping();
    await once(socket, 'pong');
    socket.send('bye');
    const [code, reason] = await once(socket, 'close');
    expect([code, String(reason)]).toEqual([4001, 'as you wish']);
    expect(app.headers[0]).toMatchObject({ ...signature, host: new URL(recorder.origin).host });
    const { stdout } = await recorder.stop();
    await app.close();
    expect(stdout).toBe('WebSocket /relay 101\n');
    expect(readdirSync(recorder.folder)).toEqual([]);
  });

  test('passes on how it was refused', async () => {
    const app = await serveSockets();
    const recorder = await record(['--to', app.origin, '--json']);
    for (const path of ['/other', '/third/one']) {
      const socket = new WebSocket(recorder.origin.replace('http', 'ws') + path, { headers: signature });
      const [, response] = await once(socket, 'unexpected-response');
      let body = '';
      for await (const chunk of response) body += chunk;
      expect([response.statusCode, response.headers['x-why'], body]).toEqual([403, 'signature', 'no']);
    }
    const { stdout } = await recorder.stop();
    await app.close();
    expect(JSON.parse(stdout.split('\n')[0] ?? '')).toEqual({ kind: 'websocket', method: 'GET', url: '/other', status: 403 });
  });

  test('is answered by 502 where nobody listens, and ends when the recorder does', async () => {
    const app = await serveSockets();
    const recorder = await record(['--to', app.origin]);
    const socket = new WebSocket(`${recorder.origin.replace('http', 'ws')}/relay`);
    await once(socket, 'open');
    const closed = once(socket, 'close');
    await recorder.stop();
    await closed;
    await app.close();
    const alone = await record(['--to', app.origin]);
    const refused = new WebSocket(`${alone.origin.replace('http', 'ws')}/relay`);
    const [, response] = await once(refused, 'unexpected-response');
    expect(response.statusCode).toBe(502);
    expect((await alone.stop()).stderr).toContain('Nothing listens');
  });
});

describe('a redacted webhook', () => {
  test.each(webhookKinds)('%s is still one, and still of its kind', (kind) => {
    const content = formFixture(schemaFor(kind) as never);
    const redacted = redactContent(content, kind, new Redactor());
    expect((schemaFor(kind) as { safeParse(input: unknown): { error?: unknown } }).safeParse(redacted).error).toBeUndefined();
    // A name of an event that nobody knows is taken out like any other text, and with it what these kinds are told by.
    if (schemaFor(kind).identifiable && !/^(?:chat|conversations)\.other$/.test(kind))
      expect(identifyWebhook(redacted)).toBe(identifyWebhook(content));
  });

  test.each(webhookKinds)('%s has no text left but what its schema knows', (kind) => {
    const content = formFixture(schemaFor(kind) as never) as Record<string, unknown>;
    const types = listFieldTypes(findKind(kind).schema);
    const redacted = redactContent(content, kind, new Redactor()) as Record<string, unknown>;
    const texts = Object.entries(content).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && types.get(entry[0])?.name === 'text' && entry[1] !== '',
    );
    for (const [name, value] of texts) if (!/^(redacted|\w+:redacted)$/.test(value)) expect(redacted[name]).not.toBe(value);
  });

  test('keeps together what belongs together', () => {
    const redactor = new Redactor();
    const [a, b] = ['+14155557788', '+442079460000'].map((number) => redactor.redactText(number));
    expect(redactor.redactText('+14155557788')).toBe(a);
    expect(redactor.redactText('whatsapp:+14155557788')).toBe(`whatsapp:${a}`);
    expect(a).not.toBe(b);
    expect(a).toMatch(/^\+1\d{3}55501\d\d$/);
    const sid = redactor.redactText('CA1a2b3c4d5e6f70811a2b3c4d5e6f7081');
    expect(sid).toMatch(/^CA[0-9a-f]{32}$/);
    expect(redactor.redactText('https://api.twilio.com/Calls/CA1a2b3c4d5e6f70811a2b3c4d5e6f7081?key=secret')).toBe(
      `https://api.twilio.com/Calls/${sid}`,
    );
  });

  test.each([
    ['client:ada', 'client:redacted'],
    ['sip:ada@home.example;x=1', 'sip:redacted@example.com'],
    ['https://bucket.example/ada.jpg?sig=1', 'https://example.com/redacted'],
    ['{"name":"Ada","n":14155557788,"ok":true,"Latitude":37.4}', '{"name":"redacted","redacted1":0,"redacted2":true,"Latitude":0}'],
    ['{broken', 'redacted'],
    ['Ada', 'redacted'],
    ['1234', 'redacted'],
  ])('has %s as %s', (text, redacted) => {
    expect(new Redactor().redactText(text)).toBe(redacted);
  });

  test.each([
    ['/voice', '/voice'],
    ['/api/v1/voice-menu.php', '/api/v1/voice-menu.php'],
    ['/calls/CA1a2b3c4d5e6f70811a2b3c4d5e6f7081', `/calls/CA${'1'.padStart(32, '0')}`],
    ['/users/john.smith/voice', '/redacted/redacted/voice'],
    ['/hook/9f8e7d6c5b4a39219f8e', '/hook/redacted'],
    ['/u/ada@example.com/14155557788?next=/home', '/redacted/redacted/redacted?redacted1=redacted'],
  ])('has the path %s as %s', (path, redacted) => {
    expect(new Redactor().redactPath(path)).toBe(redacted);
  });

  test('has the parameters of a GET beside its path, and none in it', () => {
    const kept = makeKeptWebhook(
      {
        ...{ method: 'GET', url: 'https://example.com/sms?Body=Ada&SmsMessageSid=SM1&From=%2B14155557788&level=2', headers: {}, body: '' },
        ...{ response: { status: 200, headers: {}, body: '', durationMs: 1.6 }, at: new Date(0) },
      },
      new Redactor(),
    );
    expect(kept).toMatchObject({
      recordedAt: '1970-01-01T00:00:00.000Z',
      request: { url: '/sms', parameters: { Body: 'redacted', level: 'redacted' } },
      response: { durationMs: 2 },
    });
  });
});
