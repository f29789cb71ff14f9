import { afterEach, describe, expect, test } from 'vitest';
import { tamperings } from '../../src/delivery/tamper.js';
import { webhook } from '../../src/node/index.js';
import { schemaFor, webhookKinds } from '../../src/payloads/index.js';
import { IncomingMessage } from '../../src/payloads/messaging/index.js';
import { GatherResult, IncomingCall } from '../../src/payloads/voice/index.js';
import { isSignatureValid } from '../../src/signature/index.js';
import { messagingResponse, voiceResponse } from '../../src/twiml/index.js';
import { runCli } from './run-cli.js';
import { type Received, sendXml, serve, serveHandler, type TestServer } from './serve.js';

const authToken = '6bc1bee22e409f96e93d7e117393172a';
const env = { TWILIO_AUTH_TOKEN: authToken };

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function start(...args: Parameters<typeof serve>): Promise<TestServer> {
  const server = await serve(...args);
  servers.push(server);
  return server;
}

async function startHandler(handler: Parameters<typeof serveHandler>[0]): Promise<TestServer> {
  const server = await serveHandler(handler);
  servers.push(server);
  return server;
}

/** A small application, as a user of the package writes it. */
function startApp(publicUrl?: string): Promise<TestServer> {
  const options = { authToken, ...(publicUrl !== undefined && { publicUrl }), onRejected: () => undefined };
  const routes: Record<string, ReturnType<typeof webhook>> = {
    '/sms': webhook(IncomingMessage, options, ({ Body }) => messagingResponse().message(`You said ${Body}`)),
    '/voice': webhook(IncomingCall, options, () =>
      voiceResponse()
        .gather({ action: '/menu', numDigits: 1 }, (gather) => gather.say('Press 1.'))
        .redirect('/voice'),
    ),
    '/menu': webhook(GatherResult, options, ({ Digits, From }) =>
      Digits === '1' ? voiceResponse().say(`Thank you, ${From}.`).hangup() : voiceResponse().redirect('/voice'),
    ),
  };
  return startHandler((request, response) => routes[(request.url ?? '').replace(/\?.*/, '')]?.(request, response));
}

/** What SendGrid signs needs a private key, which the command has no option for. */
const signedByTwilio = webhookKinds.filter((kind) => !kind.startsWith('sendgrid.'));

/** Whether Twilio's signature on a request is right. */
function isSigned({ method, headers, body, url }: Received, base: string): boolean {
  return isSignatureValid({ method, headers, body, url: base + url }, { authToken });
}

describe('ringback send', () => {
  test('sends a webhook that is signed for the URL, with parameters of yours', async () => {
    const server = await start((_, response) => sendXml(response, '<Response/>'));
    const { code } = await runCli(['send', 'messaging.incoming', `${server.origin}/sms?a=1`, 'Body=Hi & bye', 'X=1', 'X=2'], { env });
    expect(code).toBe(0);
    const [request] = server.received as [Received];
    expect(isSigned(request, server.origin)).toBe(true);
    expect(request.url).toBe('/sms?a=1');
    const form = new URLSearchParams(request.body);
    expect(form.get('Body')).toBe('Hi & bye');
    expect(form.getAll('X')).toEqual(['1', '2']);
    expect(request.headers).toMatchObject({ 'user-agent': 'TwilioProxy/1.1', 'i-twilio-idempotency-token': expect.any(String) });
  });

  test('shows the exchange, and the time against that of Twilio', async () => {
    const server = await startApp();
    const { code, stdout, stderr } = await runCli(['send', 'IncomingMessage', `${server.origin}/sms`, 'Body=Hello'], { env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('messaging.incoming Incoming SMS or MMS');
    expect(stdout).toContain('Body=Hello');
    expect(stdout).toMatch(/200 OK text\/xml; charset=utf-8, \d+ ms of Twilio's 15 s/);
    expect(stdout).toContain('<Message>You said Hello</Message>');
    expect(stdout).toMatch(/Twilio would take the answer\.\n$/);
  });

  test.each(signedByTwilio)('%s reaches a server as it is', async (kind) => {
    const server = await start((_, response) => response.writeHead(204).end());
    await runCli(['send', kind, `${server.origin}/hook`], { env });
    const [request] = server.received as [Received];
    const isUnsigned = 'unsigned' in schemaFor(kind);
    expect({ signed: isSigned(request, server.origin), header: 'x-twilio-signature' in request.headers }).toEqual({
      signed: !isUnsigned,
      header: !isUnsigned,
    });
  });

  test('sends the same by the same seed, and about another message by another', async () => {
    const server = await start((_, response) => sendXml(response, '<Response/>'));
    for (const seed of ['1', '1', '2']) await runCli(['send', 'messaging.incoming', server.origin, '--seed', seed], { env });
    const [first, second, third] = server.received.map(({ body }) => new URLSearchParams(body).get('MessageSid'));
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  test('sends another message each time, and says how to send one once more', async () => {
    const server = await start((_, response) => sendXml(response, '<Response/>'));
    const runs = [];
    for (let run = 0; run < 3; run += 1) runs.push(await runCli(['send', 'messaging.incoming', server.origin], { env }));
    const [, seed = ''] = /--seed (\d+) sends the same once more/.exec(runs[1]?.stdout ?? '') ?? [];
    const { stdout } = await runCli(['send', 'messaging.incoming', server.origin, '--seed', seed, '--json'], { env });
    expect(JSON.parse(stdout).seed).toBe(Number(seed));
    const identities = server.received.map(
      ({ body, headers }) => `${new URLSearchParams(body).get('MessageSid')} ${headers['i-twilio-idempotency-token']}`,
    );
    expect(new Set(identities.slice(0, 3)).size).toBe(3);
    expect(identities[3]).toBe(identities[1]);
  });

  test.each(['127.0.0.1:PORT/x', 'localhost:PORT/x', ':PORT/x', 'PORT/x'])('takes %s for a URL', async (short) => {
    const server = await start((_, response) => sendXml(response, '<Response/>'));
    const { code } = await runCli(['send', 'voice.incoming', short.replace('PORT', String(server.port))], { env });
    expect(code).toBe(0);
    expect(server.received[0]?.url).toBe('/x');
  });

  test.each([
    ['voice.gather', 'SpeechResult=sales', { SpeechResult: 'sales' }, ['Digits']],
    ['voice.gather', 'Digits=7', { Digits: '7' }, ['SpeechResult', 'Confidence']],
    ['messaging.incoming', 'Body=hi', { Body: 'hi', NumMedia: '0', MessageSid: expect.stringMatching(/^SM/) }, ['MediaUrl0']],
    ['messaging.incoming', 'NumMedia=1', { NumMedia: '1', MessageSid: expect.stringMatching(/^MM/), MediaUrl0: expect.any(String) }, []],
    ['messaging.incoming', 'MediaUrl0=https://example.com/a', { NumMedia: '1', MediaContentType0: expect.any(String) }, []],
    ['voice.status', 'CallStatus=busy', { CallStatus: 'busy' }, ['RecordingUrl']],
  ])('%s with %s is made of a sample that goes with it', async (kind, given, has, lacks) => {
    const server = await start((_, response) => response.writeHead(204).end());
    await runCli(['send', kind, server.origin, given], { env });
    const parameters = Object.fromEntries(new URLSearchParams(server.received[0]?.body));
    expect(parameters).toMatchObject(has);
    for (const name of lacks) expect(parameters).not.toHaveProperty(name);
  });

  test('sends by GET, and another sample of the kind', async () => {
    const server = await start((_, response) => response.writeHead(204).end());
    const { code } = await runCli(['send', 'voice.status', `${server.origin}/s`, '--method', 'GET', '--variant', 'busy'], { env });
    expect(code).toBe(0);
    const [request] = server.received as [Received];
    expect(request.method).toBe('GET');
    expect(request.url).toContain('CallStatus=busy');
    expect(isSigned(request, server.origin)).toBe(true);
  });

  test('puts values into JSON by their path, and sends its hash', async () => {
    const server = await start((_, response) => response.writeHead(204).end());
    const args = ['send', 'event-streams.messaging.message-status', server.origin, 'data.messageStatus=FAILED', 'data.mine=[1]'];
    expect((await runCli(args, { env })).code).toBe(0);
    const [request] = server.received as [Received];
    expect(JSON.parse(request.body)[0].data).toMatchObject({ messageStatus: 'FAILED', mine: [1] });
    expect(isSigned(request, server.origin)).toBe(true);
  });

  test('prints what a program reads', async () => {
    const server = await startApp();
    const { code, stdout } = await runCli(['send', 'voice.incoming', `${server.origin}/voice`, '--press', '1', '--json'], { env });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      exchanges: [
        { kind: 'voice.incoming', answer: { status: 200 }, limitMs: 15_000, findings: [] },
        { kind: 'voice.gather', parameters: { Digits: '1' }, answer: { status: 200 } },
      ],
    });
  });

  test('prints neither the token nor the signature, even when the server repeats them', async () => {
    const server = await start(({ headers }, response) =>
      sendXml(response, `<Response><!-- ${authToken} ${headers['x-twilio-signature']} --></Response>`),
    );
    for (const json of [[], ['--json']]) {
      const { stdout, stderr } = await runCli(['send', 'voice.incoming', server.origin, ...json], { env });
      const signature = server.received.at(-1)?.headers['x-twilio-signature'] as string;
      expect(stdout).toContain('[hidden]');
      for (const secret of [authToken, signature]) expect(stdout + stderr).not.toContain(secret);
    }
  });

  test('signs with a documented token where nobody set one, and says so', async () => {
    const server = await start((_, response) => sendXml(response, '<Response/>'));
    const { stderr } = await runCli(['send', 'voice.incoming', server.origin]);
    expect(stderr).toContain('test token 0123456789abcdef0123456789abcdef');
    const [{ headers, body }] = server.received as [Received];
    expect(isSignatureValid({ url: `${server.origin}/`, headers, body }, { authToken: '0123456789abcdef0123456789abcdef' })).toBe(true);
  });

  test('names the parameter that was probably meant', async () => {
    const server = await start((_, response) => sendXml(response, '<Response/>'));
    const { code, stderr } = await runCli(['send', 'messaging.incoming', server.origin, 'Bdy=x', 'MediaUrl4=y', 'Mine=z'], { env });
    expect(code).toBe(0);
    expect(stderr).toBe('Bdy is no parameter that Twilio is known to send; did you mean Body?\n');
  });
});

describe('ringback send --as', () => {
  test('signs the public URL, delivers to this machine, and says where it came from as a tunnel does', async () => {
    const server = await start((_, response) => sendXml(response, '<Response/>'));
    await runCli(['send', 'voice.incoming', `${server.origin}/voice`, '--as', "https://example.com/it's?x=a%2Fb"], { env });
    const [request] = server.received as [Received];
    expect(request.url).toBe('/voice?x=a%2Fb');
    expect(request.headers).toMatchObject({ 'x-forwarded-proto': 'https', 'x-forwarded-host': 'example.com' });
    const url = "https://example.com/it's?x=a%2Fb";
    expect(isSignatureValid({ url, headers: request.headers, body: request.body }, { authToken })).toBe(true);
  });

  test('takes path and query of the server where the public URL has none', async () => {
    const server = await startApp('https://example.com');
    const { code } = await runCli(['send', 'messaging.incoming', `${server.origin}/sms?x=1`, '--as', 'https://example.com'], { env });
    expect(code).toBe(0);
  });

  test('finds the way of relative and absolute URLs behind a prefix that the proxy cuts off', async () => {
    const server = await start(({ url }, response) =>
      sendXml(response, url === '/voice' ? '<Response><Redirect>https://example.com/api/next?a=1</Redirect></Response>' : '<Response/>'),
    );
    const { code } = await runCli(['send', 'voice.incoming', `${server.origin}/voice`, '--as', 'https://example.com/api/voice'], { env });
    expect(code).toBe(0);
    expect(server.received.map(({ url }) => url)).toEqual(['/voice', '/next?a=1']);
    expect(isSigned(server.received[1] as Received, 'https://example.com/api')).toBe(true);
  });

  test('says what to look at when the server knows another URL', async () => {
    const server = await startApp('https://example.org');
    const { code, stdout } = await runCli(['send', 'messaging.incoming', `${server.origin}/sms`, '--as', 'https://example.com'], { env });
    expect(code).toBe(1);
    expect(stdout).toContain('is https://example.com/sms its public URL?');
  });
});

describe('the hints of ringback send', () => {
  test('names --as, with the whole command, when a 403 may be about the public URL', async () => {
    const server = await startApp('https://example.com');
    const args = ['send', 'voice.incoming', `${server.origin}/voice`, "From=it's", '--press', '1', '--auth-token', authToken];
    const { code, stdout } = await runCli(args, { env });
    expect(code).toBe(1);
    expect(stdout).toContain(`ringback send voice.incoming ${server.origin}/voice 'From=it'\\''s' --press 1 --as <its public URL>`);
    expect(stdout).not.toContain(authToken);
  });

  test.each([
    [500, 'has the server TWILIO_AUTH_TOKEN?'],
    [400, 'it was sent voice.incoming (Incoming call to a number)'],
  ])('say what to look at after a %i', async (status, hint) => {
    const server = await start((_, response) => response.writeHead(status).end());
    const { stdout } = await runCli(['send', 'voice.incoming', server.origin], { env });
    expect(stdout).toContain(hint);
    expect(stdout).toContain('answer error');
  });

  test('say that a server does not speak TLS', async () => {
    const server = await start((_, response) => response.end());
    const { code, stdout } = await runCli(['send', 'voice.incoming', server.origin.replace('http:', 'https:')], { env });
    expect(code).toBe(1);
    expect(stdout).toContain(`127.0.0.1:${server.port} does not speak TLS; is it http://127.0.0.1:${server.port} that is meant?`);
  });

  test.each([
    ['incoming.sms', 'messaging.incoming'],
    ['sms', 'messaging.incoming'],
    ['voice', 'voice.incoming'],
    ['call.status', 'voice.status'],
    ['IncomingMesage', 'IncomingMessage'],
  ])('guess what was meant by %s', async (kind, guess) => {
    const { code, stderr } = await runCli(['send', kind, 'http://localhost:1'], { env });
    expect(code).toBe(2);
    expect(stderr).toMatch(new RegExp(`did you mean ${guess.replace('.', '\\.')}[?,]`));
  });
});

describe('what follows a webhook', () => {
  test('presses keys, follows <Redirect>, and stays with one call', async () => {
    const server = await startApp();
    const args = ['send', 'voice.incoming', `${server.origin}/voice`, 'From=+14155550199', '--press', '2', '--press', '1'];
    const { code, stdout } = await runCli([...args, '--json'], { env });
    expect(code).toBe(0);
    const { exchanges } = JSON.parse(stdout);
    expect(exchanges.map(({ kind }: { kind: string }) => kind)).toEqual([
      ...['voice.incoming', 'voice.gather', 'voice.redirect', 'voice.gather'],
    ]);
    const calls = exchanges.map(({ parameters }: { parameters: Record<string, string> }) => [parameters.CallSid, parameters.From].join());
    expect(new Set(calls).size).toBe(1);
    expect(exchanges.map(({ parameters }: { parameters: Record<string, string> }) => parameters.CallStatus)).toEqual([
      ...['ringing', 'in-progress', 'in-progress', 'in-progress'],
    ]);
    expect(exchanges.at(-1).answer.body).toContain('Thank you, +14155550199.');
  });

  test.each([
    ['42#', 'finishOnKey="#"', '42', '#'],
    ['4275', 'numDigits="2"', '42', ''],
    ['4*2#', 'finishOnKey="*"', '4', '*'],
    ['4#2', 'finishOnKey=""', '4#2', ''],
  ])('enters %s into <Gather %s> as %s', async (keys, attribute, digits, finish) => {
    const server = await start(({ url }, response) =>
      sendXml(response, url === '/' ? `<Response><Gather action="/g" method="GET" ${attribute}/></Response>` : '<Response/>'),
    );
    await runCli(['send', 'voice.incoming', server.origin, '--press', keys], { env });
    const query = new URL(server.received[1]?.url ?? '', server.origin).searchParams;
    expect([query.get('Digits'), query.get('FinishedOnKey')]).toEqual([digits, finish]);
    expect(isSigned(server.received[1] as Received, server.origin)).toBe(true);
  });

  test('takes what is pressed, said and left unsaid in the order of the command line', async () => {
    const server = await start(({ url, body }, response) => {
      const { Digits, SpeechResult } = Object.fromEntries(new URLSearchParams(body));
      const heard = `<Say>${url} ${Digits ?? ''} ${SpeechResult ?? ''}</Say>`;
      const gather = (next: string) => `<Gather input="dtmf speech" action="${next}">${heard}</Gather>`;
      if (url === '/') sendXml(response, `<Response>${gather('/never')}${gather('/said')}</Response>`);
      else if (url === '/said')
        sendXml(response, `<Response><Gather actionOnEmptyResult="true" action="/empty">${heard}</Gather></Response>`);
      else sendXml(response, `<Response>${url === '/empty' ? gather('/pressed') : heard}</Response>`);
    });
    const acts = ['--silence', '--say', 'sales, please', '--press', '', '--press', '42#'];
    const { code, stdout } = await runCli(['send', 'voice.incoming', server.origin, ...acts, '--json'], { env });
    expect(code).toBe(0);
    const sent = JSON.parse(stdout).exchanges.map(
      ({ publicUrl, parameters }: { publicUrl: string; parameters: Record<string, string> }) => {
        return [new URL(publicUrl).pathname, parameters.Digits, parameters.SpeechResult];
      },
    );
    expect(sent.slice(1)).toEqual([
      ['/said', undefined, 'sales, please'],
      ['/empty', '', undefined],
      ['/pressed', '42', undefined],
    ]);
  });

  test('says what a <Gather> takes when something else was given', async () => {
    const server = await start((_, response) => sendXml(response, '<Response><Gather input="speech" action="/g"/></Response>'));
    const { code, stdout } = await runCli(['send', 'voice.incoming', server.origin, '--press', '1'], { env });
    expect(code).toBe(1);
    expect(stdout).toContain('<Gather> waits for speech, and takes no --press 1.');
  });

  test.each([
    [
      '<Record action="/recorded" transcribe="true" transcribeCallback="/text"/>',
      [/send voice\.record \S+\/recorded --as \S+\/recorded --seed \d+ {2}\(action\)/, /send voice\.transcribe \S+\/text/],
    ],
    ['<Record/>', [/send voice\.record \S+\/voice /]],
    ['<Dial action="/after">+14155550123</Dial>', [/send voice\.dial \S+\/after /]],
    [
      '<Connect action="/after"><ConversationRelay url="wss://example.com/r"/></Connect>',
      [/send voice\.connect\.conversation-relay \S+\/after /],
    ],
    ['<Dial>+14155550123</Dial><Hangup/>', [/Then the call goes on with what stands behind it/]],
    ['<Enqueue waitUrl="https://example.org/wait">q</Enqueue>', [/ {2}https:\/\/example\.org\/wait {2}\(waitUrl\)/]],
  ])('%s ends the walk with what Twilio asks for next, and the command for it', async (xml, expected) => {
    const server = await start((_, response) => sendXml(response, `<Response>${xml}</Response>`));
    const { stdout } = await runCli(['send', 'voice.incoming', `${server.origin}/voice`, '--as', 'https://example.com/voice'], { env });
    for (const pattern of expected) expect(stdout).toMatch(pattern);
    if (xml.includes('after')) expect(stdout).toContain('--as https://example.com/after');
  });

  test('stops at a <Gather> without keys, and tells how to press one', async () => {
    const server = await startApp();
    const { code, stdout } = await runCli(['send', 'voice.incoming', `${server.origin}/voice`], { env });
    expect(code).toBe(0);
    expect(stdout).toContain('--press 1 presses one');
  });

  test('is a failure when a key was to be pressed that nothing waited for', async () => {
    const server = await start((_, response) => sendXml(response, '<Response><Hangup/></Response>'));
    const { code, stdout } = await runCli(['send', 'voice.incoming', server.origin, '--press', '1'], { env });
    expect(code).toBe(1);
    expect(stdout).toContain('No <Gather> was there for --press 1.');
  });

  test('follows the <Redirect> of a message', async () => {
    const server = await start(({ url }, response) =>
      sendXml(response, url === '/' ? '<Response><Redirect>/next</Redirect></Response>' : '<Response/>'),
    );
    const { code, stdout } = await runCli(['send', 'messaging.incoming', server.origin, 'Body=kept', '--json'], { env });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).exchanges[1]).toMatchObject({ kind: 'messaging.twiml.redirect', parameters: { Body: 'kept' } });
  });

  test('does not go round for ever', async () => {
    const server = await start((_, response) => sendXml(response, '<Response><Pause/><Redirect>/</Redirect></Response>'));
    const { code, stdout } = await runCli(['send', 'voice.incoming', server.origin], { env });
    expect(code).toBe(1);
    expect(stdout).toContain('Still going round after 20 documents.');
    expect(server.received).toHaveLength(20);
  });

  test.each([
    ['a <Redirect>', '<Response><Redirect>https://example.com/next</Redirect></Response>', undefined],
    ['a redirect of HTTP', '', 'https://example.com/next'],
  ])('does not leave this machine for %s', async (_, xml, location) => {
    const server = await start((_request, response) => {
      if (location === undefined) sendXml(response, xml);
      else response.writeHead(302, { location }).end();
    });
    const { code, stdout } = await runCli(['send', 'voice.incoming', server.origin], { env });
    expect(code).toBe(1);
    expect(stdout).toContain('example.com is not this machine.');
  });

  test('follows redirects of HTTP by GET, signed anew, without what was new in the request', async () => {
    const server = await start(({ url }, response) => {
      if (url === '/') response.writeHead(307, { location: '/moved?a=1', 'set-cookie': 'id=7; Path=/' }).end();
      else sendXml(response, '<Response/>');
    });
    const { code } = await runCli(['send', 'voice.gather', server.origin, 'Digits=1'], { env });
    expect(code).toBe(0);
    const request = server.received[1] as Received;
    expect(request).toMatchObject({ method: 'GET', body: '', headers: { cookie: 'id=7' } });
    expect(request.url).toMatch(/^\/moved\?a=1&.*CallSid=CA/);
    expect(request.url).not.toContain('Digits');
    expect(isSigned(request, server.origin)).toBe(true);
  });

  test('follows ten redirects and no more', async () => {
    const server = await start((_, response) => response.writeHead(302, { location: '/again' }).end());
    await runCli(['send', 'voice.incoming', server.origin], { env });
    expect(server.received).toHaveLength(11);
  });
});

describe('ringback send --story', () => {
  test('tells the life of a call to where its documents want it', async () => {
    const server = await start(({ url }, response) =>
      sendXml(
        response,
        url === '/voice' ? '<Response><Gather action="/menu"><Say>Press.</Say></Gather><Hangup/></Response>' : '<Response/>',
      ),
    );
    const args = ['send', '--story', 'call', `${server.origin}/voice`, '--as', 'https://example.com/voice', '--press', '42#'];
    const { code, stdout } = await runCli([...args, '--json'], { env });
    expect(code).toBe(0);
    const { exchanges } = JSON.parse(stdout);
    expect(exchanges.slice(0, 2).map(({ kind }: { kind: string }) => kind)).toEqual(['voice.incoming', 'voice.gather']);
    expect(new Set(exchanges.map(({ parameters }: { parameters: { CallSid: string } }) => parameters.CallSid)).size).toBe(1);
    expect(server.received[1]?.url).toBe('/menu');
    for (const request of server.received) expect(isSigned(request, 'https://example.com')).toBe(true);
  });

  test('never sends a callback to the URL of a document', async () => {
    const server = await start((_, response) => sendXml(response, '<Response><Hangup/></Response>'));
    const { code, stdout } = await runCli(['send', '--story', 'call', `${server.origin}/voice`], { env });
    expect(code).toBe(0);
    expect(server.received.map(({ url }) => url)).toEqual(['/voice']);
    expect(stdout).toContain('Not sent: voice.status.incoming, because no document names a URL for it; --status-url sends it to one.');
  });

  test.each(['/status?x=1', 'own'])('sends status callbacks to --status-url: %s', async (given) => {
    const server = await start((_, response) => sendXml(response, '<Response><Hangup/></Response>'));
    const statusUrl = given === 'own' ? `${server.origin.replace('http://', '')}/status?x=1` : given;
    const args = ['send', '--story', 'call', `${server.origin}/voice`, '--as', 'https://example.com/voice', '--status-url', statusUrl];
    expect((await runCli(args, { env })).code).toBe(0);
    const last = server.received.at(-1) as Received;
    expect([last.url, new URLSearchParams(last.body).get('CallStatus')]).toEqual(['/status?x=1', 'completed']);
    expect(isSigned(last, 'https://example.com')).toBe(true);
  });

  test('is a failure when keys are pressed that no document asked for', async () => {
    const server = await start((_, response) => sendXml(response, '<Response><Hangup/></Response>'));
    const { code, stdout } = await runCli(['send', '--story', 'call', `${server.origin}/voice`, '--press', '1'], { env });
    expect(code).toBe(1);
    expect(stdout).toContain('no document had a <Gather>');
  });

  test.each(['message', 'conference', 'recording'])('tells the life of a %s', async (story) => {
    const server = await start((_, response) => sendXml(response, '<Response/>'));
    const { code } = await runCli(['send', '--story', story, `${server.origin}/hook`], { env });
    expect(code).toBe(0);
    expect(server.received.length).toBeGreaterThan(1);
    for (const request of server.received) expect(isSigned(request, server.origin)).toBe(true);
  });

  test('is a failure when one of its webhooks is refused', async () => {
    const server = await start((_, response) => response.writeHead(403).end());
    const { code, stdout } = await runCli(['send', '--story', 'message', server.origin], { env });
    expect(code).toBe(1);
    expect(stdout).toMatch(/Twilio would complain of (\d+) of \1 answers\.\n$/);
  });
});

describe('ringback send --tamper', () => {
  test.each(tamperings)('%s is refused by a webhook of this package', async (how) => {
    const server = await startApp();
    const { code, stdout } = await runCli(['send', 'messaging.incoming', `${server.origin}/sms`, '--tamper', how], { env });
    expect(stdout).toContain(`Refused, as it should be: ${how}.`);
    expect(code).toBe(0);
  });

  test.each(tamperings)('%s is found out where nothing is verified', async (how) => {
    const server = await start((_, response) => sendXml(response, '<Response/>'));
    const { code, stdout } = await runCli(['send', 'messaging.incoming', server.origin, '--tamper', how, '--json'], { env });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, message: expect.stringContaining('Taken, though it was broken') });
  });

  test('does not mistake a missing page for a refusal', async () => {
    const server = await start((_, response) => response.writeHead(404).end());
    const { code, stdout } = await runCli(['send', 'messaging.incoming', server.origin, '--tamper', 'wrong-token'], { env });
    expect(code).toBe(1);
    expect(stdout).toContain('Answered 404');
  });
});

describe('ringback send --shared-key', () => {
  const sharedKeys = { k1: 'a-secret:with-a-colon' };
  const isSignedBy = ({ method, headers, body, url }: Received, base: string) =>
    isSignatureValid({ method, headers, body, url: base + url }, { sharedKeys });

  test.each([
    ['by the flag', ['--shared-key', 'k1:a-secret:with-a-colon'], env, 'key=k1,algorithm=HMAC_SHA1'],
    ['by the flag, with an algorithm', ['--shared-key', 'k1:a-secret:with-a-colon:hmac_sha256'], {}, 'key=k1,algorithm=HMAC_SHA256'],
    ['by the environment', [], { ...env, TWILIO_SHARED_KEY: 'k1:a-secret:with-a-colon:HMAC_SHA256' }, 'key=k1,algorithm=HMAC_SHA256'],
  ])('signs %s, and prints no secret', async (_, flags, environment, settings) => {
    const server = await start(({ headers }, response) =>
      sendXml(response, `<Response><Message>${headers['x-twilio-signature']} a-secret:with-a-colon</Message></Response>`),
    );
    const { code, stdout, stderr } = await runCli(['send', 'messaging.incoming', `${server.origin}/sms`, ...flags], { env: environment });
    expect(code).toBe(0);
    const [request] = server.received as [Received];
    expect(request.headers['x-twilio-webhooks-signature-settings']).toBe(settings);
    expect(isSignedBy(request, server.origin)).toBe(true);
    expect(stdout + stderr).not.toContain('with-a-colon');
    expect(stderr).not.toContain('test token');
  });

  test('is signed along a whole call and story', async () => {
    const options = { sharedKeys, authToken, onRejected: () => undefined };
    const voice = webhook(IncomingCall, options, () => voiceResponse().gather({ action: '/menu' }, (gather) => gather.say('Press 1.')));
    const menu = webhook(GatherResult, options, () => voiceResponse().hangup());
    const server = await startHandler((request, response) => (request.url === '/menu' ? menu : voice)(request, response));
    const flags = ['--shared-key', 'k1:a-secret:with-a-colon:HMAC_SHA256'];
    expect((await runCli(['send', 'voice.incoming', `${server.origin}/voice`, '--press', '1', ...flags], {})).code).toBe(0);
    const stories = await start((_, response) => sendXml(response, '<Response/>'));
    await runCli(['send', '--story', 'message', stories.origin, ...flags], {});
    expect(stories.received.length).toBeGreaterThan(1);
    for (const request of stories.received) expect(isSignedBy(request, stories.origin)).toBe(true);
  });

  test('leaves the environment alone where a token is given', async () => {
    const server = await start((_, response) => sendXml(response, '<Response/>'));
    await runCli(['send', 'messaging.incoming', server.origin, '--auth-token', authToken], { env: { TWILIO_SHARED_KEY: 'k1:other' } });
    expect(isSigned(server.received[0] as Received, server.origin)).toBe(true);
  });

  test.each(['k1', ':secret', 'k1:', 'k1: ', 'k,1:secret', 'k1::HMAC_SHA256'])('refuses %j without repeating it', async (given) => {
    const { code, stderr } = await runCli(['send', 'voice.incoming', 'http://localhost:1', '--shared-key', given], { env });
    expect(code).toBe(2);
    expect(stderr).toContain('--shared-key takes id:secret');
    expect(stderr).not.toContain('secret:secret');
  });
});

describe('the answer', () => {
  test.each([
    ['a broken document', 'text/xml', '<Response><Say>Hello</Response>', 'well-formed'],
    ['a verb that Twilio does not know', 'text/xml', '<Response><say>Hello</say></Response>', 'case-sensitive'],
    ['a document for a message', 'text/xml', '<Response><Message>Hello</Message></Response>', 'document-kind'],
    ['a page', 'application/json', '{}', 'content-type'],
  ])('%s is complained of', async (_, type, body, rule) => {
    const server = await start((_request, response) => response.setHeader('content-type', type).end(body));
    const { code, stdout } = await runCli(['send', 'voice.incoming', server.origin, '--json'], { env });
    expect(code).toBe(1);
    expect(JSON.parse(stdout).exchanges[0].findings.map((finding: { rule: string }) => finding.rule)).toContain(rule);
  });

  test('is checked for the place that fetches it', async () => {
    const server = await start((_, response) => sendXml(response, '<Response><Dial>+14155550123</Dial></Response>'));
    expect((await runCli(['send', 'voice.incoming', server.origin], { env })).code).toBe(0);
    expect((await runCli(['send', 'voice.conference.wait', server.origin], { env })).code).toBe(1);
  });

  test.each([
    ['{"instruction":"accept"}', 0],
    ['{"instruction":"explode"}', 1],
    ['not JSON', 1],
    ['', 0],
  ])('that should be JSON is checked: %s gives %i', async (body, code) => {
    const server = await start((_, response) => response.setHeader('content-type', 'application/json').end(body));
    expect((await runCli(['send', 'taskrouter.assignment', server.origin], { env })).code).toBe(code);
  });

  test('may be anything but an error where Twilio only tells', async () => {
    const server = await start(({ url }, response) => response.writeHead(url === '/bad' ? 500 : 202).end('<p>whatever'));
    expect((await runCli(['send', 'voice.status', server.origin], { env })).code).toBe(0);
    expect((await runCli(['send', 'voice.status', `${server.origin}/bad`], { env })).code).toBe(1);
  });

  test('never steers the terminal', async () => {
    const server = await start((_, response) => sendXml(response, '<Response><Say>\u001b[2J\u009b31m\u202e</Say></Response>'));
    const { stdout } = await runCli(['send', 'voice.incoming', server.origin], { env });
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});

describe('the connection overrides of a URL', () => {
  test('are not sent, and not signed', async () => {
    const server = await start((_, response) => sendXml(response, '<Response/>'));
    await runCli(['send', 'voice.incoming', `${server.origin}/v?x=1#rc=2&rp=all`], { env });
    const [request] = server.received as [Received];
    expect(request.url).toBe('/v?x=1');
    expect(isSigned(request, server.origin)).toBe(true);
  });

  test.each([
    ['', 503, 1],
    ['#rc=3', 503, 1],
    ['#rc=3&rp=5xx', 503, 4],
    ['#rc=3&rp=5xx', 404, 1],
    ['#rc=2&rp=4xx,5xx', 404, 3],
    ['#rp=all', 500, 2],
    ['#rc=0&rp=all', 500, 1],
  ])('%s: an answer of %i is asked for %i times', async (fragment, status, times) => {
    const server = await start((_, response) => response.writeHead(status).end());
    const { code } = await runCli(['send', 'voice.incoming', `${server.origin}/${fragment}`], { env });
    expect(code).toBe(1);
    expect(server.received).toHaveLength(times);
    expect(new Set(server.received.map(({ headers }) => headers['i-twilio-idempotency-token'])).size).toBe(1);
  });

  test('end the retries when an answer is good', async () => {
    let calls = 0;
    const server = await start((_, response) => {
      calls += 1;
      if (calls < 3) response.writeHead(500).end();
      else sendXml(response, '<Response/>');
    });
    const { code, stdout } = await runCli(['send', 'voice.incoming', `${server.origin}/#rc=5&rp=5xx`, '--json'], { env });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).exchanges[0].attempts).toMatchObject([
      { status: 500, retriedFor: '5xx' },
      { retriedFor: '5xx' },
      { status: 200 },
    ]);
  });

  test('give up on a server that does not answer in time, and try again where they say so', async () => {
    const server = await start(() => undefined);
    const { code, stdout } = await runCli(['send', 'voice.incoming', `${server.origin}/#rt=100&rc=1&rp=rt`, '--json'], { env });
    expect(code).toBe(1);
    expect(JSON.parse(stdout).exchanges[0]).toMatchObject({
      attempts: [{ failure: 'Nothing came for 100 ms', retriedFor: 'rt' }, { failure: 'Nothing came for 100 ms' }],
      findings: [{ rule: 'no-answer', twilioCode: 11200 }],
    });
  });

  test('limit all attempts together', async () => {
    const server = await start(() => undefined);
    const { code, stdout } = await runCli(['send', 'voice.incoming', `${server.origin}/#tt=600&rc=5&rp=all`], { env });
    expect(code).toBe(1);
    // What is left of the 600 ms when the request goes out.
    expect(stdout).toMatch(/No whole answer within \d+ ms/);
    expect(server.received).toHaveLength(1);
  });

  test('never repeat a request whose answer broke off', async () => {
    const server = await start((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('<Respo', () => response.destroy());
    });
    const { code } = await runCli(['send', 'voice.incoming', `${server.origin}/#rc=5&rp=all`], { env });
    expect(code).toBe(1);
    expect(server.received).toHaveLength(1);
  });

  test('try again by themselves when nothing listens', async () => {
    const server = await start(() => undefined);
    await server.close();
    const { code, stdout } = await runCli(['send', 'voice.incoming', server.origin, '--json'], { env });
    expect(code).toBe(1);
    expect(JSON.parse(stdout).exchanges[0].attempts).toMatchObject([
      { retriedFor: 'ct' },
      { failure: expect.stringContaining('Nothing listens') },
    ]);
  });
});

describe('credentials of a URL', () => {
  test('are sent when they are asked for, never signed and never shown', async () => {
    const server = await start(({ headers }, response) => {
      if (headers.authorization === undefined) response.writeHead(401, { 'www-authenticate': 'Basic' }).end();
      else sendXml(response, '<Response/>');
    });
    const url = `${server.origin.replace('//', '//ada:s3cr%40t@')}/voice`;
    const { code, stdout, stderr } = await runCli(['send', 'voice.incoming', url], { env });
    expect(code).toBe(0);
    const [first, second] = server.received as [Received, Received];
    expect(first.headers.authorization).toBeUndefined();
    expect(second.headers.authorization).toBe(`Basic ${btoa('ada:s3cr@t')}`);
    expect(isSigned(second, server.origin)).toBe(true);
    expect(stdout + stderr).not.toContain('s3cr');
  });
});

describe('wrong use of ringback send', () => {
  test.each([
    ['no kind', ['send'], "missing required argument 'kind'\n`ringback help send` shows how it is used.\n"],
    ['an unknown option', ['send', '--pres', '1'], 'Did you mean --press?)\n`ringback help send` shows how it is used.\n'],
    ['an unknown command', ['fix'], "unknown command 'fix'\n`ringback help` lists the commands.\n"],
    ['no URL', ['send', 'voice.incoming'], 'Where to?'],
    ['a story of a kind', ['send', '--story', 'call', 'voice.incoming', 'http://localhost:1'], 'neither a kind'],
    ['an unknown story', ['send', '--story', 'fax', 'http://localhost:1'], 'Allowed choices are call, message'],
    ['a story elsewhere', ['send', '--story', 'call', 'http://example.com'], '--allow-remote'],
    ['an unknown kind', ['send', 'voice.incomming', 'http://localhost:1'], 'did you mean voice.incoming?'],
    ['the beginning of kinds', ['send', 'voice.conference', 'http://localhost:1'], 'did you mean voice.conference.'],
    ['no URL at all', ['send', 'voice.incoming', 'nowhere'], 'Expected a URL such as'],
    ['a short name of another machine', ['send', 'voice.incoming', 'localhost.example.com:80/x'], 'Expected a URL such as'],
    ['another protocol', ['send', 'voice.incoming', 'file:///etc/passwd'], 'Expected a URL such as'],
    ['another machine', ['send', 'voice.incoming', 'https://example.com/voice'], '--allow-remote'],
    ['a name that begins like this machine', ['send', 'voice.incoming', 'http://localhost.example.com'], '--allow-remote'],
    ['a number that is another machine', ['send', 'voice.incoming', 'http://0.0.0.0:1'], '--allow-remote'],
    ['credentials before another machine', ['send', 'voice.incoming', 'http://localhost@example.com'], '--allow-remote'],
    ['a word that is no parameter', ['send', 'voice.incoming', 'http://localhost:1', 'From'], 'Expected Name=Value'],
    ['a parameter without a place', ['send', 'event-streams.test', 'http://localhost:1', 'a.b.c=1'], 'no place for a.b.c'],
    ['a prototype', ['send', 'event-streams.test', 'http://localhost:1', '__proto__.x=1'], 'no place for __proto__.x'],
    ['an unknown variant', ['send', 'voice.status', 'http://localhost:1', '--variant', 'bsy'], 'there are the usual one'],
    ['an impossible method', ['send', 'voice.incoming', 'http://localhost:1', '--method', 'PUT'], 'never by PUT'],
    ['an unknown way to tamper', ['send', 'voice.incoming', 'http://localhost:1', '--tamper', 'all'], 'Allowed choices are wrong-token'],
    ['keys that no telephone has', ['send', 'voice.incoming', 'http://localhost:1', '--press', 'one'], 'keys of a telephone'],
    ['a seed that is none', ['send', 'voice.incoming', 'http://localhost:1', '--seed', '-1'], '--seed is a number'],
    ['an empty token', ['send', 'voice.incoming', 'http://localhost:1', '--auth-token', ' '], '--auth-token is empty'],
    [
      'a public URL that is none',
      ['send', 'voice.incoming', 'http://localhost:1', '--as', 'example.com'],
      'Expected the URL that Twilio calls',
    ],
    ['a URL for callbacks where none follow', ['send', 'voice.status', 'http://localhost:1', '--status-url', '/s'], 'for a --story call'],
    ['an unknown override', ['send', 'voice.incoming', 'http://localhost:1#retry=2'], '"retry" in the URL'],
    ['an override out of range', ['send', 'voice.incoming', 'http://localhost:1#rc=6'], 'from 0 to 5'],
    ['an unknown reason to retry', ['send', 'voice.incoming', 'http://localhost:1', '--as', 'https://a.b/#rp=3xx'], '11243'],
  ])('%s is told in a line, with exit code 2', async (_, args, message) => {
    const { code, stdout, stderr } = await runCli(args, { env });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('is not the use of another machine that was allowed', async () => {
    // An address that reaches this machine, though it does not say so.
    const server = await start((_, response) => sendXml(response, '<Response/>'));
    const url = `http://0.0.0.0:${server.port}/voice`;
    expect((await runCli(['send', 'voice.incoming', url, '--allow-remote'], { env })).code).toBe(0);
    expect(server.received).toHaveLength(1);
  });
});
