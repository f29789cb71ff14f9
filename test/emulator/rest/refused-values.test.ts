import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADA, ask, OURS, startEmulator } from '../setup.js';

type Form = Readonly<Record<string, string>>;

const SERVICE = `MG${'1'.repeat(32)}`;
const twilio = startEmulator({}, { messagingServices: { [SERVICE]: { senders: [OURS] } } });
const at: Record<string, string> = {};

const make = async (path: string, form: Form) => String((await ask(twilio, 'POST', path, form)).body.sid);
const long = (length: number) => 'x'.repeat(length);
const data = (bytes: number) => JSON.stringify({ text: long(bytes - '{"text":""}'.length) });

beforeAll(async () => {
  at.verify = `verify.twilio.com/v2/Services/${await make('verify.twilio.com/v2/Services', { FriendlyName: 'V' })}`;
  at.sync = `sync.twilio.com/v1/Services/${await make('sync.twilio.com/v1/Services', {})}`;
  at.list = `${at.sync}/Lists/${await make(`${at.sync}/Lists`, {})}/Items`;
  at.map = `${at.sync}/Maps/${await make(`${at.sync}/Maps`, {})}/Items`;
  at.workspaces = 'taskrouter.twilio.com/v1/Workspaces';
  at.workspace = `${at.workspaces}/${await make(at.workspaces, { FriendlyName: 'W' })}`;
  at.workflow = `${at.workspace}/Workflows`;
  at.services = 'messaging.twilio.com/v1/Services';
});
afterAll(() => twilio.close());

const CALL: Form = { To: ADA, From: OURS, Url: 'https://app.example/voice' };
const TEXT: Form = { To: ADA, From: OURS, Body: 'Hello' };
const CODE: Form = { To: ADA, Channel: 'sms' };
const invite: Form = { To: ADA, From: OURS };

/** What is asked for, with a value that Twilio takes and one that it refuses, and by which code. */
const cases: readonly [path: string, form: Form, name: string, taken: string, refused: string, code: number][] = [
  ['/Calls.json', CALL, 'MachineDetection', 'DetectMessageEnd', 'Always', 21234],
  ['/Calls.json', CALL, 'MachineDetectionTimeout', '60', '61', 21234],
  ['/Calls.json', CALL, 'MachineDetectionSpeechThreshold', '1000', '999', 21234],
  ['/Calls.json', CALL, 'MachineDetectionSpeechEndThreshold', '5000', '5001', 21234],
  ['/Calls.json', CALL, 'MachineDetectionSilenceTimeout', '2000', 'long', 21234],
  ['/Calls.json', CALL, 'Timeout', '1', '0', 21208],
  ['/Calls.json', CALL, 'Timeout', '900', 'soon', 21208],
  ['/Calls.json', CALL, 'Method', 'get', 'PUT', 21209],
  ['/Calls.json', CALL, 'SendDigits', 'wW12#*AD', '1,2', 21206],
  ['/Calls.json', { ...CALL, MachineDetection: 'Ignored' }, 'SendDigits', '1', 'x', 21206],
  ['/Calls.json', CALL, 'SendDigits', '1'.repeat(32), '1'.repeat(33), 21206],
  ['/Conferences/Room/Participants.json', invite, 'MachineDetection', 'Enable', 'true', 21234],
  ['/Conferences/Room/Participants.json', invite, 'Label', 'a', 'a/b', 16024],
  ['/Conferences/Room/Participants.json', invite, 'Label', long(128), long(129), 16024],
  ['/Conferences/Room/Participants.json', invite, 'Label', 'once', 'once', 16026],
  ['/Queues.json', { FriendlyName: 'one' }, 'MaxSize', '5000', '5001', 20001],
  ['/Queues.json', { FriendlyName: 'two' }, 'MaxSize', '1', '0', 20001],
  ['/Queues.json', {}, 'FriendlyName', long(64), long(65), 20002],
  ['/Keys.json', {}, 'FriendlyName', long(64), long(65), 20002],
  ['/Applications.json', {}, 'FriendlyName', long(64), long(65), 20002],
  ['/Applications.json', {}, 'VoiceMethod', 'GET', 'PATCH', 21403],
  ['/IncomingPhoneNumbers.json', { AreaCode: '415' }, 'SmsMethod', 'POST', 'PUT', 21403],
  ['/Messages.json', TEXT, 'ValidityPeriod', '36000', '36001', 21624],
  ['/Messages.json', TEXT, 'RiskCheck', 'disable', 'off', 20001],
  ['verify/Verifications', CODE, 'Channel', 'sms', 'pigeon', 60200],
  ['verify/Verifications', { ...CODE, To: '+14155550111' }, 'Channel', 'call', 'sna', 60223],
  ['verify/Verifications', { ...CODE, To: '+14155550112' }, 'Locale', 'pt-BR', 'Portuguese (Brazil)', 60200],
  ['verify/Verifications', { To: '+14155550113', Channel: 'call' }, 'Locale', 'de', 'tlh', 60331],
  ['verify/Verifications', { ...CODE, To: '+14155550114' }, 'RiskCheck', 'disable', 'maybe', 60200],
  ['sync/Documents', {}, 'Data', data(16_384), data(16_385), 54006],
  ['sync/Documents', {}, 'Data', '{}', '[]', 54008],
  ['sync/Documents', {}, 'Ttl', '31536000', '31536001', 54011],
  ['sync/Documents', {}, 'UniqueName', long(320), long(321), 54302],
  ['sync/Documents', {}, 'UniqueName', 'ET1', `ET${'a'.repeat(32)}`, 54302],
  ['list', {}, 'Data', data(16_384), data(16_385), 54006],
  ['map', { Key: 'a' }, 'Data', data(16_384), data(16_385), 54006],
  ['map', { Data: '{}' }, 'Key', long(320), long(321), 54209],
  ['workspaces', { FriendlyName: 'W' }, 'PrioritizeQueueOrder', 'LIFO', 'RANDOM', 20001],
  ['workspace/TaskQueues', { FriendlyName: 'Q' }, 'TaskOrder', 'LIFO', 'RANDOM', 20001],
  ['workspace/TaskQueues', { FriendlyName: 'Q' }, 'MaxReservedWorkers', '50', '51', 20001],
  ['workflow', { FriendlyName: 'F', Configuration: '{}' }, 'TaskReservationTimeout', '86400', '86401', 20001],
  ['services', { FriendlyName: 'S' }, 'ValidityPeriod', '36000', '0', 20001],
  ['services', { FriendlyName: 'S' }, 'ScanMessageContent', 'inherit', 'never', 20001],
];

describe('a value that Twilio refuses', () => {
  test.each(cases)('%s with %j: %s %j is taken, %j is refused by %d', async (path, form, name, taken, refused, code) => {
    const [, place = '', rest = ''] = /^([a-z]*)(.*)$/.exec(path) ?? [];
    const url = place === '' ? path : `${at[place]}${rest}`;
    expect((await ask(twilio, 'POST', url, { ...form, [name]: taken })).status).toBe(201);
    const answer = await ask(twilio, 'POST', url, { ...form, [name]: refused });
    expect(answer.body.code).toBe(code);
    expect(answer.status).toBe(code === 54006 ? 413 : 400);
  });

  test('of an update is refused as well, and changes nothing', async () => {
    const queue = `/Queues/${await make('/Queues.json', { FriendlyName: 'three', MaxSize: '3' })}.json`;
    expect((await ask(twilio, 'POST', queue, { MaxSize: '5001', FriendlyName: 'four' })).body.code).toBe(20001);
    expect((await ask(twilio, 'GET', queue)).body).toMatchObject({ max_size: 3, friendly_name: 'three' });
    const document = `${at.sync}/Documents/${await make(`${at.sync}/Documents`, { Data: '{"kept":1}' })}`;
    expect((await ask(twilio, 'POST', document, { Data: data(20_000) })).body.code).toBe(54006);
    expect((await ask(twilio, 'GET', document)).body.data).toEqual({ kept: 1 });
  });

  test.each([
    ['list', {}, 54156],
    ['map', { Key: 'b' }, 54206],
    ['map', { Data: '{}' }, 54209],
    ['verify/VerificationCheck', { Code: '123456' }, 60221],
    ['verify/Verifications', { To: ADA, Channel: 'call', TemplateSid: `HJ${'1'.repeat(32)}` }, 60408],
    ['sync', { WebhookUrl: 'somewhere' }, 54051],
    ['sync', { FriendlyName: long(256) }, 54053],
  ])('%s with %j lacks what it needs, or has too much: %d', async (path, form, code) => {
    const [, place = '', rest = ''] = /^([a-z]*)(.*)$/.exec(path) ?? [];
    expect((await ask(twilio, 'POST', `${at[place]}${rest}`, form as Form)).body.code).toBe(code);
  });

  test('of an account is told by its own code', async () => {
    const sid = await make('api.twilio.com/2010-04-01/Accounts.json', { FriendlyName: 'Below' });
    const account = `api.twilio.com/2010-04-01/Accounts/${sid}.json`;
    expect((await ask(twilio, 'POST', account, { Status: 'asleep' })).body.code).toBe(21475);
    expect((await ask(twilio, 'POST', account, { Status: 'suspended' })).body.status).toBe('suspended');
  });

  test('parameters of detection that lead nowhere are warnings', async () => {
    const before = twilio.findings.length;
    await ask(twilio, 'POST', '/Calls.json', { ...CALL, MachineDetection: 'Enable', AsyncAmd: 'true' });
    await ask(twilio, 'POST', '/Conferences/Room/Participants.json', { ...invite, MachineDetection: 'Enable', AsyncAmd: 'true' });
    expect(twilio.findings.slice(before).map(({ twilioCode, severity }) => [twilioCode, severity])).toEqual([
      [21262, 'warning'],
      [21263, 'warning'],
    ]);
  });
});

describe('DELETE', () => {
  test('of a call that is under way is refused, and the call goes on', async () => {
    const own = startEmulator({ '/voice': '<Response><Say>Hello</Say><Pause length="30"/></Response>' });
    const call = await own.phone(ADA).call(OURS);
    await call.hear('Hello');
    const path = `/Calls/${call.sid}.json`;
    expect(await ask(own, 'DELETE', path)).toMatchObject({ status: 409, body: { code: 20009 } });
    expect(call.status).toBe('in-progress');
    expect((await ask(own, 'GET', path)).body.status).toBe('in-progress');
    await call.hangUp();
    expect((await ask(own, 'DELETE', path)).status).toBe(204);
    expect((await ask(own, 'GET', path)).status).toBe(404);
    await own.close();
  });

  test('of a message that is on its way is refused, and it arrives', async () => {
    const own = startEmulator({});
    const ada = own.phone(ADA);
    const { body } = await ask(own, 'POST', '/Messages.json', TEXT);
    const path = `/Messages/${body.sid}.json`;
    expect(await ask(own, 'DELETE', path)).toMatchObject({ status: 409, body: { code: 20009 } });
    await own.idle();
    expect(ada.messages.map((message) => message.body)).toEqual(['Hello']);
    expect((await ask(own, 'DELETE', path)).status).toBe(204);
    await own.close();
  });
});
