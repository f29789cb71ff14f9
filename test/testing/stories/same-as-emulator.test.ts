import { describe, expect, test } from 'vitest';
import { createEmulator, type Emulator, type PersonOptions } from '../../../src/emulator/index.js';
import { type CallStoryOptions, callStory } from '../../../src/testing/index.js';

const [customer, business, agent] = ['+14155550100', '+12015550123', '+14155550199'];
const account = 'AC0123456789abcdef0123456789abcdef';
const EVENTS = 'initiated ringing answered completed';

/** A life that both tell of: a story at once, the emulator by running it. */
interface Life {
  readonly options: CallStoryOptions;
  /** What the application answers, by path. */
  readonly documents?: Readonly<Record<string, string>>;
  readonly people?: Readonly<Record<string, PersonOptions>>;
  /** How the API creates the call, of an outbound one. */
  readonly create?: Readonly<Record<string, string>>;
  act?(twilio: Emulator): Promise<unknown>;
}

const lives: Readonly<Record<string, Life>> = {
  'a call that is answered and ends': { options: {}, documents: { '/voice': '<Say>Hello</Say>' } },
  'a caller who enters keys, and then says something': {
    options: { gather: ['42#', { speech: 'yes', confidence: 0.5 }] },
    documents: { '/voice': '<Gather action="/one"/>', '/one': '<Gather input="speech" action="/two"/>', '/two': '<Hangup/>' },
    act: async (twilio) => {
      await ofCustomer(twilio)?.press('42#');
      await ofCustomer(twilio)?.say('yes', { confidence: 0.5 });
    },
  },
  'a caller who leaves a message': {
    options: { record: true },
    documents: {
      '/voice': '<Record action="/r" recordingStatusCallback="/rc" recordingStatusCallbackEvent="in-progress completed"/>',
      '/r': '',
    },
    act: async (twilio) => {
      await ofCustomer(twilio)?.say('Please call me');
      await ofCustomer(twilio)?.press('#');
    },
  },
  ...Object.fromEntries(
    (['completed', 'busy', 'no-answer', 'failed'] as const).map((outcome): [string, Life] => [
      `a dialled call that is ${outcome}`,
      {
        options: { dial: { to: agent, outcome } },
        documents: { '/voice': `<Dial action="/d"><Number statusCallback="/c" statusCallbackEvent="${EVENTS}">${agent}</Number></Dial>` },
        people: {
          [agent]: {
            is: ({ completed: 'person', busy: 'declining', failed: 'unreachable', 'no-answer': 'person' } as const)[outcome],
            ...(outcome === 'no-answer' && { answersAfter: false }),
          },
        },
        ...(outcome === 'completed' && {
          act: async (twilio: Emulator) => {
            await twilio.advance('20s');
            await twilio.phone(agent).calls[0]?.hangUp();
          },
        }),
      },
    ]),
  ),
  ...Object.fromEntries(
    (['completed', 'busy', 'no-answer', 'failed'] as const).map((outcome): [string, Life] => [
      `a call of the API that is ${outcome}`,
      {
        options: { direction: 'outbound', outcome },
        documents: { '/voice': '<Say>Hello</Say>' },
        people: {
          [customer]: {
            is: ({ completed: 'person', busy: 'declining', failed: 'unreachable', 'no-answer': 'person' } as const)[outcome],
            ...(outcome === 'no-answer' && { answersAfter: false }),
          },
        },
        create: {},
      },
    ]),
  ),
  'a dialled call that is canceled, because the caller gives up': {
    options: { dial: { to: agent, outcome: 'canceled' } },
    documents: { '/voice': `<Dial action="/d"><Number statusCallback="/c" statusCallbackEvent="${EVENTS}">${agent}</Number></Dial>` },
    people: { [agent]: { answersAfter: false } },
    act: async (twilio) => {
      await twilio.advance('8s');
      await ofCustomer(twilio)?.hangUp();
    },
  },
  'a call of the API that is canceled': {
    options: { direction: 'outbound', outcome: 'canceled' },
    people: { [customer]: { answersAfter: false } },
    create: {},
    act: async (twilio) => {
      await twilio.advance('8s');
      await postTo(twilio, `Calls/${ofCustomer(twilio)?.sid}`, new URLSearchParams({ Status: 'canceled' }));
    },
  },
  'a call whose answer is detected first': {
    options: { direction: 'outbound', answeredBy: 'human' },
    documents: { '/voice': '<Say>Hello</Say>' },
    people: { [customer]: {} },
    create: { MachineDetection: 'Enable' },
  },
  'a call whose answer is detected meanwhile': {
    options: { direction: 'outbound', answeredBy: 'human', asyncDetection: true },
    documents: { '/voice': '<Pause length="20"/>' },
    people: { [customer]: {} },
    create: { MachineDetection: 'Enable', AsyncAmd: 'true', AsyncAmdStatusCallback: 'https://app.example/amd' },
  },
};

const ofCustomer = (twilio: Emulator) => twilio.phone(customer).calls[0];

async function run({ documents = {}, people = {}, create, act }: Life): Promise<readonly Told[]> {
  const fetch = (request: Request) => {
    const document = documents[new URL(request.url).pathname];
    if (document === undefined) return new Response(null, { status: 204 });
    return new Response(`<Response>${document}</Response>`, { headers: { 'content-type': 'text/xml' } });
  };
  const twilio = createEmulator({ app: { fetch }, numbers: { [business]: { voiceUrl: '/voice', statusCallback: '/status' } } });
  for (const [address, person] of Object.entries(people)) twilio.phone(address, person);
  if (create === undefined) await twilio.phone(customer).call(business);
  else await createCall(twilio, create);
  await act?.(twilio);
  await twilio.idle();
  await twilio.close();
  return twilio.webhooks;
}

async function createCall(twilio: Emulator, form: Readonly<Record<string, string>>): Promise<void> {
  const body = new URLSearchParams({
    To: customer,
    From: business,
    Url: 'https://app.example/voice',
    StatusCallback: 'https://app.example/status',
    ...form,
  });
  for (const event of EVENTS.split(' ')) body.append('StatusCallbackEvent', event);
  await postTo(twilio, 'Calls', body);
}

async function postTo(twilio: Emulator, path: string, body: URLSearchParams): Promise<void> {
  const headers = { authorization: `Basic ${btoa(`${account}:0123456789abcdef0123456789abcdef`)}` };
  const url = `https://api.twilio.com/2010-04-01/Accounts/${account}/${path}.json`;
  expect((await twilio.rest(new Request(url, { method: 'POST', headers, body }))).status).toBeLessThan(300);
}

/** A webhook as both tell of it. */
interface Told {
  readonly kind: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** What is chance or time, and so differs from life to life. */
const CHANCE = /Sid$|Url$|Duration$|Timestamp$|StartTime$|^CallToken$/;

/** What only one of the two tells, and may be there or not: old traffic has `msg`, and a story makes no token to call back with. */
const OPTIONAL = ['msg', 'CallToken'];

/** The kinds that are in no order against those that ask for documents. */
const isCallback = ({ kind }: Told) => /status|recording|amd/.test(kind);

/** It comes before the detection is over in the emulator, and with its result in a story: no source tells which is right. */
const isReportOfAnswer = ({ kind, parameters }: Told) => kind === 'voice.status' && parameters.CallStatus === 'in-progress';

function describeAll(told: readonly Told[]): unknown {
  // Callbacks of one kind are in order, and those of several kinds are not.
  const callbacks = told.filter(isCallback).sort((one, other) => Number(one.kind > other.kind) - Number(one.kind < other.kind));
  const lanes = [told.filter((one) => !isCallback(one)), callbacks];
  return lanes.map((lane) =>
    lane.map(({ kind, parameters }) => {
      const known = Object.entries(parameters).filter(
        ([name, value]) =>
          value !== undefined && !OPTIONAL.includes(name) && !(name === 'AnsweredBy' && isReportOfAnswer({ kind, parameters })),
      );
      return [kind, Object.fromEntries(known.map(([name, value]) => [name, CHANCE.test(name) ? '*' : String(value)]).sort())];
    }),
  );
}

describe('a story of a call is what the emulator sends', () => {
  test.each(Object.entries(lives))('%s', async (_, life) => {
    const story = callStory({ seed: 1, customer, business, ...life.options });
    expect(describeAll(story)).toEqual(describeAll(await run(life)));
  });
});
