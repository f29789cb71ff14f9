import { describe, expect, test } from 'vitest';
import type { Deviations, Emulator } from '../../src/emulator/index.js';
import { emulate, kindsOf, NUMBER } from './app.js';

const DESK = 'sip:desk@r.sip.twilio.com';
const DIAL = '<Dial referUrl="/rf" action="/d"><Number>+12025550123</Number></Dial><Say>behind</Say>';

/** A SIP phone calls our SIP domain, whose application dials somebody who answers. */
async function talk(document: string, deviations: Partial<Deviations> = {}): Promise<Emulator> {
  const twilio = emulate(
    { '/voice': document, '/rf': '<Say>One moment</Say><Dial>+12025550199</Dial>', '/d': '<Say>after</Say>' },
    { deviations, sipDomains: { 'r.sip.twilio.com': { voiceUrl: '/voice', voiceStatusCallbackUrl: '/status' } } },
  );
  twilio.phone('+12025550123');
  twilio.phone('+12025550199', { is: 'busy' });
  await twilio.phone('sip:ada@example.org').call(DESK);
  await twilio.advance('20s');
  return twilio;
}

const callOf = (twilio: Emulator, address: string) => {
  const [call] = twilio.phone(address).calls;
  if (call === undefined) throw new Error(`${address} has no call`);
  return call;
};

describe('a caller over SIP who sends REFER', () => {
  test('is gone, and the callee goes where referUrl says', async () => {
    const twilio = await talk(DIAL);
    const [caller, callee] = [callOf(twilio, 'sip:ada@example.org'), callOf(twilio, '+12025550123')];
    await caller.refer('<sip:bob@example.com>');
    await callee.hear('One moment');
    await twilio.idle();
    const refer = twilio.webhooks.find(({ kind }) => kind === 'voice.dial.refer');
    expect(refer?.parameters).toMatchObject({
      CallSid: callee.sid,
      ParentCallSid: caller.sid,
      CallStatus: 'in-progress',
      ReferTransferTarget: '<sip:bob@example.com>',
    });
    expect(kindsOf(twilio)).not.toContain('voice.dial');
    expect(caller.heard.at(-1)).toMatchObject({ type: 'hangup' });
    expect(callee.status).toBe('completed');
    expect(twilio.phone('+12025550199').calls[0]?.status).toBe('busy');
    await twilio.close();
  });

  test('is named in the request where the deviation says so', async () => {
    const twilio = await talk(DIAL, { callerRefers: 'caller' });
    await callOf(twilio, 'sip:ada@example.org').refer('+12025550177');
    await twilio.idle();
    expect(twilio.webhooks.find(({ kind }) => kind === 'voice.dial.refer')?.parameters).toMatchObject({
      CallSid: callOf(twilio, 'sip:ada@example.org').sid,
      SipDomain: 'r.sip.twilio.com',
    });
    await twilio.close();
  });

  test.each(['sip:ada@example.org', '+12025550123'])('%s is refused with 13802 without referUrl, and the call goes on', async (who) => {
    const twilio = await talk('<Dial action="/d">+12025550123</Dial>');
    await expect(callOf(twilio, who).refer('sip:bob@example.com')).rejects.toThrow('13802 A REFER came for a <Dial> without referUrl');
    expect(callOf(twilio, '+12025550123').status).toBe('in-progress');
    await callOf(twilio, '+12025550123').hangUp();
    await twilio.idle();
    expect(kindsOf(twilio)).toContain('voice.dial');
    await twilio.close();
  });

  test('is told that nobody takes it outside a dialled call', async () => {
    const twilio = await talk('<Pause length="60"/>');
    await expect(callOf(twilio, 'sip:ada@example.org').refer('sip:bob@example.com')).rejects.toMatchObject({
      code: 'EMULATOR_NOT_LISTENING',
    });
    await twilio.close();
  });
});

describe('a dialled SIP phone', () => {
  const sipHeaders = { 'X-Reason': 'lunch', 'User-to-User': '12;encoding=hex', Server: 'desk 1.0' };

  test.each([
    ['busy', '486'],
    ['person', '200'],
    ['declining', '486'],
    ['unreachable', '404'],
  ] as const)('that is %s answers with its headers, which the action is told', async (is, code) => {
    const twilio = emulate({
      '/voice': '<Dial action="/d"><Sip url="/w" statusCallback="/c">sip:joey@example.com</Sip></Dial>',
      '/w': '<Say>For you</Say>',
      '/d': '',
    });
    const joey = twilio.phone('sip:joey@example.com', { is, sipHeaders });
    await twilio.phone('+14155550100').call(NUMBER);
    if (is === 'person') {
      await (await joey.incoming()).answer();
      await joey.calls[0]?.hear('For you');
      await joey.calls[0]?.hangUp();
    }
    await twilio.idle();
    const { DialSipCallId, ...action } = twilio.webhooks.find(({ kind }) => kind === 'voice.dial.sip')?.parameters ?? {};
    expect(action).toMatchObject({
      DialSipResponseCode: code,
      'DialSipHeader_X-Reason': 'lunch',
      'DialSipHeader_User-to-User': '12;encoding=hex',
    });
    expect(action).not.toHaveProperty('DialSipHeader_Server');
    expect(twilio.webhooks.find(({ kind }) => kind === 'voice.status.dial')?.parameters).toMatchObject({ SipResponseCode: code });
    const whisper = twilio.webhooks.find(({ kind }) => kind === 'voice.dial.whisper');
    if (is === 'person') expect(whisper?.parameters).toMatchObject({ SipCallId: DialSipCallId, 'SipHeader_X-Reason': 'lunch' });
    else expect(whisper).toBeUndefined();
    await twilio.close();
  });

  test('answers a call of the API with headers that the first request has', async () => {
    const twilio = emulate({ '/out': '<Say>Hello</Say>' });
    twilio.phone('sip:joey@example.com', { sipHeaders });
    await twilio.client.request({
      method: 'post',
      uri: 'https://api.twilio.com/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Calls.json',
      username: 'AC0123456789abcdef0123456789abcdef',
      password: '0123456789abcdef0123456789abcdef',
      data: { To: 'sip:joey@example.com', From: NUMBER, Url: 'https://app.example/out', StatusCallback: 'https://app.example/status' },
    });
    await twilio.idle();
    expect(twilio.webhooks.map(({ kind, parameters }) => [kind, parameters['SipHeader_X-Reason'], parameters.SipResponseCode])).toEqual([
      ['voice.outbound', 'lunch', undefined],
      ['voice.status', undefined, '200'],
    ]);
    await twilio.close();
  });
});
