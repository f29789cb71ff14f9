import { describe, expect, test } from 'vitest';
import { recogniseKeyword } from '../../../src/emulator/messages/opt-outs.js';
import { ADA, ask, OURS, startEmulator } from '../setup.js';

const SERVICE = `MG${'a'.repeat(32)}`;

describe('Opting out', () => {
  test.each([
    ['stop', OURS, 'STOP'],
    [' Unsubscribe\n', OURS, 'STOP'],
    ['yes', OURS, 'START'],
    ['INFO', OURS, 'HELP'],
    ['stop it', OURS, undefined],
    ['cancel', '+18005550100', undefined],
    ['stop', '12345', undefined],
    ['stop', `whatsapp:${OURS}`, undefined],
  ])('%j to %s is %s', (text, ours, type) => {
    expect(recogniseKeyword(text, ours)?.type).toBe(type);
  });

  test('a person who says yes in a talk gets no answer of Twilio’s', async () => {
    const emulator = startEmulator({ '/sms': '<Response/>' });
    const ada = emulator.phone(ADA);
    await ada.text(OURS, 'yes');
    expect(ada.messages.map(({ body }) => body)).toEqual(['yes']);
  });

  test('whoever stops is told so once, and a reply to it is a warning', async () => {
    const emulator = startEmulator({ '/sms': '<Response><Message>Why?</Message></Response>' });
    const ada = emulator.phone(ADA);
    await ada.text(OURS, 'STOP');
    expect(ada.messages).toHaveLength(2);
    expect(emulator.findings).toMatchObject([{ twilioCode: 21610, severity: 'warning' }]);
  });

  test('Advanced Opt-Out has words of its own, and says so to the application', async () => {
    const emulator = startEmulator(
      { '/pool': '<Response/>' },
      {
        messagingServices: {
          [SERVICE]: { inboundRequestUrl: '/pool', senders: [OURS], advancedOptOut: { stop: { keywords: ['ARRET'], reply: 'Fini.' } } },
        },
      },
    );
    const ada = emulator.phone(ADA);
    await ada.text(OURS, 'arret');
    expect(emulator.got[0]?.parameters.get('OptOutType')).toBe('STOP');
    expect(ada.messages.at(-1)?.body).toBe('Fini.');
    const refused = await ask(emulator, 'POST', '/Messages.json', { From: OURS, To: ADA, Body: 'ad' });
    expect(refused.body).toMatchObject({ code: 21610 });
  });
});
