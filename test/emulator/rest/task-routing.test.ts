import { describe, expect, test } from 'vitest';
import type { Deviations } from '../../../src/emulator/index.js';
import { ask, startEmulator } from '../setup.js';

const DESK = 'taskrouter.twilio.com/v1/Workspaces';

type Json = Readonly<Record<string, unknown>>;

/** A workspace with queues `first`, `second` and `rest`, and a workflow whose only filter has these targets. */
async function startDesk(targets: readonly Json[], deviations: Partial<Deviations> = {}) {
  const emulator = startEmulator({}, { deviations });
  const form = { FriendlyName: 'desk', EventCallbackUrl: 'https://app.example/events' };
  const { body: workspace } = await ask(emulator, 'POST', DESK, form);
  const at = `${DESK}/${workspace.sid}`;
  const sids: Record<string, string> = {};
  for (const name of ['first', 'second', 'rest'])
    sids[name] = String((await ask(emulator, 'POST', `${at}/TaskQueues`, { FriendlyName: name })).body.sid);
  const steps = targets.map(({ queue, ...more }) => ({ queue: sids[String(queue)], ...more }));
  const Configuration = JSON.stringify({ task_routing: { filters: [{ targets: steps }], default_filter: { queue: sids.rest } } });
  const { body: workflow } = await ask(emulator, 'POST', `${at}/Workflows`, { FriendlyName: 'w', Configuration });
  const { body: list } = await ask(emulator, 'GET', `${at}/Activities?FriendlyName=Available`);
  const [{ sid: ActivitySid }] = list.activities as [{ readonly sid: string }];
  const addWorker = async (FriendlyName: string, Attributes = '{}') =>
    String((await ask(emulator, 'POST', `${at}/Workers`, { FriendlyName, ActivitySid, Attributes })).body.sid);
  const addTask = async (more: Readonly<Record<string, string>> = {}) =>
    String((await ask(emulator, 'POST', `${at}/Tasks`, { WorkflowSid: String(workflow.sid), ...more })).body.sid);
  const show = async (sid: string) => {
    const { assignment_status: status, task_queue_friendly_name: queue } = (await ask(emulator, 'GET', `${at}/Tasks/${sid}`)).body;
    return [status, queue];
  };
  const events = () => emulator.got.map(({ parameters }) => parameters.get('EventType'));
  return { emulator, at, addWorker, addTask, show, events };
}

describe('A task', () => {
  test('goes from target to target, and to the default queue after the last', async () => {
    const { emulator, addTask, show, events } = await startDesk([
      { queue: 'first', timeout: 30, priority: 3 },
      { queue: 'second', timeout: 30 },
    ]);
    const task = await addTask();
    expect(await show(task)).toEqual(['pending', 'first']);
    await emulator.advance('31s');
    expect(await show(task)).toEqual(['pending', 'second']);
    await emulator.advance('31s');
    expect(await show(task)).toEqual(['pending', 'rest']);
    expect(events()).toEqual([
      'task.created',
      'workflow.entered',
      'workflow.target-matched',
      'task-queue.entered',
      'task-queue.timeout',
      'workflow.target-matched',
      'task-queue.moved',
      'task-queue.timeout',
      'workflow.timeout',
      'workflow.target-matched',
      'task-queue.moved',
    ]);
    expect(emulator.webhooks.flatMap(({ findings }) => findings)).toEqual([]);
  });

  test('passes over a target that is to be skipped', async () => {
    const targets = [{ queue: 'first', skip_if: 'workers.available == 0' }, { queue: 'second' }];
    const { emulator, addTask, addWorker, show, events } = await startDesk(targets);
    const early = await addTask();
    expect(await show(early)).toEqual(['pending', 'second']);
    await addWorker('ada');
    await addWorker('ben');
    expect(await show(early)).toEqual(['reserved', 'second']);
    expect(await show(await addTask())).toEqual(['reserved', 'first']);
    await emulator.advance('1s');
    expect(events()).toContain('workflow.skipped');
  });

  test('goes to a worker who fits the target', async () => {
    const { addTask, addWorker, show } = await startDesk([{ queue: 'first', expression: 'worker.language == task.language' }]);
    await addWorker('ada', '{"language":"fr"}');
    const task = await addTask({ Attributes: '{"language":"en"}' });
    expect(await show(task)).toEqual(['pending', 'first']);
    await addWorker('ben', '{"language":"en"}');
    expect(await show(task)).toEqual(['reserved', 'first']);
  });

  test('stays where it is while a worker is being asked', async () => {
    const { emulator, addTask, addWorker, show } = await startDesk([{ queue: 'first', timeout: 30 }, { queue: 'second' }]);
    await addWorker('ada');
    const task = await addTask();
    await emulator.advance('60s');
    expect(await show(task)).toEqual(['reserved', 'first']);
    await emulator.advance('70s');
    expect(await show(task)).toEqual(['pending', 'second']);
  });

  test('of another channel goes to a worker who has one already, as far as there is room', async () => {
    const { emulator, at, addTask, addWorker, show } = await startDesk([{ queue: 'first' }]);
    const worker = await addWorker('ada');
    const [voice, chat, secondChat] = [
      await addTask({ TaskChannel: 'voice' }),
      await addTask({ TaskChannel: 'chat' }),
      await addTask({ TaskChannel: 'chat' }),
    ];
    const statuses = async () => (await Promise.all([voice, chat, secondChat].map(show))).map(([status]) => status);
    expect(await statuses()).toEqual(['reserved', 'reserved', 'pending']);
    const { body } = await ask(emulator, 'POST', `${at}/Workers/${worker}/Channels/chat`, { Capacity: '2' });
    expect(body).toMatchObject({ configured_capacity: 2, assigned_tasks: 2, available_capacity_percentage: 0 });
    expect(await statuses()).toEqual(['reserved', 'reserved', 'reserved']);
    await ask(emulator, 'POST', at, { MultiTaskEnabled: 'false' });
    expect(await show(await addTask({ TaskChannel: 'sms' }))).toEqual(['pending', 'first']);
    expect(await show(await addTask({ TaskChannel: 'sms', IgnoreCapacity: 'true' }))).toEqual(['reserved', 'first']);
    expect((await ask(emulator, 'POST', `${at}/Tasks`, { TaskChannel: 'smoke' })).status).toBe(400);
  });

  test('that is the newest goes first where its queue says so', async () => {
    const { emulator, at, addTask, addWorker, show } = await startDesk([{ queue: 'first' }]);
    const { body } = await ask(emulator, 'GET', `${at}/TaskQueues?FriendlyName=first`);
    const [{ sid }] = body.task_queues as [{ readonly sid: string }];
    await ask(emulator, 'POST', `${at}/TaskQueues/${sid}`, { TaskOrder: 'LIFO' });
    const old = await addTask();
    await emulator.advance('1s');
    const young = await addTask();
    await addWorker('ada');
    expect([await show(old), await show(young)]).toEqual([
      ['pending', 'first'],
      ['reserved', 'first'],
    ]);
  });
});

describe('A workspace', () => {
  test('of the template FIFO takes tasks at once', async () => {
    const emulator = startEmulator();
    const { body: workspace } = await ask(emulator, 'POST', DESK, { FriendlyName: 'desk', Template: 'FIFO' });
    const { body: task } = await ask(emulator, 'POST', `${DESK}/${workspace.sid}/Tasks`, { Attributes: '{}' });
    expect([task.assignment_status, task.task_queue_friendly_name]).toEqual(['pending', 'Sample Queue']);
    expect((await ask(emulator, 'POST', DESK, { FriendlyName: 'desk', Template: 'LIFO' })).status).toBe(400);
  });

  test('has channels, and takes others', async () => {
    const emulator = startEmulator();
    const { body: workspace } = await ask(emulator, 'POST', DESK, { FriendlyName: 'desk' });
    const at = `${DESK}/${workspace.sid}/TaskChannels`;
    const names = async () => ((await ask(emulator, 'GET', at)).body.channels as readonly Json[]).map(({ unique_name: name }) => name);
    expect(await names()).toEqual(['default', 'voice', 'chat', 'sms', 'video', 'email']);
    expect((await ask(emulator, 'POST', at, { FriendlyName: 'Fax', UniqueName: 'fax' })).status).toBe(201);
    expect((await ask(emulator, 'POST', at, { FriendlyName: 'Fax', UniqueName: 'fax' })).status).toBe(409);
    expect((await ask(emulator, 'POST', `${at}/fax`, { FriendlyName: 'Telefax' })).body.friendly_name).toBe('Telefax');
    expect((await ask(emulator, 'DELETE', `${at}/fax`)).status).toBe(204);
    expect(await names()).not.toContain('fax');
  });
});
