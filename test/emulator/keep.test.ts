import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import type { Emulator } from '../../src/emulator/index.js';
import { emulate, NUMBER } from './app.js';

const account = 'AC0123456789abcdef0123456789abcdef';
const documents = {
  '/voice': '<say>no verb</say><Say>Hello</Say><Record timeout="1" action="/r"/>',
  '/r': '<Dial timeout="5"><Conference statusCallback="/c" waitUrl="">R</Conference></Dial>',
  '/sms': '<Message>Thanks</Message>',
};

/** So many calls one after the other, each with all that makes something to be kept. */
async function makeCalls(twilio: Emulator, count: number): Promise<void> {
  const ada = twilio.phone('+14155550100');
  for (let index = 0; index < count; index += 1) {
    const call = await ada.call(NUMBER);
    await call.hear('Hello');
    await call.say('A message');
    await call.stay('20s');
    await call.hangUp();
    await ada.text(NUMBER, `Text ${index}`);
  }
  await twilio.idle();
}

const authorization = `Basic ${btoa(`${account}:0123456789abcdef0123456789abcdef`)}`;

async function list(twilio: Emulator, what: string, key: string): Promise<number> {
  const url = `https://api.twilio.com/2010-04-01/Accounts/${account}/${what}.json?PageSize=1000`;
  const answer = (await (await twilio.rest(new Request(url, { headers: { authorization } }))).json()) as Record<string, unknown[]>;
  return answer[key]?.length ?? 0;
}

async function send(twilio: Emulator, url: string, form: Readonly<Record<string, string>>): Promise<{ readonly sid?: string }> {
  const request = new Request(url, { method: 'POST', headers: { authorization }, body: new URLSearchParams(form) });
  return (await (await twilio.rest(request)).json()) as { readonly sid?: string };
}

async function statusOf(twilio: Emulator, method: string, url = ''): Promise<number> {
  return (await twilio.rest(new Request(url, { method, headers: { authorization } }))).status;
}

const emulateFew = () =>
  emulate(documents, { keep: 20, strict: false, numbers: { [NUMBER]: { voiceUrl: '/voice', smsUrl: '/sms', statusCallback: '/status' } } });

/** Twenty, a tenth more, and sixteen that are there in between. */
const MOST = 38;

describe('keep', () => {
  test('bounds all that an emulator remembers', async () => {
    const twilio = emulateFew();
    await makeCalls(twilio, 60);
    const ada = twilio.phone('+14155550100');
    const sizes = {
      events: twilio.events.length,
      webhooks: twilio.webhooks.length,
      findings: twilio.findings.length,
      legs: ada.calls.length,
      texts: ada.messages.length,
      calls: await list(twilio, 'Calls', 'calls'),
      recordings: await list(twilio, 'Recordings', 'recordings'),
      conferences: await list(twilio, 'Conferences', 'conferences'),
      messages: await list(twilio, 'Messages', 'messages'),
    };
    for (const [what, size] of Object.entries(sizes)) {
      expect(size, what).toBeGreaterThanOrEqual(20);
      expect(size, what).toBeLessThanOrEqual(MOST);
    }
    expect(ada.messages.at(-1)?.body).toBe('Thanks');
    await twilio.close();
  });

  test('bounds what REST makes of tasks and transcriptions', async () => {
    const twilio = emulate(
      { '/voice': '<Record transcribe="true" timeout="2" action="/next"/>', '/next': '<Pause length="60"/>' },
      { keep: 20 },
    );
    const desk = 'https://taskrouter.twilio.com/v1/Workspaces';
    const { sid: workspace } = await send(twilio, desk, { FriendlyName: 'desk' });
    const { sid: queue } = await send(twilio, `${desk}/${workspace}/TaskQueues`, { FriendlyName: 'all' });
    const { sid: workflow } = await send(twilio, `${desk}/${workspace}/Workflows`, {
      FriendlyName: 'all',
      Configuration: JSON.stringify({ task_routing: { default_filter: { queue } } }),
    });
    const tasks: string[] = [];
    for (let index = 0; index < 60; index += 1) {
      const call = await twilio.phone('+14155550100').call(NUMBER);
      await call.say('Please call me back', { seconds: 3 });
      await call.stay('5s');
      await call.hangUp();
      const { sid: task } = await send(twilio, `${desk}/${workspace}/Tasks`, { WorkflowSid: workflow ?? '' });
      tasks.push(`${desk}/${workspace}/Tasks/${task}`);
      if (index !== 1) await send(twilio, tasks.at(-1) ?? '', { AssignmentStatus: 'canceled' });
    }
    await twilio.idle();
    const transcriptions = await list(twilio, 'Transcriptions', 'transcriptions');
    expect(transcriptions).toBeGreaterThanOrEqual(20);
    expect(transcriptions).toBeLessThanOrEqual(MOST);
    expect(await statusOf(twilio, 'GET', tasks[0])).toBe(404);
    // What waits stays, and so does the newest.
    expect(await statusOf(twilio, 'GET', tasks[1])).toBe(200);
    expect(await statusOf(twilio, 'GET', tasks[59])).toBe(200);
    await twilio.close();
  });

  test('bounds what one call hears, and hear() goes on to find it', async () => {
    const twilio = emulate({ '/voice': '<Say loop="200">Again</Say><Say>The end</Say><Pause length="5"/>' }, { keep: 20 });
    const call = await twilio.phone('+14155550100').call(NUMBER);
    for (let round = 0; round < 100; round += 1) await call.hear('Again');
    expect(call.heard.length).toBeLessThanOrEqual(MOST);
    expect(await call.hear('The end', { within: '5m' })).toMatchObject({ text: 'The end' });
    await twilio.close();
  });

  test('keeps what is under way, and what a test holds', async () => {
    const twilio = emulateFew();
    const waiting = await twilio.phone('+14155550155').call(NUMBER);
    const first = await twilio.phone('+14155550100').call(NUMBER);
    await first.hangUp();
    await makeCalls(twilio, 60);
    expect(first.status).toBe('completed');
    expect(first.transcript()).not.toBe('');
    expect(waiting.status).toBe('in-progress');
    expect(twilio.phone('+14155550155').calls).toEqual([waiting]);
    await waiting.hangUp();
    await twilio.close();
  });

  test('without it, everything stays', async () => {
    const twilio = emulate(documents, { strict: false });
    await makeCalls(twilio, 45);
    expect(twilio.phone('+14155550100').calls).toHaveLength(45);
    expect(await list(twilio, 'Calls', 'calls')).toBe(45);
    await twilio.close();
  });

  test('leaves memory as it is over many calls', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const twilio = emulateFew();
    const used = () => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    await makeCalls(twilio, 150);
    const before = used();
    await makeCalls(twilio, 300);
    // Three hundred calls that nobody lets go of take eight megabytes.
    expect(used() - before).toBeLessThan(2 * 1024 * 1024);
    await twilio.close();
  });
});
