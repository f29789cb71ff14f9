import { describe, expect, test } from 'vitest';
import { ADA, ask, OURS, startEmulator } from '../setup.js';

const GRACE = '+14155550101';
const SUPERVISOR = '+14155550199';
const ROOM =
  '<Response><Dial><Conference statusCallback="/events" statusCallbackEvent="join leave end">Room</Conference></Dial></Response>';

/** A conference of two. */
async function meet(answers = {}) {
  const emulator = startEmulator({ '/voice': ROOM, ...answers });
  const ada = await emulator.phone(ADA).call(OURS);
  const grace = await emulator.phone(GRACE).call(OURS);
  const { body } = await ask(emulator, 'GET', '/Conferences.json?FriendlyName=Room');
  const [{ sid }] = body.conferences as [{ readonly sid: string }];
  return { emulator, ada, grace, path: `/Conferences/${sid}/Participants` };
}

describe('Participants', () => {
  test('who are made to end the conference end it when they leave', async () => {
    const { emulator, ada, grace, path } = await meet();
    const changed = await ask(emulator, 'POST', `${path}/${ada.sid}.json`, { EndConferenceOnExit: 'true' });
    expect(changed.body.end_conference_on_exit).toBe(true);
    await ada.hangUp();
    await emulator.idle();
    expect(grace.status).toBe('completed');
    const reasons = emulator.got.map(({ parameters }) => parameters.get('ReasonConferenceEnded')).filter(Boolean);
    expect(reasons).toEqual(['participant-with-end-conference-on-exit-left']);
  });

  test('who are not to beep leave without a beep', async () => {
    const { emulator, ada, grace, path } = await meet();
    await ask(emulator, 'POST', `${path}/${grace.sid}.json`, { BeepOnExit: 'false' });
    await grace.hangUp();
    await emulator.idle();
    // The beep is that of entering.
    expect(ada.heard.filter(({ type }) => type === 'beep')).toHaveLength(1);
  });

  test('who wait hear what an update gives them', async () => {
    const emulator = startEmulator({ '/voice': ROOM, '/tune': '<Response><Say>La la la</Say><Redirect/></Response>' });
    const ada = await emulator.phone(ADA).call(OURS);
    const form = { WaitUrl: 'https://app.example/tune', WaitMethod: 'POST' };
    expect((await ask(emulator, 'POST', `/Conferences/Room/Participants/${ada.sid}.json`, form)).status).toBe(200);
    await ada.hear('La la la');
    await ada.hangUp();
  });

  test('are listed and can be fetched while they are called', async () => {
    const { emulator, path } = await meet();
    emulator.phone(SUPERVISOR);
    const form = { From: OURS, To: SUPERVISOR, Label: 'supervisor', Muted: 'true' };
    const { body: made } = await ask(emulator, 'POST', `${path}.json`, form);
    const look = async () => (await ask(emulator, 'GET', `${path}/supervisor.json`)).body;
    expect(await look()).toMatchObject({ call_sid: made.call_sid, label: 'supervisor', muted: true, status: 'queued' });
    await emulator.advance('3s');
    expect(await look()).toMatchObject({ status: 'ringing' });
    expect((await ask(emulator, 'GET', `${path}.json?Muted=true`)).body.participants).toHaveLength(1);
    await emulator.advance('30s');
    expect(await look()).toMatchObject({ status: 'connected', muted: true });
    expect((await ask(emulator, 'GET', `${path}.json`)).body.participants).toHaveLength(3);
  });

  test('who are called off before they answer are gone from the list', async () => {
    const { emulator, path } = await meet();
    const phone = emulator.phone(SUPERVISOR, { answersAfter: false });
    const { body: made } = await ask(emulator, 'POST', `${path}.json`, { From: OURS, To: SUPERVISOR });
    const ringing = await phone.incoming();
    expect((await ask(emulator, 'DELETE', `${path}/${made.call_sid}.json`)).status).toBe(204);
    await emulator.advance('1s');
    expect(ringing.status).toBe('canceled');
    expect((await ask(emulator, 'GET', `${path}.json`)).body.participants).toHaveLength(2);
  });

  test('are called for as long as the request says, and told of what answered', async () => {
    const { emulator, path } = await meet();
    emulator.phone(SUPERVISOR, { is: 'machine' });
    const form = { From: OURS, To: SUPERVISOR, TimeLimit: '20', MachineDetection: 'Enable', AmdStatusCallback: 'https://app.example/amd' };
    const { body: made } = await ask(emulator, 'POST', `${path}.json`, form);
    await emulator.advance('2m');
    const told = emulator.got.filter((request) => request.path === '/amd').map(({ parameters }) => parameters.get('AnsweredBy'));
    expect(told).toEqual(['machine_start']);
    expect((await ask(emulator, 'GET', `/Calls/${made.call_sid}.json`)).body).toMatchObject({ status: 'completed', duration: '20' });
  });
});

describe('Events of callbacks', () => {
  test.each([
    ['/Calls.json', { Url: 'https://app.example/voice', StatusCallbackEvent: 'picked-up' }],
    ['/Calls.json', { Url: 'https://app.example/voice', RecordingStatusCallbackEvent: 'done' }],
    ['/Conferences/Room/Participants.json', { StatusCallbackEvent: 'picked-up' }],
    ['/Conferences/Room/Participants.json', { ConferenceStatusCallbackEvent: 'started' }],
  ])('%s refuses %j', async (path, form) => {
    const emulator = startEmulator();
    const { status, body } = await ask(emulator, 'POST', path, { From: OURS, To: ADA, ...form });
    expect([status, body.code]).toEqual([400, 21626]);
  });
});
