import { describe, expect, test } from 'vitest';
import type { Deviations, Emulator } from '../../src/emulator/index.js';
import { conduct } from '../../src/twiml/conduct.js';
import { emulate, kindsOf } from './app.js';

/** A document in whose middle the caller is, by the verb that waits; the application has no socket, so that a stream ends at once. */
const documents: Readonly<Record<string, string>> = {
  Say: '<Say loop="0">On and on</Say>',
  Play: '<Play loop="0">https://elsewhere.example/a.mp3</Play>',
  Pause: '<Pause length="600"/>',
  Gather: '<Gather timeout="600" action="/a"/>',
  Record: '<Record timeout="0" action="/a"/>',
  Dial: '<Dial action="/a">+12025550123</Dial>',
  Enqueue: '<Enqueue action="/a" waitUrl="">q</Enqueue>',
  Connect: '<Connect action="/a"><Stream url="wss://app.example/s"/></Connect>',
  Pay: '<Pay timeout="600" action="https://app.example/a"/>',
  Refer: '<Refer action="/a"><Sip>sip:bob@example.com</Sip></Refer>',
};

const { voice } = conduct;

/** Lets a call come into the middle of a verb, and something happen there. @returns What the action was told, where it was asked. */
async function interrupt(
  tag: string,
  act: (twilio: Emulator) => Promise<unknown>,
  deviations: Partial<Deviations> = {},
): Promise<Readonly<Record<string, string>> | undefined> {
  const app = {
    fetch: (request: Request) => {
      const { pathname } = new URL(request.url);
      const document = pathname === '/voice' ? documents[tag] : pathname === '/other' ? '<Pause length="3"/>' : '<Say>in vain</Say>';
      return new Response(`<Response>${document}</Response>`, { headers: { 'content-type': 'text/xml' } });
    },
    socket: () => undefined,
  };
  const sipDomains = { 'r.sip.twilio.com': { voiceUrl: '/voice', voiceStatusCallbackUrl: '/status' } };
  const twilio = emulate({}, { app, deviations, sipDomains });
  twilio.phone('+12025550123', { answersAfter: false });
  const call = await twilio.phone('sip:ada@example.org').call('sip:desk@r.sip.twilio.com');
  await twilio.advance('2s');
  await act(twilio);
  await twilio.idle();
  expect(call.transcript()).not.toContain('in vain');
  expect(kindsOf(twilio)).toContain('voice.status.incoming');
  await twilio.close();
  return twilio.webhooks.find(({ url }) => url.endsWith('/a'))?.parameters;
}

const hangUp = async (twilio: Emulator) => twilio.phone('sip:ada@example.org').calls[0]?.hangUp();

async function redirect(twilio: Emulator): Promise<void> {
  const sid = twilio.phone('sip:ada@example.org').calls[0]?.sid;
  expect((await update(twilio, sid)).status).toBe(200);
}

function update(twilio: Emulator, sid: string | undefined): Promise<Response> {
  const account = 'AC0123456789abcdef0123456789abcdef';
  return twilio.rest(
    new Request(`https://api.twilio.com/2010-04-01/Accounts/${account}/Calls/${sid}.json`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${account}:0123456789abcdef0123456789abcdef`)}` },
      body: new URLSearchParams({ Url: 'https://app.example/other' }),
    }),
  );
}

describe('a caller who hangs up in the middle of a verb', () => {
  test.each(Object.keys(documents))('%s asks its action in vain where the table of conduct says so, and nothing else', async (tag) => {
    const leaving = voice[tag]?.whenCallerGoes;
    const told = await interrupt(tag, hangUp);
    if (leaving === undefined) return expect(told).toBeUndefined();
    expect(told).toMatchObject({ CallStatus: 'completed' });
    // Of a stream there is no session to tell of.
    const [said] = tag === 'Connect' ? [] : leaving.says;
    if (said !== undefined) expect(told).toMatchObject({ [said.name]: said.value });
  });

  test('is covered for every verb of the table that asks then', () => {
    const asking = Object.entries(voice).filter(([, { whenCallerGoes }]) => whenCallerGoes !== undefined);
    expect(Object.keys(documents)).toEqual(expect.arrayContaining(asking.map(([tag]) => tag)));
  });
});

describe('REST gives a call another document in the middle of a verb', () => {
  const asking = Object.keys(documents).filter((tag) => voice[tag]?.whenCallerGoes !== undefined && tag !== 'Enqueue');

  test.each(Object.keys(documents))('%s asks no action', async (tag) => {
    expect(await interrupt(tag, redirect, { enqueueRedirected: 'not-asked' })).toBeUndefined();
  });

  test.each(asking)('%s asks its action where the deviation says so, of a call that goes on', async (tag) => {
    const told = await interrupt(tag, redirect, { interruptedAction: 'asked' });
    expect(told).toMatchObject({ CallStatus: 'in-progress' });
    expect(told?.Digits).toBeUndefined();
  });
});
