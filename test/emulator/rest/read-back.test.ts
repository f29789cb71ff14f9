import { describe, expect, test } from 'vitest';
import { ask, OURS, startEmulator } from '../setup.js';

const VERIFY = 'verify.twilio.com/v2/Services';
const MESSAGING = 'messaging.twilio.com/v1/Services';
const TASKROUTER = 'taskrouter.twilio.com/v1/Workspaces';
const SYNC = 'sync.twilio.com/v1/Services';
const AD = `AD${'a'.repeat(32)}`;

describe('What is written is read back', () => {
  test.each<[string, Readonly<Record<string, string>>, object]>([
    ['/Applications.json', { SmsStatusCallback: 'https://app.example/x' }, { sms_status_callback: 'https://app.example/x' }],
    ['/Applications.json', { PublicApplicationConnectEnabled: 'true' }, { public_application_connect_enabled: true }],
    ['/IncomingPhoneNumbers.json', { PhoneNumber: '+15005550006', AddressSid: AD }, { address_sid: AD }],
    ['/IncomingPhoneNumbers.json', { PhoneNumber: '+15005550006', VoiceReceiveMode: 'fax' }, { voice_receive_mode: 'fax' }],
    ['/IncomingPhoneNumbers.json', { PhoneNumber: '+15005550006', EmergencyStatus: 'Active' }, { emergency_status: 'Active' }],
    [VERIFY, { FriendlyName: 'Shop', Psd2Enabled: 'true', DtmfInputRequired: 'false' }, { psd2_enabled: true, dtmf_input_required: false }],
    [MESSAGING, { FriendlyName: 'Shop', MmsConverter: 'false' }, { mms_converter: false, scan_message_content: 'inherit' }],
    [MESSAGING, { FriendlyName: 'Shop', ScanMessageContent: 'disable' }, { scan_message_content: 'disable' }],
  ])('%s with %j, when it is made and when it is fetched', async (path, form, shown) => {
    const emulator = startEmulator();
    const { status, body } = await ask(emulator, 'POST', path, form);
    expect(status).toBe(201);
    expect(body).toMatchObject(shown);
    const one = path.endsWith('.json') ? path.replace('.json', `/${body.sid}.json`) : `${path}/${body.sid}`;
    expect((await ask(emulator, 'GET', one)).body).toMatchObject(shown);
    expect((await ask(emulator, 'POST', one, { FriendlyName: 'Other' })).body).toMatchObject({ ...shown, friendly_name: 'Other' });
  });

  test('what a code pays is shown by its verification and its check', async () => {
    const emulator = startEmulator();
    const { body: service } = await ask(emulator, 'POST', VERIFY, { FriendlyName: 'Shop' });
    const to = '+14155550100';
    const form = { To: to, Channel: 'sms', Amount: '12.50', Payee: 'Ada' };
    expect((await ask(emulator, 'POST', `${VERIFY}/${service.sid}/Verifications`, form)).body).toMatchObject({
      amount: '12.50',
      payee: 'Ada',
    });
    const check = await ask(emulator, 'POST', `${VERIFY}/${service.sid}/VerificationCheck`, { To: to, Code: '000000' });
    expect(check.body).toMatchObject({ amount: '12.50', payee: 'Ada' });
  });
});

describe('Filters of lists', () => {
  test('conferences by the day of their last change', async () => {
    const emulator = startEmulator({ '/voice': '<Response><Dial><Conference>Room</Conference></Dial></Response>' });
    await emulator.phone('+14155550100').call(OURS);
    const count = async (filter: string) =>
      ((await ask(emulator, 'GET', `/Conferences.json?${filter}`)).body.conferences as readonly unknown[]).length;
    expect([
      await count('DateUpdated=2026-11-30'),
      await count('DateUpdated=2026-11-29'),
      await count('DateUpdated%3E=2026-12-01'),
    ]).toEqual([1, 0, 0]);
  });

  test('numbers to buy by what they can and where they are', async () => {
    const emulator = startEmulator();
    const find = async (filter: string) => {
      const { body } = await ask(emulator, 'GET', `/AvailablePhoneNumbers/US/Local.json?${filter}`);
      return (body.available_phone_numbers as readonly { readonly phone_number: string; readonly region: string }[]) ?? [];
    };
    expect((await find('SmsEnabled=true&VoiceEnabled=true')).length).toBeGreaterThan(0);
    expect(await find('FaxEnabled=true')).toEqual([]);
    expect((await find('InRegion=NY'))[0]).toMatchObject({ region: 'NY', phone_number: expect.stringMatching(/^\+1212/) });
    expect((await find('InLocality=Chicago&InRegion=IL'))[0]?.phone_number).toMatch(/^\+1312/);
    expect(await find('InRegion=NY&AreaCode=415')).toEqual([]);
    expect(await find('AreaCode=abc')).toEqual([]);
    // J, K and L are on one key.
    expect((await find('Contains=JKL')).map(({ phone_number }) => phone_number)).toEqual(
      (await find('Contains=555')).map((one) => one.phone_number),
    );
  });

  test('tasks, queues and workers by expressions and attributes', async () => {
    const emulator = startEmulator();
    const { body: space } = await ask(emulator, 'POST', TASKROUTER, { FriendlyName: 'Desk' });
    const at = `${TASKROUTER}/${space.sid}`;
    const make = async (path: string, form: Readonly<Record<string, string>>) =>
      (await ask(emulator, 'POST', `${at}/${path}`, form)).body.sid as string;
    const names = async (path: string, key: string) =>
      ((await ask(emulator, 'GET', `${at}/${path}`)).body[key] as readonly { readonly friendly_name: string }[]).map(
        (one) => one.friendly_name,
      );
    const german = await make('TaskQueues', { FriendlyName: 'German', TargetWorkers: "languages HAS 'de'" });
    await make('TaskQueues', { FriendlyName: 'Everybody' });
    const emma = await make('Workers', { FriendlyName: 'Emma', Attributes: '{"languages":["de","en"],"level":3}' });
    await emulator.advance('1s');
    await make('Workers', { FriendlyName: 'John', Attributes: '{"languages":["en"],"level":1}' });
    expect(await names(`Workers?TaskQueueSid=${german}`, 'workers')).toEqual(['Emma']);
    expect(await names('Workers?TaskQueueName=Everybody', 'workers')).toEqual(['Emma', 'John']);
    expect(await names('Workers?TargetWorkersExpression=level%20%3C%202', 'workers')).toEqual(['John']);
    expect(await names('Workers?Ordering=DateStatusChanged:desc', 'workers')).toEqual(['John', 'Emma']);
    expect(await names(`TaskQueues?WorkerSid=${emma}`, 'task_queues')).toEqual(['German', 'Everybody']);
    expect(await names('TaskQueues?EvaluateWorkerAttributes=%7B%22languages%22:%5B%22fr%22%5D%7D', 'task_queues')).toEqual(['Everybody']);

    const attributes = async (path: string) =>
      ((await ask(emulator, 'GET', `${at}/${path}`)).body.tasks as readonly { readonly attributes: string }[]).map(
        (one) => JSON.parse(one.attributes).name as string,
      );
    const first = await make('Tasks', { TaskQueueSid: german, Attributes: '{"name":"one","cost":5}', Priority: '1' });
    await make('Tasks', {
      TaskQueueSid: german,
      Attributes: '{"name":"two","cost":50}',
      Priority: '7',
      VirtualStartTime: '2026-11-01T00:00:00Z',
    });
    expect(await attributes('Tasks?EvaluateTaskAttributes=cost%20%3E%2010')).toEqual(['two']);
    expect(await attributes('Tasks?Ordering=Priority:desc')).toEqual(['two', 'one']);
    expect(await attributes('Tasks?HasAddons=true')).toEqual([]);
    expect(await attributes('Tasks?WorkflowName=none')).toEqual([]);
    const changed = await ask(emulator, 'POST', `${at}/Tasks/${first}`, { VirtualStartTime: '2026-10-01T00:00:00Z' });
    expect(changed.body.virtual_start_time).toBe('2026-10-01T00:00:00Z');
  });

  test('items of Sync from one on, or behind it', async () => {
    const emulator = startEmulator();
    const { body: service } = await ask(emulator, 'POST', SYNC, { FriendlyName: 'Shop' });
    const { body: list } = await ask(emulator, 'POST', `${SYNC}/${service.sid}/Lists`, { UniqueName: 'list' });
    const items = `${SYNC}/${service.sid}/Lists/${list.sid}/Items`;
    for (const Data of ['{}', '{}', '{}']) await ask(emulator, 'POST', items, { Data });
    const indexes = async (query: string) =>
      ((await ask(emulator, 'GET', `${items}?${query}`)).body.items as readonly { readonly index: number }[]).map(({ index }) => index);
    expect(await indexes('From=1')).toEqual([1, 2]);
    expect(await indexes('From=1&Bounds=exclusive')).toEqual([2]);
  });
});
