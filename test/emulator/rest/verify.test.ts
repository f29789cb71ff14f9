import { describe, expect, test } from 'vitest';
import { ADA, ask, startEmulator } from '../setup.js';

async function startVerify(options: Readonly<Record<string, string>> = {}) {
  const emulator = startEmulator();
  const { body } = await ask(emulator, 'POST', 'verify.twilio.com/v2/Services', { FriendlyName: 'Acme', ...options });
  const at = `verify.twilio.com/v2/Services/${body.sid}`;
  return {
    emulator,
    send: (form: Readonly<Record<string, string>> = {}) =>
      ask(emulator, 'POST', `${at}/Verifications`, { To: ADA, Channel: 'sms', ...form }),
    check: (Code: string) => ask(emulator, 'POST', `${at}/VerificationCheck`, { To: ADA, Code }),
  };
}

describe('Verify', () => {
  test('a second request sends the same code again, the sixth is refused', async () => {
    const { emulator, send } = await startVerify();
    const sids = new Set<unknown>();
    for (let count = 0; count < 5; count += 1) sids.add((await send()).body.sid);
    expect(sids.size).toBe(1);
    expect((await send()).body).toMatchObject({ code: 60203, status: 429 });
    await emulator.idle();
    const bodies = new Set(emulator.phone(ADA).messages.map(({ body }) => body));
    expect(bodies.size).toBe(1);
  });

  test('five wrong codes are looked at, and no more', async () => {
    const { send, check } = await startVerify();
    await send();
    for (let count = 0; count < 5; count += 1) expect((await check('0')).body).toMatchObject({ status: 'pending', valid: false });
    expect((await check('0')).body).toMatchObject({ code: 60202, status: 429 });
  });

  test('the code is said on a call', async () => {
    const { emulator, send, check } = await startVerify({ CodeLength: '4' });
    const ada = emulator.phone(ADA);
    await send({ Channel: 'call' });
    const call = await ada.incoming();
    const { text = '' } = await call.hear(/code is/);
    const [, code = ''] = /code is: ([\d ]+)/.exec(text) ?? [];
    expect((await check(code.replaceAll(' ', ''))).body).toMatchObject({ status: 'approved', valid: true });
  });

  test('codes are none of the account’s messages', async () => {
    const { emulator, send } = await startVerify();
    await send();
    await emulator.phone(ADA).receive(/\d{6}/);
    expect((await ask(emulator, 'GET', '/Messages.json')).body.messages).toEqual([]);
  });

  test('a custom code needs a service that allows it', async () => {
    const { send } = await startVerify();
    expect((await send({ CustomCode: '4711' })).body).toMatchObject({ code: 60204, status: 403 });
  });
});
