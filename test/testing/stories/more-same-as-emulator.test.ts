import { describe, expect, test } from 'vitest';
import { createEmulator, type Emulator } from '../../../src/emulator/index.js';
import { conferenceStory, messageStory, recordingStory } from '../../../src/testing/index.js';

const [customer, business] = ['+14155550100', '+12015550123'];
const account = 'AC0123456789abcdef0123456789abcdef';
const authorization = `Basic ${btoa(`${account}:0123456789abcdef0123456789abcdef`)}`;

/** A webhook as both tell of it. */
interface Told {
  readonly kind: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** What is chance, time, or a sentence for people (`Reason`), and so differs from life to life. */
const CHANCE = /Sid$|Sid\w*Conference$|Url\d*$|Duration$|Timestamp$|StartTime$|^RawDlrDoneDate$|^Reason$/;

/** A story tells the status that a message begins with, and the emulator does not: no source says that it always comes. */
const isFirstStatus = ({ parameters }: Told) => parameters.MessageStatus === 'queued';

/** What each tells, by kind: with all parameters, those of chance crossed out. */
function describeAll(told: readonly Told[], kinds: RegExp): unknown {
  return told
    .filter((one) => kinds.test(one.kind) && !isFirstStatus(one))
    .map(({ kind, parameters }) => {
      const known = Object.entries(parameters).filter(([, value]) => value !== undefined);
      return [kind, Object.fromEntries(known.map(([name, value]) => [name, CHANCE.test(name) ? '*' : String(value)]).sort())];
    });
}

function start(documents: Readonly<Record<string, string>>): Emulator {
  const fetch = (request: Request) => {
    const document = documents[new URL(request.url).pathname];
    if (document === undefined) return new Response(null, { status: 204 });
    return new Response(`<Response>${document}</Response>`, { headers: { 'content-type': 'text/xml' } });
  };
  return createEmulator({
    app: { fetch },
    numbers: { [business]: { voiceUrl: '/voice', smsUrl: '/sms' } },
  });
}

async function ask(twilio: Emulator, method: string, path: string, form: Readonly<Record<string, string>> = {}) {
  const url = `https://api.twilio.com/2010-04-01/Accounts/${account}/${path}.json`;
  const body = method === 'POST' ? new URLSearchParams(form) : null;
  const answer = await twilio.rest(new Request(url, { method, headers: { authorization }, body }));
  expect(answer.status).toBeLessThan(300);
  return (await answer.json()) as Record<string, readonly { readonly sid: string }[]>;
}

async function end(twilio: Emulator): Promise<readonly Told[]> {
  await twilio.idle();
  await twilio.close();
  return twilio.webhooks;
}

describe('a story of a conference is what the emulator sends', () => {
  const document = (attributes = '') =>
    `<Dial><Conference statusCallback="/c" statusCallbackEvent="start end join leave mute hold" waitUrl="" ${attributes}>support-42</Conference></Dial>`;

  async function confer(attributes: string, act: (path: string, twilio: Emulator) => Promise<unknown> = async () => undefined) {
    const twilio = start({ '/voice': document(attributes) });
    const one = await twilio.phone(customer).call(business);
    const two = await twilio.phone('+14155550101').call(business);
    await twilio.advance('5s');
    const { conferences } = await ask(twilio, 'GET', 'Conferences');
    await act(`Conferences/${conferences?.[0]?.sid}/Participants/${two.sid}`, twilio);
    await twilio.advance('5s');
    await one.hangUp();
    if (two.status === 'in-progress') await two.hangUp();
    return end(twilio);
  }

  test('two meet, and leave one after the other', async () => {
    expect(describeAll(conferenceStory({ seed: 1 }), /conference/)).toEqual(describeAll(await confer(''), /conference/));
  });

  test.each(['Muted', 'Hold'] as const)('the second is disturbed for a while: %s', async (name) => {
    const told = await confer('', async (path, twilio) => {
      await ask(twilio, 'POST', path, { [name]: 'true' });
      await twilio.advance('5s');
      await ask(twilio, 'POST', path, { [name]: 'false' });
    });
    const story = conferenceStory({ seed: 1, mute: name === 'Muted', hold: name === 'Hold' });
    expect(describeAll(story, /conference/)).toEqual(describeAll(told, /conference/));
  });

  test('it is recorded', async () => {
    const told = await confer(
      'record="record-from-start" recordingStatusCallback="/r" recordingStatusCallbackEvent="in-progress completed"',
    );
    expect(describeAll(conferenceStory({ seed: 1, record: true }), /conference/)).toEqual(describeAll(told, /conference/));
  });
});

describe('a story of a message is what the emulator sends', () => {
  test('somebody writes', async () => {
    const twilio = start({});
    await twilio.phone(customer).text(business, 'Hello');
    const story = messageStory({ seed: 1, customer, business, reply: false });
    expect(describeAll(story, /messaging/)).toEqual(describeAll(await end(twilio), /messaging/));
  });

  test.each([
    ['delivered', 'person', undefined],
    ['undelivered', 'off', 30003],
  ] as const)('we write, and it is %s', async (outcome, is, errorCode) => {
    const twilio = start({});
    twilio.phone(customer, { is });
    await ask(twilio, 'POST', 'Messages', { To: customer, From: business, Body: 'Hi', StatusCallback: 'https://app.example/status' });
    const story = messageStory({ seed: 1, customer, business, direction: 'outbound', outcome, errorCode });
    expect(describeAll(story, /messaging/)).toEqual(describeAll(await end(twilio), /messaging/));
  });
});

describe('a story of a recording is what the emulator sends', () => {
  test.each([
    [
      'RecordVerb',
      '<Record recordingStatusCallback="/r" recordingStatusCallbackEvent="in-progress completed" action="/next" timeout="3"/>',
    ],
    [
      'StartCallRecordingTwiML',
      '<Start><Recording recordingStatusCallback="/r" recordingStatusCallbackEvent="in-progress completed"/></Start><Pause length="5"/>',
    ],
  ] as const)('%s', async (source, document) => {
    const twilio = start({ '/voice': document });
    const call = await twilio.phone(customer).call(business);
    if (source === 'RecordVerb') await call.say('Please call me back');
    const told = await end(twilio);
    expect(describeAll(recordingStory({ seed: 1, source: source as 'RecordVerb' }), /recording/)).toEqual(describeAll(told, /recording/));
  });
});
