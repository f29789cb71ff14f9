import { describe, expect, test } from 'vitest';
import { ADA, ask, OURS, startEmulator } from '../setup.js';

const BRAND = 'rcs:acme';
const WHATSAPP = { [OURS]: { smsUrl: '/sms' }, [`whatsapp:${OURS}`]: { smsUrl: '/sms' } };

const file = (type: string, bytes: number) => () => new Response(new Uint8Array(bytes), { headers: { 'content-type': type } });

describe('Files of messages', () => {
  test.each([
    ['', 'image/png', 5_000_000, 'delivered', null],
    ['', 'image/png', 5_000_001, 'failed', 11751],
    ['', 'application/pdf', 500_000, 'delivered', null],
    ['', 'application/pdf', 500_001, 'failed', 11751],
    ['whatsapp:', 'application/pdf', 15_000_000, 'delivered', null],
    ['whatsapp:', 'application/pdf', 16_000_001, 'failed', 11751],
    ['', 'text/html; charset=utf-8', 20, 'failed', 12300],
  ])('by %j, %s of %i bytes: %s, %s', async (prefix, type, bytes, status, code) => {
    const emulator = startEmulator({ '/file': file(type, bytes), '/sms': '<Response/>' }, { strict: false, numbers: WHATSAPP });
    if (prefix !== '') await emulator.phone(ADA).text(prefix + OURS, 'hi');
    const form = { From: prefix + OURS, To: prefix + ADA, Body: 'see', MediaUrl: 'https://app.example/file' };
    const { body } = await ask(emulator, 'POST', '/Messages.json', form);
    await emulator.idle();
    const { body: sent } = await ask(emulator, 'GET', `/Messages/${body.sid}.json`);
    expect([sent.status, sent.error_code]).toEqual([status, code]);
    expect(emulator.findings.map(({ twilioCode }) => twilioCode)).toEqual(code === null ? [] : [code]);
  });

  test('what does not get through by RCS goes by SMS, where the request names a sender', async () => {
    const MG = `MG${'2'.repeat(32)}`;
    const emulator = startEmulator(
      {},
      { numbers: { [OURS]: {}, [BRAND]: {} }, messagingServices: { [MG]: { senders: [BRAND, OURS], statusCallback: '/status' } } },
    );
    const form = { MessagingServiceSid: MG, To: `rcs:${ADA}`, Body: 'hi' };
    emulator.phone(`rcs:${ADA}`).delivery = { outcome: 'failed', errorCode: 63036 };
    const { body: alone } = await ask(emulator, 'POST', '/Messages.json', form);
    const { body: both } = await ask(emulator, 'POST', '/Messages.json', { ...form, FallbackFrom: OURS });
    await emulator.idle();
    expect((await ask(emulator, 'GET', `/Messages/${alone.sid}.json`)).body).toMatchObject({ status: 'failed', error_code: 63036 });
    expect((await ask(emulator, 'GET', `/Messages/${both.sid}.json`)).body).toMatchObject({ status: 'delivered', from: OURS, to: ADA });
    expect(emulator.phone(ADA).messages.map(({ from, body }) => [from, body])).toEqual([[OURS, 'hi']]);
    const refused = await ask(emulator, 'POST', '/Messages.json', { ...form, FallbackFrom: '+15550009999' });
    expect(refused.body.code).toBe(21606);
  });
});
