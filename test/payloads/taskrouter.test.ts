import { describe, expect, expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import { findDrift, identifyWebhook, webhookKinds } from '../../src/payloads/index.js';
import {
  AssignmentInstruction,
  TaskAssignment,
  TaskRouterDequeueStatus,
  TaskRouterEvent,
  TaskRouterReservationEvent,
  TaskRouterTaskQueueEvent,
  TaskRouterWorkerActivityEvent,
  TaskRouterWorkerChannelEvent,
} from '../../src/payloads/taskrouter/index.js';
import { loadSamples } from './samples.js';

const samples = loadSamples('taskrouter');

function sampleOf(wanted: string, variant?: string): Readonly<Record<string, string>> {
  const sample = samples.find((candidate) => candidate.kind === wanted && candidate.variant === variant);
  if (sample === undefined) throw new Error(`There is no sample of ${wanted}`);
  return sample.body;
}

describe('an offer of a task', () => {
  const body = sampleOf('taskrouter.assignment');

  test('has the attributes of task and worker as objects', () => {
    const offer = TaskAssignment.parse(body);
    expect(offer.TaskAttributes).toEqual({ call_sid: 'CAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', from: '+15551230000', type: 'support' });
    expect(offer.WorkerAttributes).toEqual({ contact_uri: 'client:alice' });
    if (typeof offer.TaskAttributes !== 'object') throw new Error('The attributes are no object');
    expectTypeOf(offer.TaskAttributes.call_sid).toEqualTypeOf<string | undefined>();
    expect(offer).toMatchObject({ TaskAge: 0, TaskPriority: 0, Timestamp: new Date(1_718_000_000_000) });
  });

  test('keeps attributes that are no object as they came', () => {
    const offer = TaskAssignment.parse({ ...body, TaskAttributes: '{"call_sid":', WorkerAttributes: '' });
    expect(offer).toMatchObject({ TaskAttributes: '{"call_sid":', WorkerAttributes: '' });
  });

  test('writes attributes again as they came, whatever is among them', () => {
    const text = '{ "from": null, "call_sid": 7, "__proto__": {"a": 1}, "constructor": 1 }';
    const offer = TaskAssignment.parse({ ...body, TaskAttributes: text });
    expect(offer.TaskAttributes).toMatchObject({ constructor: 1 });
    expect(z.encode(TaskAssignment, offer).TaskAttributes).toBe(text);
  });

  test.each(['ReservationSid', 'TaskSid', 'WorkerSid'])('is refused without %s', (name) => {
    const { [name]: _, ...rest } = body;
    expect(TaskAssignment.safeParse(rest).success).toBe(false);
  });

  test('is no event', () => {
    expect(TaskRouterEvent.safeParse(body).success).toBe(false);
  });
});

describe('an event', () => {
  test('tells its time twice', () => {
    const event = TaskRouterReservationEvent.parse(sampleOf('taskrouter.event.reservation'));
    expect(event.Timestamp).toEqual(new Date(1_718_000_000_000));
    expect(event.TimestampMs).toEqual(new Date(1_718_000_000_123));
    expect(event.TaskDateCreated).toEqual(new Date(1_717_999_988_000));
    expect(event.TaskIgnoreCapacity).toBe(false);
  });

  test('of a reservation that failed has no worker', () => {
    const event = TaskRouterReservationEvent.parse(sampleOf('taskrouter.event.reservation', 'failed'));
    expectTypeOf(event.WorkerSid).toEqualTypeOf<`WK${string}` | undefined>();
    expect(event.WorkerSid).toBeUndefined();
  });

  test('of a worker tells how long the former activity lasted', () => {
    const event = TaskRouterWorkerActivityEvent.parse(sampleOf('taskrouter.event.worker-activity'));
    expect(event).toMatchObject({ WorkerTimeInPreviousActivity: 26, WorkerTimeInPreviousActivityMs: 26123, WorkerVersion: 42 });
  });

  test('of a worker’s channel has numbers and flags', () => {
    const event = TaskRouterWorkerChannelEvent.parse(sampleOf('taskrouter.event.worker-channel'));
    expect(event).toMatchObject({ WorkerChannelAvailable: true, WorkerChannelAvailableCapacity: 3, WorkerChannelTaskCount: 0 });
  });

  test('of a queue’s expression is known by both of its names', () => {
    const body = { ...sampleOf('taskrouter.event.task-queue'), EventType: 'task-queue.expression-updated' };
    expect(identifyWebhook(body)).toBe('taskrouter.event.task-queue');
    expect(TaskRouterTaskQueueEvent.parse(body).EventType).toBe('task-queue.expression-updated');
  });

  test('with a resource that the documentation spells otherwise drifts and is read', () => {
    const event = TaskRouterReservationEvent.parse({ ...sampleOf('taskrouter.event.reservation'), ResourceType: 'Reservation' });
    expect(findDrift(TaskRouterReservationEvent, event).unknownValues).toEqual([{ parameter: 'ResourceType', value: 'Reservation' }]);
  });
});

describe('the union of events', () => {
  const events = samples.filter(({ kind }) => kind.startsWith('taskrouter.event.'));

  test('has every kind of event', () => {
    expect(TaskRouterEvent.members.map(({ kind }) => kind).sort()).toEqual(
      webhookKinds.filter((kind) => kind.startsWith('taskrouter.event.')),
    );
  });

  test.each(events)('reads $body.EventType as the kind itself does', ({ kind, body }) => {
    const event = TaskRouterEvent.parse(body);
    expect(event).toEqual(TaskRouterEvent.members.find((member) => member.kind === kind)?.parse(body));
    expect(TaskRouterEvent.kindOf(event)).toBe(kind);
    expect(z.encode(TaskRouterEvent, event)).toEqual(body);
  });

  test('narrows by the type of the event', () => {
    const event = TaskRouterEvent.parse(sampleOf('taskrouter.event.worker-activity'));
    if (event.EventType !== 'worker.activity.update') throw new Error('It is another event');
    expectTypeOf(event).toEqualTypeOf<TaskRouterWorkerActivityEvent>();
    expect(event.WorkerPreviousActivityName).toBe('Offline');
  });

  test('keeps an event that is not known, even by its name alone', () => {
    const event = TaskRouterEvent.parse({ ...events[0]?.body, EventType: 'task.vanished' });
    expect(event).toMatchObject({ EventType: 'task.vanished', WorkspaceSid: events[0]?.body.WorkspaceSid });
    expect(TaskRouterEvent.parse({ EventType: 'task.vanished' })).toEqual({ EventType: 'task.vanished' });
    expect(TaskRouterEvent.safeParse({ EventType: 'onMessageAdded' }).success).toBe(false);
  });
});

test('the status of a worker’s call tells whose call it answers', () => {
  const status = TaskRouterDequeueStatus.parse(sampleOf('taskrouter.dequeue-status'));
  expect(status).toMatchObject({ taskCallSid: 'CAbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', CallDuration: 42 });
});

describe('an instruction', () => {
  const instructions: readonly AssignmentInstruction[] = [
    { instruction: 'accept' },
    { instruction: 'reject', activity_sid: 'WA0123' },
    { instruction: 'reject', activity_sid: undefined },
    { instruction: 'dequeue' },
    {
      instruction: 'dequeue',
      to: '+14155550100',
      from: '+18005550123',
      post_work_activity_sid: 'WA0123',
      record: 'record-from-answer',
      timeout: 15,
      status_callback_url: 'https://example.com/worker-call',
      status_callback_events: 'answered,completed',
    },
    { instruction: 'call', to: 'client:joey', from: '+15558675309', url: 'https://example.com/agent_answer', accept: true },
    { instruction: 'redirect', call_sid: 'CA0123', url: 'https://example.com/assignment_redirect', accept: true },
    {
      instruction: 'conference',
      from: '+18005550123',
      timeout: 20,
      record: 'record-from-answer',
      conference_status_callback: 'https://example.com/conference',
      conference_status_callback_event: 'start, end, join, leave',
      end_conference_on_exit: true,
      end_conference_on_customer_exit: true,
    },
  ];

  test.each(instructions)('of the documented or a seen form is sent as it is: %j', (instruction) => {
    expect(AssignmentInstruction.parse(instruction)).toEqual(instruction);
  });

  test('answers an offer', () => {
    expect(TaskAssignment.reply).toBe(AssignmentInstruction);
    expect(TaskAssignment.deadlineMs).toBe(4000);
  });

  test.each([
    {},
    { instruction: 'supervise' },
    { instruction: 'accept', activity_sid: 'WA0123' },
    { instruction: 'reject', activitySid: 'WA0123' },
    { instruction: 'reject', activity_sid: 'WR0123' },
    { instruction: 'dequeue', timeout: '15' },
    { instruction: 'dequeue', timeout: 1000 },
    { instruction: 'call', from: '+15558675309' },
    { instruction: 'redirect', url: 'https://example.com/' },
    { instruction: 'conference', conference_name: 'room' },
    { instruction: 'conference', max_participants: 1 },
  ])('is refused before it is sent: %j', (instruction) => {
    expect(AssignmentInstruction.safeParse(instruction).success).toBe(false);
  });

  test('with a misspelt or missing key does not compile', () => {
    const wrong: AssignmentInstruction[] = [
      // @ts-expect-error The key is activity_sid.
      { instruction: 'reject', activitySid: 'WA0123' },
      // @ts-expect-error A call needs the address of its TwiML.
      { instruction: 'call', from: '+15558675309' },
      // @ts-expect-error Nobody is called with accept.
      { instruction: 'accept', to: 'client:joey' },
    ];
    expect(wrong.filter((instruction) => AssignmentInstruction.safeParse(instruction).success)).toEqual([]);
  });
});
