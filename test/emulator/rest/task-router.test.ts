import { describe, expect, test } from 'vitest';
import { ADA, type Answers, ask, OURS, startEmulator } from '../setup.js';

const BEN = '+14155550101';

/** A workspace with a queue for English and a worker who speaks it. */
async function startDesk(answers: Answers = {}, options: Parameters<typeof startEmulator>[1] = {}) {
  const emulator = startEmulator(answers, options);
  const { body: workspace } = await ask(emulator, 'POST', 'taskrouter.twilio.com/v1/Workspaces', {
    FriendlyName: 'Desk',
    EventCallbackUrl: 'https://app.example/events',
  });
  const at = `taskrouter.twilio.com/v1/Workspaces/${workspace.sid}`;
  const activities = (await ask(emulator, 'GET', `${at}/Activities`)).body.activities as readonly { sid: string; friendly_name: string }[];
  const activity = (name: string) => activities.find((one) => one.friendly_name === name)?.sid ?? '';
  const { body: queue } = await ask(emulator, 'POST', `${at}/TaskQueues`, { FriendlyName: 'English', TargetWorkers: 'skills HAS "en"' });
  const { body: workflow } = await ask(emulator, 'POST', `${at}/Workflows`, {
    FriendlyName: 'All',
    Configuration: JSON.stringify({
      task_routing: {
        filters: [{ expression: 'language == "en"', targets: [{ queue: queue.sid, priority: 5 }] }],
        default_filter: { queue: queue.sid },
      },
    }),
    ...(answers['/assign'] !== undefined && { AssignmentCallbackUrl: 'https://app.example/assign' }),
    TaskReservationTimeout: '20',
  });
  const addWorker = (name: string, contact: string, ActivitySid = activity('Available')) =>
    ask(emulator, 'POST', `${at}/Workers`, {
      FriendlyName: name,
      ActivitySid,
      Attributes: JSON.stringify({ skills: ['en'], contact_uri: contact }),
    });
  return { emulator, at, activity, workflowSid: String(workflow.sid), addWorker };
}

const instruct = (instruction: object) => () => Response.json(instruction);

describe('TaskRouter', () => {
  test('a task goes to a worker who fits and is available', async () => {
    const { emulator, at, activity, workflowSid, addWorker } = await startDesk();
    const { body: worker } = await addWorker('ben', BEN, activity('Offline'));
    const { body: task } = await ask(emulator, 'POST', `${at}/Tasks`, { WorkflowSid: workflowSid, Attributes: '{"language":"en"}' });
    expect(task).toMatchObject({ assignment_status: 'pending', priority: 5, task_queue_friendly_name: 'English' });
    await ask(emulator, 'POST', `${at}/Workers/${worker.sid}`, { ActivitySid: activity('Available') });
    const { body: list } = await ask(emulator, 'GET', `${at}/Tasks/${task.sid}/Reservations`);
    const [reservation] = list.reservations as [{ readonly sid: string }];
    expect(reservation).toMatchObject({ reservation_status: 'pending', worker_name: 'ben' });
    await ask(emulator, 'POST', `${at}/Workers/${worker.sid}/Reservations/${reservation.sid}`, { ReservationStatus: 'accepted' });
    expect((await ask(emulator, 'GET', `${at}/Tasks/${task.sid}`)).body.assignment_status).toBe('assigned');
    await ask(emulator, 'POST', `${at}/Tasks/${task.sid}`, { AssignmentStatus: 'completed', Reason: 'done' });
    expect((await ask(emulator, 'GET', `${at}/Tasks/${task.sid}`)).body).toMatchObject({ assignment_status: 'completed', reason: 'done' });
    await emulator.idle();
    const events = emulator.got.map(({ parameters }) => parameters.get('EventType'));
    expect(events).toEqual([
      'task.created',
      'workflow.entered',
      'workflow.target-matched',
      'task-queue.entered',
      'worker.activity.update',
      'reservation.created',
      'reservation.accepted',
      'reservation.completed',
      'task.completed',
    ]);
    expect(emulator.findings).toEqual([]);
  });

  test('an offer that lapses makes the worker absent, and goes to another', async () => {
    const { emulator, at, workflowSid, addWorker } = await startDesk();
    const { body: ben } = await addWorker('ben', BEN);
    await ask(emulator, 'POST', `${at}/Tasks`, { WorkflowSid: workflowSid });
    const { body: eve } = await addWorker('eve', '+14155550102');
    await emulator.advance('21s');
    expect((await ask(emulator, 'GET', `${at}/Workers/${ben.sid}`)).body.activity_name).toBe('Offline');
    const { body } = await ask(emulator, 'GET', `${at}/Workers/${eve.sid}/Reservations`);
    expect(body.reservations).toMatchObject([{ reservation_status: 'pending' }]);
  });

  test('a task is changed by whoever knows its version', async () => {
    const { emulator, at, workflowSid } = await startDesk();
    const created = await ask(emulator, 'POST', `${at}/Tasks`, { WorkflowSid: workflowSid });
    const etag = created.headers.get('etag') ?? '';
    const url = `${at}/Tasks/${created.body.sid}`;
    expect((await ask(emulator, 'POST', url, { Priority: '9' }, { 'if-match': etag })).body.priority).toBe(9);
    expect((await ask(emulator, 'POST', url, { Priority: '1' }, { 'if-match': etag })).status).toBe(412);
  });

  test('a caller who waits is joined with the worker by dequeue', async () => {
    const answers = { '/assign': instruct({ instruction: 'dequeue', from: OURS }), '/voice': '' };
    const desk = await startDesk(answers);
    const { emulator, at, workflowSid, addWorker } = desk;
    answers['/voice'] = `<Response><Enqueue workflowSid="${workflowSid}"><Task>{"language":"en"}</Task></Enqueue></Response>`;
    await addWorker('ben', BEN);
    const ben = emulator.phone(BEN);
    const ada = await emulator.phone(ADA).call(OURS);
    const agent = await ben.incoming();
    await agent.answer();
    await agent.stay('1s');
    await agent.say('How can I help?');
    await ada.hear('How can I help?');
    const task = emulator.got.find(({ path }) => path === '/assign')?.parameters;
    expect(JSON.parse(task?.get('TaskAttributes') ?? '')).toMatchObject({ language: 'en', call_sid: ada.sid, from: ADA });
    await ada.hangUp();
    await emulator.idle();
    expect(agent.status).toBe('completed');
    expect((await ask(emulator, 'GET', `${at}/Tasks`)).body.tasks).toMatchObject([{ assignment_status: 'completed' }]);
  });

  test.each([
    ['names no workflow that there is', 14220, () => `<Enqueue workflowSid="WW${'0'.repeat(32)}" action="/after"/>`],
    [
      'has a task that is no JSON',
      14221,
      (sid: string) => `<Enqueue workflowSid="${sid}" action="/after"><Task>language: en</Task></Enqueue>`,
    ],
    [
      'has a task that no filter takes',
      14222,
      (sid: string) => `<Enqueue workflowSid="${sid}" action="/after"><Task>{"language":"fr"}</Task></Enqueue>`,
    ],
  ])('an <Enqueue> that %s tells its action of an error, and nobody waits', async (_, code, enqueue) => {
    const answers = { '/voice': '', '/after': '<Response><Say>Nobody is there</Say></Response>' };
    const { emulator, at, workflowSid } = await startDesk(answers, { strict: false });
    const workflow = `${at}/Workflows/${workflowSid}`;
    const { body } = await ask(emulator, 'GET', workflow);
    const { task_routing: routing } = JSON.parse(String(body.configuration)) as { readonly task_routing: object };
    await ask(emulator, 'POST', workflow, { Configuration: JSON.stringify({ task_routing: { ...routing, default_filter: undefined } }) });
    answers['/voice'] = `<Response>${enqueue(workflowSid)}<Say>Never</Say></Response>`;
    const ada = await emulator.phone(ADA).call(OURS);
    await ada.hear('Nobody is there');
    await emulator.idle();
    expect(emulator.got.find(({ path }) => path === '/after')?.parameters.get('QueueResult')).toBe('error');
    expect(emulator.findings.map(({ twilioCode, severity }) => [twilioCode, severity])).toEqual([[code, 'error']]);
    expect(ada.heard.map(({ type }) => type)).toEqual(['say', 'hangup']);
  });

  test('without an action the next verb runs after it', async () => {
    const enqueue = `<Enqueue workflowSid="WW${'0'.repeat(32)}"/>`;
    const { emulator } = await startDesk({ '/voice': `<Response>${enqueue}<Say>Call later</Say></Response>` }, { strict: false });
    await (await emulator.phone(ADA).call(OURS)).hear('Call later');
    expect((await ask(emulator, 'GET', '/Queues.json')).body.queues).toEqual([]);
  });

  test('both are put into a conference', async () => {
    const answers = { '/assign': instruct({ instruction: 'conference', from: OURS }), '/voice': '' };
    const { emulator, workflowSid, addWorker } = await startDesk(answers);
    answers['/voice'] = `<Response><Enqueue workflowSid="${workflowSid}"/></Response>`;
    await addWorker('ben', BEN);
    const ben = emulator.phone(BEN);
    const ada = await emulator.phone(ADA).call(OURS);
    const agent = await ben.incoming();
    await agent.answer();
    await agent.stay('2s');
    await agent.say('Hello');
    await ada.hear('Hello');
    expect((await ask(emulator, 'GET', '/Conferences.json?Status=in-progress')).body.conferences).toHaveLength(1);
  });

  test('an answer that is no instruction is an error', async () => {
    const { emulator, at, workflowSid, addWorker } = await startDesk({ '/assign': instruct({ instruction: 'dance' }) });
    await addWorker('ben', BEN);
    await ask(emulator, 'POST', `${at}/Tasks`, { WorkflowSid: workflowSid });
    await expect(emulator.idle()).rejects.toThrow('no instruction');
  });

  test('a caller who hangs up takes their task back', async () => {
    const answers = { '/voice': '' };
    const { emulator, at, workflowSid } = await startDesk(answers);
    answers['/voice'] = `<Response><Enqueue workflowSid="${workflowSid}"/></Response>`;
    const ada = await emulator.phone(ADA).call(OURS);
    await ada.stay('3s');
    await ada.hangUp();
    await emulator.idle();
    expect((await ask(emulator, 'GET', `${at}/Tasks`)).body.tasks).toMatchObject([{ assignment_status: 'canceled', reason: 'hangup' }]);
  });
});
