import type { Emulator, PersonOptions } from '../../../src/emulator/index.js';
import type { CallStoryOptions } from '../../../src/testing/index.js';

export const [customer, business, agent] = ['+14155550100', '+12015550123', '+14155550199'];
const account = 'AC0123456789abcdef0123456789abcdef';
const EVENTS = 'initiated ringing answered completed';

/** A life that both tell of: a story at once, the emulator by running it. */
export interface Life {
  /** What the story is asked for, where there is one that tells the same. */
  readonly options?: CallStoryOptions;
  /** What the application answers, by path. */
  readonly documents?: Readonly<Record<string, string>>;
  readonly people?: Readonly<Record<string, PersonOptions>>;
  /** How the API creates the call, of an outbound one. */
  readonly create?: Readonly<Record<string, string>>;
  act?(twilio: Emulator): Promise<unknown>;
  /** `act`: the customer does not begin with a call. @default 'call' */
  readonly begins?: 'call' | 'act';
}

export const lives: Readonly<Record<string, Life>> = {
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

/** The application of a life. */
export function answerOf({ documents = {} }: Life, path: string): string | undefined {
  const document = documents[path];
  return document === undefined ? undefined : `<Response>${document}</Response>`;
}

/** The numbers that each life has. */
export const numbers = { [business]: { voiceUrl: '/voice', smsUrl: '/sms', statusCallback: '/status' } };

/** Lets a life happen in an emulator, until nothing is due any more. */
export async function live(twilio: Emulator, { people = {}, create, act, begins = 'call' }: Life): Promise<void> {
  for (const [address, person] of Object.entries(people)) twilio.phone(address, person);
  if (create !== undefined) await createCall(twilio, create);
  else if (begins === 'call') await twilio.phone(customer).call(business);
  await act?.(twilio);
  await twilio.idle();
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
  const { status } = await twilio.rest(new Request(url, { method: 'POST', headers, body }));
  if (status >= 300) throw new Error(`${path} was answered with ${status}`);
}

const write = (form: Readonly<Record<string, string>>) => (twilio: Emulator) =>
  postTo(twilio, 'Messages', new URLSearchParams({ To: customer, From: business, StatusCallback: 'https://app.example/status', ...form }));

const MEETING = '<Dial><Conference statusCallback="/c" statusCallbackEvent="start end join leave">support-42</Conference></Dial>';

/** What the stories of conferences, messages and recordings tell. */
export const otherLives: Readonly<Record<string, Life>> = {
  'two meet in a conference, and leave one after the other': {
    documents: { '/voice': MEETING },
    act: async (twilio) => {
      const other = await twilio.phone('+14155550101').call(business);
      await twilio.advance('5s');
      await ofCustomer(twilio)?.say('Good morning');
      await twilio.advance('5s');
      await ofCustomer(twilio)?.hangUp();
      await other.hangUp();
    },
  },
  'somebody writes, and is answered': {
    begins: 'act',
    documents: { '/sms': '<Message>Thank you</Message>' },
    act: (twilio) => twilio.phone(customer).text(business, 'Hello'),
  },
  'somebody sends a picture, and nobody answers': {
    begins: 'act',
    act: (twilio) =>
      twilio.phone(customer).text(business, '', { media: [{ contentType: 'image/png', content: Uint8Array.of(137, 80, 78, 71) }] }),
  },
  'we write, and it is delivered': { begins: 'act', act: write({ Body: 'Hi' }) },
  'we write, and it is undelivered': { begins: 'act', people: { [customer]: { is: 'off' } }, act: write({ Body: 'Hi' }) },
  'a message is left': {
    documents: {
      '/voice': '<Record recordingStatusCallback="/r" action="/next" timeout="3"/>',
      '/next': '<Say>Thank you</Say>',
    },
    act: (twilio) => ofCustomer(twilio)?.say('Please call me back') ?? Promise.resolve(),
  },
  'a call is recorded': {
    documents: { '/voice': '<Start><Recording recordingStatusCallback="/r"/></Start><Say>Hello</Say><Pause length="5"/>' },
  },
};
