import { afterEach, describe, expect, test } from 'vitest';
import type { Snapshot } from '../../../src/emulator/control/protocol.js';
import { describeMessages } from '../../../src/emulator/control/state/messages.js';
import { makeEmulator } from '../../../src/emulator/create-emulator.js';
import type { Emulator } from '../../../src/emulator/index.js';
import { sendMessage } from '../../../src/emulator/messages/send.js';
import { readButtons } from '../../../src/emulator/session/buttons.js';
import { readSession } from '../../../src/emulator/session/read.js';
import { redact, redactBytes } from '../../../src/emulator/session/redact.js';
import { restoreSession } from '../../../src/emulator/session/restore.js';
import { writeTest } from '../../../src/emulator/session/test/write-test.js';
import { describeSession, writeSession } from '../../../src/emulator/session/write.js';
import { WorldKeeper } from '../../../src/emulator/world-keeper.js';

const OURS = '+15550001111';
const ADA = '+14155550100';
const AUTH_TOKEN = '6bc1bee22e409f96e93d7e117393172a';
const OF = { version: '1.2.3', app: 'http://localhost:3000' };

const open: Emulator[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((emulator) => emulator.close()));
});

function start(answers: Readonly<Record<string, string>>, pictures: Readonly<Record<string, string>> = {}) {
  const keeper = new WorldKeeper({
    app: {
      fetch: (request) => {
        const { pathname } = new URL(request.url);
        const picture = pictures[pathname];
        if (picture !== undefined) return new Response(picture, { headers: { 'content-type': 'image/png' } });
        return new Response(answers[pathname] ?? '<Response/>', { headers: { 'content-type': 'text/xml' } });
      },
    },
    accountSid: 'AC0123456789abcdef0123456789abcdef',
    authToken: AUTH_TOKEN,
    numbers: { [OURS]: { voiceUrl: '/voice', smsUrl: '/sms' } },
    strict: false,
    seed: 1,
  });
  const emulator = makeEmulator(keeper);
  open.push(emulator);
  return { keeper, emulator };
}

describe('a session file', () => {
  test('has a line an event, each with version, number, time and causes, and is read as it was written', async () => {
    const { keeper, emulator } = start({ '/sms': '<Response><Message>Yes</Message></Response>' });
    await emulator.phone(ADA).text(OURS, 'Hi', { media: [{ contentType: 'image/png', content: new Uint8Array(3) }] });
    const text = writeSession(keeper.world, OF);
    for (const line of text.trimEnd().split('\n')) {
      expect(JSON.parse(line)).toMatchObject({
        v: 1,
        seq: expect.any(Number),
        at: expect.any(Number),
        type: expect.any(String),
        causes: expect.any(Array),
      });
    }
    const { head, settings, events } = readSession(text);
    expect(head).toMatchObject({ type: 'session', ringback: '1.2.3', app: OF.app, seq: 0 });
    expect(settings.numbers).toEqual({ [OURS]: { voiceUrl: '/voice', smsUrl: '/sms' } });
    expect(events.map(({ seq }) => seq)).toEqual(emulator.events.map(({ seq }) => seq));
    expect(events[0]).toMatchObject({ type: 'message', media: ['image/png'] });
    const webhook = events.find(({ type }) => type === 'webhook');
    expect(webhook).toMatchObject({ parameters: { Body: 'Hi', NumMedia: '1' }, target: 'https://app.example/sms', causes: [1] });
    expect(events.find(({ type }) => type === 'answer')).toMatchObject({
      status: 200,
      body: '<Response><Message>Yes</Message></Response>',
    });
  });

  test('has the files of texts once, so that a colleague sees them, and those of the application too', async () => {
    const { keeper, emulator } = start(
      { '/sms': '<Response><Message><Media>/map.png</Media></Message></Response>' },
      { '/map.png': 'a map' },
    );
    const photo = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff);
    await emulator.phone(ADA).text(OURS, 'Hi', { media: [{ contentType: 'image/png', content: photo }] });
    const text = writeSession(keeper.world, OF);
    expect(text.match(/"base64"/g)).toHaveLength(2);
    const other = start({});
    restoreSession(other.keeper.world, readSession(text));
    const { url, token } = await other.emulator.listen();
    const headers = { authorization: `Bearer ${token}` };
    const { messages } = (await (await fetch(`${url}/control/state`, { headers })).json()) as Snapshot;
    const paths = messages.map(({ media }) => media.map(({ path }) => path));
    const contents = await Promise.all(
      paths.flat().map(async (path) => new Uint8Array(await (await fetch(url + path, { headers })).arrayBuffer())),
    );
    expect(contents).toEqual([photo, new TextEncoder().encode('a map')]);
    expect(messages.map(({ media }) => media.map(({ contentType, bytes }) => [contentType, bytes]))).toEqual([
      [['image/png', 8]],
      [['image/png', 5]],
    ]);
  });

  test('has the buttons of templates, so that a colleague sees what was there to be tapped', async () => {
    const { keeper, emulator } = start({});
    const { world } = keeper;
    const buttons = [
      { title: 'Yes', id: 'yes' },
      { title: 'Nine', id: '9', list: 'Hours', description: 'In the morning' },
      { title: 'Site', url: 'https://example.com' },
    ];
    sendMessage(world, { direction: 'outbound-api', from: OURS, to: ADA, body: 'Shall we?', buttons });
    await emulator.idle();
    const session = readSession(writeSession(world, OF));
    const other = start({});
    restoreSession(other.keeper.world, session);
    expect(describeMessages(other.keeper.world)).toEqual([expect.objectContaining({ body: 'Shall we?', buttons })]);
  });

  test.each([
    [null, []],
    [{ title: 'Yes' }, []],
    [[null, 7, {}, { title: 7 }, { title: 'Yes', id: 7, url: {}, more: 'x', ['__proto__']: { list: 'x' } }], [{ title: 'Yes' }]],
  ])('whose buttons are damaged is shown without them: %j', (damaged, kept) => {
    expect(readButtons(damaged)).toEqual(kept);
  });

  test('names files that are large, and keeps ten megabytes of all at most', async () => {
    const { keeper, emulator } = start({});
    const write = (bytes: number) =>
      emulator.phone(ADA).text(OURS, 'Hi', { media: [{ contentType: 'image/png', content: new Uint8Array(bytes).fill(0xff) }] });
    await write(1_000_001);
    for (let count = 0; count < 12; count += 1) await write(900_000);
    const { events } = readSession(writeSession(keeper.world, OF));
    const files = events.flatMap((event) => (event.type === 'message' ? (event.files ?? []) : []));
    expect(files).toHaveLength(13);
    expect(files[0]).toEqual({ sid: expect.stringMatching(/^ME/), bytes: 1_000_001 });
    expect(files.filter(({ base64 }) => base64 !== undefined)).toHaveLength(11);
  });

  test('whose files are damaged is shown without them', () => {
    const { keeper } = start({});
    const head = '{"v":1,"seq":0,"at":1,"type":"session","publicUrl":"http://a","accountSid":"AC1","app":"http://a","causes":[]}';
    const files = [
      { sid: '../../x', bytes: 1, base64: 'AAAA' },
      { sid: `ME${'0'.repeat(32)}`, bytes: 1, base64: '%' },
      { sid: `ME${'1'.repeat(32)}` },
    ];
    const line = {
      v: 1,
      seq: 1,
      at: 1,
      type: 'message',
      messageSid: 'SM1',
      body: '',
      from: ADA,
      to: OURS,
      causes: [],
      media: ['a/b', 'a/b'],
      files,
    };
    restoreSession(keeper.world, readSession(`${head}\n${JSON.stringify(line)}\n`));
    expect(keeper.world.messaging.mediaOf('SM1').map(({ sid, content }) => [sid, content.length])).toEqual([[`ME${'0'.repeat(32)}`, 0]]);
  });

  test('is put into another emulator, which goes on behind it', async () => {
    const first = start({ '/voice': '<Response><Say>Hello</Say></Response>' });
    await (await first.emulator.phone(ADA).call(OURS)).hear('Hello');
    await first.emulator.idle();
    const second = start({});
    restoreSession(second.keeper.world, readSession(writeSession(first.keeper.world, OF)));
    expect(second.emulator.events.map(({ type }) => type)).toEqual(first.emulator.events.map(({ type }) => type));
    const parameters = { ...first.emulator.webhooks[0]?.parameters, CallToken: '[secret]' };
    expect(second.emulator.webhooks[0]).toMatchObject({ kind: 'voice.incoming', parameters });
    const last = second.emulator.events.at(-1)?.seq ?? 0;
    await second.emulator.phone(ADA).text(OURS, 'Hi');
    expect(second.emulator.events.find(({ seq }) => seq > last)?.seq).toBe(last + 1);
  });

  test.each([
    ['', 'This is no session file'],
    ['{"v":1,"seq":1,"at":1,"type":"call","causes":[]}\n', 'its first line is not of type "session"'],
    ['{"v":1,"seq":0,"at":1,"type":"session","causes":[]}\nnonsense\n', 'Line 2 is no line of a session file'],
    ['{"v":2,"seq":0,"at":1,"type":"session","causes":[]}\n', 'Line 1 has version 2 of the format; this version of ringback reads 1'],
    ['null\n', 'Line 1 is no line'],
  ])('that is none is refused: %j', (text, message) => {
    expect(() => readSession(text)).toThrow(message);
  });

  test('whose last line broke off is read without that line, and what a later version adds is left out', () => {
    const head = '{"v":1,"seq":0,"at":1,"type":"session","publicUrl":"http://a","accountSid":"AC1","app":"http://a","causes":[]}\n';
    const later = '{"v":1,"seq":1,"at":1,"type":"hologram","causes":[]}\n';
    expect(readSession(`${head}${later}{"v":1,"seq":2,"at`).events).toEqual([]);
  });
});

describe('what a session file never holds', () => {
  test.each([
    ['the auth token, wherever it is', { body: `the token is ${AUTH_TOKEN}!` }, { body: 'the token is [secret]!' }],
    [
      'signatures and cookies',
      { headers: { 'x-twilio-signature': 'abc', cookie: 'a=b', 'Set-Cookie': 'a=b', accept: '*/*' } },
      { headers: { 'x-twilio-signature': '[secret]', cookie: '[secret]', 'Set-Cookie': '[secret]', accept: '*/*' } },
    ],
    [
      'passwords in parameters',
      { parameters: { SipAuthPassword: 'pw', AuthToken: 'x', CallToken: 'y', To: '+1' } },
      { parameters: { SipAuthPassword: '[secret]', AuthToken: '[secret]', CallToken: '[secret]', To: '+1' } },
    ],
    [
      'credentials in URLs',
      { body: '<Redirect>https://ada:lovelace@example.com/x</Redirect>' },
      { body: '<Redirect>https://example.com/x</Redirect>' },
    ],
    ['Basic credentials in texts', { frame: `Authorization: Basic ${btoa('ada:lovelace')}` }, { frame: 'Authorization: Basic [secret]' }],
    ['bearer tokens', { body: 'Bearer abcdefghijklmnop0123456789' }, { body: 'Bearer [secret]' }],
  ])('%s', (_what, value, redacted) => {
    expect(redact(value, [AUTH_TOKEN])).toEqual(redacted);
  });

  test.each([
    { frame: { type: 'text', token: 'Hello ' } },
    { body: 'Basic membership is 5 a month; bearer of news' },
    { parameters: { ErrorCode: '11200', Body: 'mail me: ada@example.com' } },
  ])('but this stays: %j', (value) => {
    expect(redact(value, [AUTH_TOKEN])).toEqual(value);
  });

  test('a secret in a file: it is taken out of a text, and a file that is none is left out', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(redactBytes(bytes(`token=${AUTH_TOKEN}`), [AUTH_TOKEN])).toEqual(bytes('token=[secret]'));
    expect(redactBytes(bytes('see https://ada:pw@example.com'), [])).toEqual(bytes('see https://example.com'));
    expect(redactBytes(Uint8Array.of(0xff, 0, ...bytes(AUTH_TOKEN)), [AUTH_TOKEN])).toBeUndefined();
    const photo = Uint8Array.of(0xff, 0xd8, 0, 1);
    expect(redactBytes(photo, [AUTH_TOKEN])).toBe(photo);
  });

  test('the secrets of a run: its token, the secrets of API keys, the signatures of its webhooks', async () => {
    const { keeper, emulator } = start({ '/voice': `<Response><Redirect>https://user:hunter2@app.example/next</Redirect></Response>` });
    const authorization = `Basic ${btoa(`AC0123456789abcdef0123456789abcdef:${AUTH_TOKEN}`)}`;
    const made = await emulator.rest(
      new Request('https://api.twilio.com/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Keys.json', {
        method: 'POST',
        headers: { authorization },
      }),
    );
    const { secret } = (await made.json()) as { readonly secret: string };
    await emulator.phone(ADA).call(OURS);
    await emulator.phone(ADA).text(OURS, `my secret is ${secret}`);
    await emulator.idle();
    const text = writeSession(keeper.world, OF);
    expect(emulator.webhooks.length).toBeGreaterThan(2);
    for (const hidden of [
      AUTH_TOKEN,
      secret,
      'hunter2',
      ...emulator.webhooks.map(({ request }) => request.headers['x-twilio-signature'] ?? '-'),
    ]) {
      expect(text).not.toContain(hidden);
    }
  });
});

describe('a test that is written from a session', () => {
  test('does what people did and expects what they found', async () => {
    const { keeper, emulator } = start({
      '/voice': '<Response><Gather numDigits="2" action="/menu"><Say>It\'s a menu.</Say></Gather></Response>',
      '/menu': '<Response><Say>Call CA0123456789abcdef0123456789abcdef is done, goodbye.</Say></Response>',
    });
    const call = await emulator.phone(ADA).call(OURS);
    await call.hear('menu');
    await call.press('12');
    await emulator.idle();
    const text = writeTest(describeSession(keeper.world, OF));
    expect(text).toContain(`test('${ADA} calls ${OURS}', async () => {`);
    expect(text.slice(text.indexOf('test('))).toContain(
      [
        `  const phone = twilio.phone('${ADA}');`,
        `  const call = await phone.call('${OURS}');`,
        "  await call.hear('It\\'s a menu.');",
        "  await call.press('12');",
        "  await call.hear('is done, goodbye.');",
        '  await twilio.idle();',
        "  expect(call.status).toBe('completed');",
        '});',
      ].join('\n'),
    );
  });

  test('leaves out imports and the emulator for a file that has them', async () => {
    const { keeper, emulator } = start({ '/sms': '<Response><Message>Yes</Message></Response>' });
    await emulator.phone(ADA).text(OURS, 'Hello?');
    await emulator.phone(ADA).receive('Yes');
    const session = describeSession(keeper.world, OF);
    for (const runner of ['vitest', 'jest', 'node'] as const) {
      const [whole, added] = [writeTest(session, { runner }), writeTest(session, { runner, isAddition: true })];
      expect(added).toMatch(/^test\('.*', async \(\) => {\n.*\n}\);\n$/s);
      expect(whole).toContain(`twilio.close());\n\n${added}`);
    }
  });

  test('is of one call or one person, where that is wanted', async () => {
    const { keeper, emulator } = start({
      '/sms': '<Response><Message>Yes</Message></Response>',
      '/voice': '<Response><Say>Hello</Say></Response>',
    });
    await emulator.phone('+14155550111').text(OURS, 'other');
    const call = await emulator.phone(ADA).call(OURS);
    await emulator.idle();
    const session = describeSession(keeper.world, OF);
    expect(writeTest(session, { call: call.sid })).not.toContain('other');
    expect(writeTest(session, { phone: '+14155550111' })).not.toContain('call(');
    expect(() => writeTest(session, { phone: '+14155550122' })).toThrow('Nobody called or wrote');
  });

  test('taps what was tapped of a template, as the application was told of it', async () => {
    const { keeper, emulator } = start({});
    keeper.world.directory.numbers.set('whatsapp:+15550001111', { smsUrl: '/sms' });
    const phone = emulator.phone(ADA);
    await phone.text('whatsapp:+15550001111', 'Yes', { buttonText: 'Yes', buttonPayload: "it's-yes" });
    await phone.text('whatsapp:+15550001111', 'Nine', { listTitle: 'Nine', listId: '9' });
    const text = writeTest(describeSession(keeper.world, OF));
    expect(text).toContain(`phone.text('whatsapp:+15550001111', 'Yes', { buttonText: 'Yes', buttonPayload: 'it\\'s-yes' });`);
    expect(text).toContain(`phone.text('whatsapp:+15550001111', 'Nine', { listId: '9', listTitle: 'Nine' });`);
  });

  test('keeps what strangers have written as text, and runs none of it', async () => {
    const { keeper, emulator } = start({});
    const nasty = "'); process.exit(1); ('\\`$\n\u2028*/";
    await emulator.phone(ADA).text(OURS, nasty);
    const text = writeTest(describeSession(keeper.world, OF), { runner: 'node' });
    const written = /text\('\+15550001111', ('.*')\);/.exec(text)?.[1] ?? '';
    expect(new Function(`return ${written}`)()).toBe(nasty);
  });
});
