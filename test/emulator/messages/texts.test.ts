import { describe, expect, test } from 'vitest';
import { ADA, ask, OURS, startEmulator } from '../setup.js';

const message = (text: string) => `<Response><Message>${text}</Message></Response>`;

describe('Texts', () => {
  test('text() resolves when the answer has arrived', async () => {
    const emulator = startEmulator({ '/sms': (parameters) => message(`You said ${parameters.get('Body')}`) });
    const ada = emulator.phone(ADA);
    const sent = await ada.text(OURS, 'hi');
    expect(sent).toMatchObject({ from: ADA, to: OURS, body: 'hi', status: 'received' });
    expect(ada.messages.map(({ body, status }) => [body, status])).toEqual([
      ['hi', 'received'],
      ['You said hi', 'delivered'],
    ]);
    expect(emulator.findings).toEqual([]);
  });

  test('receive() takes each text once, in the order of arrival', async () => {
    const emulator = startEmulator({ '/sms': '<Response><Message>one</Message><Message>two</Message></Response>' });
    const ada = emulator.phone(ADA);
    await ada.text(OURS, 'go');
    expect((await ada.receive('two')).body).toBe('two');
    expect((await ada.receive()).body).toBe('one');
    await expect(ada.receive()).rejects.toMatchObject({ code: 'EMULATOR_NO_CALL' });
  });

  test('a text that does not come is missed with the last webhook and its answer', async () => {
    const emulator = startEmulator({ '/sms': message('something else') });
    const ada = emulator.phone(ADA);
    await ada.text(OURS, 'go');
    await expect(ada.receive(/never/)).rejects.toThrow(/no text like \/never\/.*something else.*messaging\.incoming/s);
  });

  test('a regular expression with a memory of its own finds all the same', async () => {
    const emulator = startEmulator({ '/sms': '<Response><Message>code 1</Message><Message>code 2</Message></Response>' });
    const ada = emulator.phone(ADA);
    await ada.text(OURS, 'go');
    const pattern = /code/g;
    expect((await ada.receive(pattern)).body).toBe('code 1');
    expect((await ada.receive(pattern)).body).toBe('code 2');
  });

  test.each(['whatsapp:', 'rcs:', 'messenger:', ''])(
    'the sender of a message to %s… is told that it was read, where the channel tells',
    async (channel) => {
      const [ours, theirs] = [`${channel}${channel === 'rcs:' ? 'brand_agent' : OURS}`, `${channel}${ADA}`];
      const emulator = startEmulator(
        { '/sms': `<Response><Message statusCallback="/status">Read this</Message></Response>` },
        { numbers: { [ours]: { smsUrl: '/sms' } } },
      );
      const ada = emulator.phone(theirs);
      await ada.text(ours, 'hello');
      const answer = await ada.receive();
      const statuses = () => emulator.got.flatMap(({ path, parameters }) => (path === '/status' ? [parameters.get('MessageStatus')] : []));
      expect(statuses()).not.toContain('read');
      await answer.read();
      await answer.read();
      await emulator.idle();
      expect(statuses().filter((status) => status === 'read')).toHaveLength(channel === '' ? 0 : 1);
      expect(answer.status).toBe(channel === '' ? 'delivered' : 'read');
    },
  );

  test('nobody has a number that is not ours', async () => {
    await expect(startEmulator().phone(ADA).text('+15550001112', 'hi')).rejects.toThrow('did you mean +15550001111');
  });

  test('with a clock that only the test moves, text() resolves when the application has answered', async () => {
    const emulator = startEmulator({ '/sms': message('later') }, { clock: 'manual' });
    const ada = emulator.phone(ADA);
    await ada.text(OURS, 'go');
    expect(ada.messages).toHaveLength(1);
    await emulator.advance('2s');
    expect(ada.messages.map(({ body }) => body)).toEqual(['go', 'later']);
  });

  test('one telephone has its number on every channel', async () => {
    const emulator = startEmulator(
      { '/wa': message('by WhatsApp'), '/sms': message('by SMS') },
      { numbers: { [OURS]: { smsUrl: '/sms' }, [`whatsapp:${OURS}`]: { smsUrl: '/wa' } } },
    );
    const ada = emulator.phone(ADA);
    await ada.text(`whatsapp:${OURS}`, 'hi', { buttonText: 'Yes', buttonPayload: 'yes-1' });
    expect(Object.fromEntries(emulator.got[0]?.parameters ?? [])).toMatchObject({
      From: `whatsapp:${ADA}`,
      MessageType: 'button',
      ButtonPayload: 'yes-1',
      ProfileName: 'Ada L.',
    });
    await ada.text(OURS, 'hi');
    expect(ada.messages.map(({ body }) => body)).toEqual(['hi', 'by WhatsApp', 'hi', 'by SMS']);
    expect(emulator.phone(`whatsapp:${ADA}`).messages).toHaveLength(2);
    expect(emulator.findings).toEqual([]);
  });

  test.each([
    ['rcs:example_agent', `rcs:${ADA}`, 'messaging.incoming.rcs'],
    ['messenger:1234567890', 'messenger:987654321', 'messaging.incoming.messenger'],
  ])('a text to %s is %s', async (sender, person, kind) => {
    const emulator = startEmulator({ '/sms': message('ok') }, { numbers: { [sender]: { smsUrl: '/sms' } } });
    const phone = emulator.phone(person);
    await phone.text(sender, 'hi');
    expect(emulator.webhooks[0]?.kind).toBe(kind);
    expect(phone.messages.map(({ body }) => body)).toEqual(['hi', 'ok']);
    expect(emulator.findings).toEqual([]);
  });

  test('a slow telephone takes its time, one that fails says why', async () => {
    const emulator = startEmulator({ '/sms': message('slow'), '/status': '<Response/>' }, { strict: false });
    const ada = emulator.phone(ADA);
    ada.delivery = { slow: '1m' };
    await ada.text(OURS, 'hi');
    expect(emulator.now).toBe(Date.parse('2026-11-30T12:02:00Z'));
    ada.delivery = { outcome: 'failed' };
    await ada.text(OURS, 'hi');
    const { body } = await ask(emulator, 'GET', `/Messages.json?To=${encodeURIComponent(ADA)}`);
    expect(body.messages).toMatchObject([{ status: 'failed', error_code: 30008 }, { status: 'delivered' }]);
  });

  test('a number that stands for an error gives it to strangers', async () => {
    const emulator = startEmulator();
    await ask(emulator, 'POST', '/Messages.json', { From: OURS, To: '+15005550036', Body: 'hi' });
    await emulator.idle();
    const { body } = await ask(emulator, 'GET', '/Messages.json');
    expect(body.messages).toMatchObject([{ status: 'undelivered', error_code: 30006 }]);
  });

  test('faults repeat callbacks', async () => {
    const emulator = startEmulator({}, { faults: { repeats: 1 } });
    await ask(emulator, 'POST', '/Messages.json', { From: OURS, To: ADA, Body: 'hi', StatusCallback: 'https://app.example/status' });
    await emulator.idle();
    expect(emulator.got.map(({ parameters }) => parameters.get('MessageStatus')).sort()).toEqual([
      'delivered',
      'delivered',
      'sent',
      'sent',
    ]);
  });

  test('after reset() the emulator is as new', async () => {
    const emulator = startEmulator({ '/sms': message('hello') });
    const ada = emulator.phone(ADA);
    const first = await ada.text(OURS, 'hi');
    await ask(emulator, 'POST', '/IncomingPhoneNumbers.json', { PhoneNumber: '+15550002222' });
    await emulator.advance('1h');
    emulator.reset();
    const anew = emulator.phone(ADA);
    expect(anew.messages).toEqual([]);
    expect(Object.keys(emulator.numbers)).toEqual([OURS]);
    expect([emulator.events.length, emulator.webhooks.length, emulator.findings.length]).toEqual([0, 0, 0]);
    expect(emulator.now).toBe(Date.parse('2026-11-30T12:00:00Z'));
    const again = await anew.text(OURS, 'hi');
    expect(again.sid).toBe(first.sid);
  });
});

describe('Answers', () => {
  test('a loop of replies is broken after fifteen in half a minute', async () => {
    const emulator = startEmulator({ '/sms': message('auto') }, { strict: false });
    const ada = emulator.phone(ADA);
    for (let count = 0; count < 17; count += 1) await ada.text(OURS, `ping ${count}`);
    expect(ada.messages.filter(({ body }) => body === 'auto')).toHaveLength(15);
    expect(emulator.findings.map(({ twilioCode }) => twilioCode)).toEqual([14107, 14107]);
  });

  test('an application that is too slow is given up, and the fallback is asked', async () => {
    const emulator = startEmulator(
      { '/sms': message('late'), '/fallback': message('sorry') },
      {
        numbers: { [OURS]: { smsUrl: '/sms', smsFallbackUrl: '/fallback' } },
        faults: { app: ({ url }) => (url.endsWith('/sms') ? { delayMs: 20_000 } : undefined) },
        strict: false,
      },
    );
    const ada = emulator.phone(ADA);
    await ada.text(OURS, 'hi');
    expect(ada.messages.at(-1)?.body).toBe('sorry');
    expect(emulator.findings).toMatchObject([{ twilioCode: 11200 }]);
    expect(emulator.got.find(({ path }) => path === '/fallback')?.parameters.get('ErrorCode')).toBe('11200');
  });

  test('a status callback that is answered late holds nothing up for ever', async () => {
    const emulator = startEmulator({}, { faults: { app: { delayMs: 3000 } } });
    const StatusCallback = 'https://app.example/status';
    await ask(emulator, 'POST', '/Messages.json', { From: OURS, To: ADA, Body: 'hi', StatusCallback });
    await emulator.idle();
    expect(emulator.webhooks.map(({ durationMs }) => durationMs)).toEqual([3000, 3000]);
  });

  test('a service without a URL gets nothing, and its texts are not even listed', async () => {
    const emulator = startEmulator({}, { messagingServices: { [`MG${'a'.repeat(32)}`]: { senders: [OURS] } } });
    await emulator.phone(ADA).text(OURS, 'hi');
    expect(emulator.got).toEqual([]);
    expect((await ask(emulator, 'GET', '/Messages.json')).body.messages).toEqual([]);
  });

  test('a person keeps the sender of a service', async () => {
    const sid = `MG${'a'.repeat(32)}`;
    const senders = ['+12125550001', '+14155550002'];
    const numbers = Object.fromEntries(senders.map((sender) => [sender, {}]));
    const emulator = startEmulator({}, { numbers, messagingServices: { [sid]: { senders } } });
    const send = async (To: string) => {
      await ask(emulator, 'POST', '/Messages.json', { MessagingServiceSid: sid, To, Body: 'hi' });
      return (await emulator.phone(To).receive()).from;
    };
    expect([await send(ADA), await send('+12125550100'), await send(ADA)]).toEqual(['+14155550002', '+12125550001', '+14155550002']);
  });

  test.each(['//[', 'javascript:alert(1)', 'http://['])('a Redirect to %s is a finding, and the fallback is asked', async (url) => {
    const emulator = startEmulator(
      { '/sms': `<Response><Redirect>${url}</Redirect></Response>`, '/fallback': message('sorry') },
      { numbers: { [OURS]: { smsUrl: '/sms', smsFallbackUrl: '/fallback' } }, strict: false },
    );
    const ada = emulator.phone(ADA);
    await ada.text(OURS, 'hi');
    expect(emulator.findings.some(({ twilioCode }) => twilioCode === 11100)).toBe(true);
    expect(ada.messages.at(-1)?.body).toBe('sorry');
  });
});
