import { afterEach, describe, expect, test } from 'vitest';
import type { WebhookDetail } from '../../../src/emulator/control/protocol.js';
import { createEmulator, type Emulator } from '../../../src/emulator/index.js';
import { connect, listenTo } from './client.js';

const OURS = '+15550001111';
const ADA = '+14155550100';

const MENU = '<Response><Gather action="/menu" numDigits="1" input="dtmf speech"><Say>Press one for sales.</Say></Gather></Response>';

const open: Emulator[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((emulator) => emulator.close()));
});

async function start(
  answers: Readonly<Record<string, string>>,
  options: { readonly clock?: 'steered' | 'virtual'; readonly status?: number } = {},
) {
  const emulator = createEmulator({
    app: {
      fetch: async (request) => {
        const { pathname } = new URL(request.url);
        const body = answers[pathname] ?? '<Response/>';
        return new Response(body, { status: options.status ?? 200, headers: { 'content-type': 'text/xml' } });
      },
    },
    numbers: { [OURS]: { voiceUrl: '/voice', smsUrl: '/sms' } },
    clock: options.clock ?? 'steered',
    strict: false,
  });
  open.push(emulator);
  const server = await emulator.listen();
  return { emulator, server, console: connect(server) };
}

async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('It did not come about within four seconds');
}

describe('the control of an emulator that listens', () => {
  test('shows a text and its reply as a thread, with receipts, segments and files', async () => {
    const { console } = await start({ '/sms': '<Response><Message>Hello yourself 🚀</Message></Response>' });
    const media = [{ contentType: 'image/png', base64: btoa('a picture') }];
    const { messageSid } = await console.do({ do: 'text', from: ADA, to: OURS, body: 'Hi', media });
    await console.do({ do: 'idle' });
    const { messages, phones, setUp } = await console.state();
    expect(messages.map(({ body, status, phone, number }) => ({ body, status, phone, number }))).toEqual([
      { body: 'Hi', status: 'received', phone: ADA, number: OURS },
      { body: 'Hello yourself 🚀', status: 'delivered', phone: ADA, number: OURS },
    ]);
    expect(messages[0]).toMatchObject({ sid: messageSid, media: [{ contentType: 'image/png', bytes: 9 }] });
    expect(messages[1]?.segments).toEqual({ encoding: 'UCS-2', count: 1, forcedBy: '🚀' });
    expect(phones).toContainEqual({ address: ADA, is: 'person', delivery: {} });
    expect(setUp.webhook).toBeDefined();
    expect(setUp.reply).toBeDefined();
    expect(setUp.restCall).toBeUndefined();
    const file = await console.text(messages[0]?.media[0]?.path ?? '');
    expect(file.body).toBe('a picture');
    expect(file.headers['content-disposition']).toContain('attachment');
  });

  test('sends of a file that lies in a pool of buffers nothing but that file', async () => {
    const { emulator, console } = await start({});
    const content = Buffer.from('a picture');
    expect(content.buffer.byteLength).toBeGreaterThan(content.length);
    await emulator.phone(ADA).text(OURS, 'Hi', { media: [{ contentType: 'image/png', content }] });
    const { messages } = await console.state();
    expect((await console.text(messages[0]?.media[0]?.path ?? '')).body).toBe('a picture');
    const sid = messages[0]?.media[0]?.sid;
    const { accountSid } = await console.state();
    const behind = await emulator.rest(new Request(`https://mms.twiliocdn.com/${accountSid}/${sid}`));
    expect(await behind.text()).toBe('a picture');
  });

  test('makes a call, tells what is heard while it is heard, and presses keys', async () => {
    const { console, server, emulator } = await start({ '/voice': MENU, '/menu': '<Response><Say>Sales are closed.</Say></Response>' });
    let callSid = '';
    const hearing = listenTo(server, (heard) => heard.some(({ event }) => event === 'hearing'));
    callSid = (await console.do({ do: 'call', from: ADA, to: OURS })).callSid ?? '';
    expect((await hearing).find(({ event }) => event === 'hearing')?.data).toMatchObject({
      callSid,
      heard: { type: 'say', text: 'Press one for sales.' },
    });
    const [during] = (await console.state()).calls;
    expect(during).toMatchObject({ sid: callSid, phone: ADA, status: 'in-progress', listens: { keys: true, speech: true } });
    expect(during?.heard.at(-1)?.seconds).toBeUndefined();
    await console.do({ do: 'press', callSid, keys: '1' });
    await until(async () => emulator.webhooks.some(({ kind }) => kind === 'voice.gather'));
    await console.do({ do: 'idle' });
    const [after] = (await console.state()).calls;
    expect(after).toMatchObject({ status: 'completed' });
    expect(after?.heard.map(({ text }) => text)).toContain('Sales are closed.');
  });

  test('tells all about a webhook: what parameters are, the verbs that ran, what the linter says, and no secret', async () => {
    const { console } = await start({ '/voice': '<Response><Say>Hello</Say><Say voice="nobody">there</Say></Response>' });
    await console.do({ do: 'call', from: ADA, to: OURS });
    await console.do({ do: 'idle' });
    const state = await console.state();
    const seq = state.setUp.webhook?.seq;
    const detail = await console.get<WebhookDetail>(`/control/webhooks/${seq}`);
    expect(detail).toMatchObject({ kind: 'voice.incoming', method: 'POST', verdict: { signature: 'accepted' }, limitMs: 15_000 });
    expect(detail.parameters).toContainEqual(expect.objectContaining({ name: 'From', value: ADA, type: 'text' }));
    expect(detail.answer?.verbs.map(({ path }) => path)).toEqual(['/Response/Say[1]', '/Response/Say[2]']);
    expect(detail.answer?.verbs.every(({ endedAt }) => endedAt !== undefined)).toBe(true);
    expect(detail.answer?.findings.some(({ range }) => range !== undefined)).toBe(true);
    expect(detail.headers['x-twilio-signature']).toBe('••••••••');
  });

  test('says why a signature may have been refused', async () => {
    const { console } = await start({ '/sms': 'no' }, { status: 403 });
    await console.do({ do: 'text', from: ADA, to: OURS, body: 'Hi' });
    await console.do({ do: 'idle' });
    const { setUp } = await console.state();
    const { verdict } = await console.get<WebhookDetail>(`/control/webhooks/${setUp.webhook?.seq}`);
    expect(verdict.signature).toBe('refused');
    expect(verdict.reason).toContain('token');
  });

  test('replays a webhook as a new event that names the old one, with other parameters', async () => {
    const { console, emulator } = await start({ '/sms': '<Response><Message>Yes</Message></Response>' });
    await console.do({ do: 'text', from: ADA, to: OURS, body: 'Hi' });
    await console.do({ do: 'idle' });
    const [first] = emulator.webhooks;
    const parameters = { ...first?.parameters, Body: 'Something else' };
    const { seq } = await console.do({ do: 'replay', seq: first?.seq ?? 0, parameters });
    await until(() => emulator.webhooks.at(-1)?.response !== undefined);
    expect(emulator.webhooks.at(-1)).toMatchObject({
      seq,
      replayOf: first?.seq,
      kind: 'messaging.incoming',
      parameters: { Body: 'Something else' },
    });
    expect(emulator.events.find((event) => event.seq === seq)).toMatchObject({ causes: [first?.seq], replayOf: first?.seq });
    expect((await console.state()).messages).toHaveLength(2);
  });

  test('writes a webhook as a curl command with the signature of its URL', async () => {
    const { console, emulator } = await start({});
    await console.do({ do: 'text', from: ADA, to: OURS, body: "It's me" });
    await console.do({ do: 'idle' });
    const { body } = await console.text(`/control/export/curl?seq=${emulator.webhooks[0]?.seq}`);
    expect(body).toMatch(/^curl -i -X POST 'https:\/\/app\.example\/sms'/);
    expect(body).toContain(`x-twilio-signature: ${emulator.webhooks[0]?.request.headers['x-twilio-signature']}`);
    expect(body).toContain('Body=It%27s+me');
  });

  test('goes on behind the event that a listener has heard last, and begins anew after a reset', async () => {
    const { console, server } = await start({ '/sms': '<Response/>' });
    await console.do({ do: 'text', from: ADA, to: OURS, body: 'one' });
    await console.do({ do: 'idle' });
    const all = await listenTo(server, (heard) => heard.length >= 3);
    const rest = await listenTo(server, (heard) => heard.length >= 1, { after: all[1]?.id ?? '' });
    expect(rest[0]?.id).toBe(all[2]?.id);
    const live = listenTo(
      server,
      (heard) => heard.some(({ event, data }) => event === 'message' && JSON.stringify(data).includes('"two"')),
      {
        after: all.at(-1)?.id ?? '',
        begun: () => void console.do({ do: 'reset' }).then(() => console.do({ do: 'text', from: ADA, to: OURS, body: 'two' })),
      },
    );
    const heard = await live;
    expect(heard.find(({ event }) => event === 'reset')?.data).toEqual({ run: '2' });
    expect(heard.find(({ event }) => event === 'message')).toBeDefined();
    const late = await listenTo(server, (events) => events.length > 1, { after: all.at(-1)?.id ?? '' });
    expect(late[0]).toMatchObject({ event: 'reset', data: { run: '2' } });
    expect(late[1]?.id).toBe('2-1');
  });

  test('pauses the clock, moves it, and lets it go on', async () => {
    const { console, emulator } = await start({});
    await console.do({ do: 'pause' });
    const before = (await console.state()).clock;
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect((await console.state()).clock).toEqual(before);
    expect(before.isPaused).toBe(true);
    await console.do({ do: 'advance', by: '1h' });
    expect(emulator.now).toBe(before.now + 3_600_000);
    await console.do({ do: 'resume' });
    await until(() => emulator.now > before.now + 3_600_000);
    expect((await console.state()).clock.isPaused).toBe(false);
  });

  test('stops at last where an endless menu is run until nothing is due', async () => {
    const { console } = await start({ '/voice': '<Response><Pause length="600"/><Redirect>/voice</Redirect></Response>' });
    await console.do({ do: 'call', from: ADA, to: OURS });
    await console.do({ do: 'idle' });
    const { clock, calls } = await console.state();
    expect(calls[0]?.status).toBe('completed');
    expect(clock.now).toBeGreaterThan(0);
  });

  test('changes telephones, numbers and faults', async () => {
    const { console } = await start({ '/other': '<Response><Message>Other</Message></Response>' });
    await console.do({
      do: 'phone',
      address: ADA,
      name: 'Ada',
      is: 'off',
      answersAfter: false,
      delivery: { outcome: 'undelivered', errorCode: 30003 },
    });
    await console.do({ do: 'number', address: OURS, settings: { smsUrl: '/other', voiceUrl: null } });
    await console.do({ do: 'faults', faults: { repeats: 1, app: { delayMs: 5 } } });
    const state = await console.state();
    expect(state.phones).toEqual([
      { address: ADA, name: 'Ada', is: 'off', answersAfter: false, delivery: { outcome: 'undelivered', errorCode: 30003 } },
    ]);
    expect(state.numbers).toEqual([{ address: OURS, settings: { smsUrl: '/other' } }]);
    expect(state.faults).toEqual({ repeats: 1, app: { delayMs: 5 } });
    await console.do({ do: 'text', from: ADA, to: OURS, body: 'Hi' });
    await console.do({ do: 'idle' });
    expect((await console.state()).messages.at(-1)).toMatchObject({ body: 'Other', status: 'undelivered', errorCode: 30003 });
  });

  test('works beside a virtual clock too, which cannot be paused', async () => {
    const { console } = await start({}, { clock: 'virtual' });
    expect((await console.state()).clock).toMatchObject({ kind: 'virtual', isPaused: false });
    await expect(console.do({ do: 'pause' })).rejects.toThrow("400 Only clock: 'steered' can be paused");
  });

  test.each([
    [{ do: 'fly' }, 'Expected a command whose "do" is text, call'],
    [{ do: 'text', from: ADA, to: OURS }, 'The command text takes a text of at most 20000 letters as body'],
    [{ do: 'press', callSid: 'CA1', keys: '1' }, 'a SID as callSid'],
    [{ do: 'press', callSid: `CA${'0'.repeat(32)}`, keys: '1' }, 'There is no call'],
    [{ do: 'faults', faults: { app: { execute: 'rm' } } }, 'no "execute" as app as faults'],
    [{ do: 'call', from: ADA, to: '+15550009999' }, "not one of the emulator's numbers"],
    [JSON.parse('{"do":"number","address":"x","settings":{"__proto__":{"a":1}}}'), 'no "__proto__"'],
  ])('refuses %j and says what it takes', async (command, message) => {
    const { console } = await start({});
    await expect(console.do(command as never)).rejects.toThrow(message);
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });
});
