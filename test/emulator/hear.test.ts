import { describe, expect, test } from 'vitest';
import type { Call, Emulator } from '../../src/emulator/index.js';
import { emulate, NUMBER } from './app.js';

const account = 'AC0123456789abcdef0123456789abcdef';

async function callTo(document: string, more: Readonly<Record<string, string>> = {}): Promise<{ twilio: Emulator; call: Call }> {
  const twilio = emulate({ '/voice': document, ...more });
  return { twilio, call: await twilio.phone('+14155550100').call(NUMBER) };
}

describe('hear()', () => {
  test('looks past what has no end', async () => {
    const { twilio, call } = await callTo('<Dial><Conference>R</Conference></Dial>', { '/news': '<Say>Two more minutes</Say>' });
    await twilio.advance('5s');
    const conference = `https://api.twilio.com/2010-04-01/Accounts/${account}/Conferences/R.json`;
    const headers = { authorization: `Basic ${btoa(`${account}:0123456789abcdef0123456789abcdef`)}` };
    const body = new URLSearchParams({ AnnounceUrl: 'https://app.example/news' });
    expect((await twilio.rest(new Request(conference, { method: 'POST', headers, body }))).status).toBe(200);
    expect(await call.hear('minutes')).toMatchObject({ type: 'say', text: 'Two more minutes' });
    expect(call.heard[0]).toMatchObject({ type: 'music' });
    expect(call.heard[0]?.seconds).toBeUndefined();
    await twilio.close();
  });

  test('finds what was under way when something later was found', async () => {
    const twilio = emulate({ '/voice': '<Dial>+12025550123</Dial>' });
    const other = twilio.phone('+12025550123');
    const call = await twilio.phone('+14155550100').call(NUMBER);
    await twilio.advance('20s');
    const [callee] = other.calls;
    const long = callee?.say('That is a long story, as you may imagine', { seconds: 20 });
    const short = (async () => {
      await call.stay('2s');
      await callee?.press('1');
    })();
    await expect(call.hear('nothing', { within: '5s' })).rejects.toMatchObject({ code: 'EMULATOR_NOT_HEARD' });
    await short;
    expect(await call.hear('long story')).toMatchObject({ type: 'speech' });
    await expect(call.hear('long story', { within: '5s' })).rejects.toMatchObject({ code: 'EMULATOR_NOT_HEARD' });
    await long;
    await twilio.close();
  });

  test('waits for what comes behind a long prompt', async () => {
    const { twilio, call } = await callTo(`<Say>${'Terms and conditions. '.repeat(30)}</Say><Say>Thank you</Say>`);
    await call.stay('1s');
    expect(await call.hear('Thank you')).toMatchObject({ seconds: expect.any(Number) });
    await twilio.close();
  });

  test('counts what was said so far where the time is over before the prompt is', async () => {
    const { twilio, call } = await callTo(`<Say>Welcome. ${'Terms and conditions. '.repeat(100)} Goodbye</Say>`);
    await expect(call.hear('Goodbye')).rejects.toMatchObject({ code: 'EMULATOR_NOT_HEARD' });
    const heard = await call.hear('Welcome', { within: '1s' });
    expect(heard.seconds).toBeUndefined();
    expect(await call.hear('Goodbye', { within: '5m' })).toBe(heard);
    await twilio.close();
  });

  test('counts a sound that is played on and on', async () => {
    const { twilio, call } = await callTo('<Enqueue waitUrl="/wait">q</Enqueue>', {
      '/wait': '<Play>https://elsewhere.example/a.mp3</Play>',
    });
    expect(await call.hear(/a\.mp3$/, { within: '1s' })).toMatchObject({ type: 'play' });
    await twilio.close();
  });

  test('leaves everything as it was where nothing is found', async () => {
    const { twilio, call } = await callTo('<Say>One</Say><Say>Two</Say><Pause length="60"/>');
    await expect(call.hear('Three', { within: '5s' })).rejects.toMatchObject({ code: 'EMULATOR_NOT_HEARD' });
    expect(await call.hear('One')).toMatchObject({ text: 'One' });
    expect(await call.hear('Two')).toMatchObject({ text: 'Two' });
    await expect(call.hear('One', { within: '1s' })).rejects.toMatchObject({ code: 'EMULATOR_NOT_HEARD' });
    await twilio.close();
  });
});
