import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import {
  EventStreamsErrorLogs,
  EventStreamsEvent,
  type EventStreamsEventType,
  EventStreamsMessagingMessageStatus,
  EventStreamsRequest,
  EventStreamsTest,
  EventStreamsVoiceWebhook,
  eventStreamsEventTypes,
} from '../../src/payloads/event-streams/index.js';
import { findDrift, identifyWebhook, parseWebhook, schemaFor, type WebhookKind, webhookKinds } from '../../src/payloads/index.js';
import { findSample, loadSamples } from './samples.js';

interface RawEvent {
  readonly [name: string]: unknown;
  readonly type: string;
  readonly data: object;
}

const samples = loadSamples('event-streams');
const rawEvent = (kind: WebhookKind): RawEvent => findSample<readonly [RawEvent]>(samples, kind)[0];
const sent = rawEvent('event-streams.messaging.message-status');
const failure = rawEvent('event-streams.error-logs');

describe('single events', () => {
  test('of every kind have a sample', () => {
    const kinds = webhookKinds.filter((kind) => kind.startsWith('event-streams.'));
    expect(kinds).toHaveLength(36);
    expect([...new Set(samples.map(({ kind }) => kind))].toSorted()).toEqual(kinds);
  });

  test('are read by themselves, from a list of one, and from the text of either', () => {
    for (const body of [sent, [sent], { 0: sent }, JSON.stringify(sent), JSON.stringify([sent])]) {
      expect(EventStreamsMessagingMessageStatus.parse(body)).toMatchObject({ id: sent.id, data: { messageStatus: 'SENT' } });
    }
  });

  test('are written as they came, by themselves or in their list', () => {
    expect(z.encode(EventStreamsMessagingMessageStatus, EventStreamsMessagingMessageStatus.parse(sent))).toEqual(sent);
    expect(z.encode(EventStreamsMessagingMessageStatus, EventStreamsMessagingMessageStatus.parse([sent]))).toEqual([sent]);
  });

  test('are not taken from a batch of several, of which the others would be lost', () => {
    const { error } = EventStreamsMessagingMessageStatus.safeParse([sent, sent]);
    expect(error?.issues[0]?.message).toContain('EventStreamsRequest');
    expect(EventStreamsMessagingMessageStatus.safeParse([]).success).toBe(false);
  });

  test('keep list, text and declaration through refine, describe and extend', () => {
    const schema = EventStreamsMessagingMessageStatus.extend({ subject: z.string().optional() })
      .refine(({ data }) => data.messageSid !== 'SM0')
      .describe('mine');
    expect(schema).toMatchObject({ kind: 'event-streams.messaging.message-status', deadlineMs: 4000 });
    expect(z.encode(schema, schema.parse([{ ...sent, subject: 'a' }]))).toEqual([{ ...sent, subject: 'a' }]);
  });

  test('answer to the refinements that take time', async () => {
    const schema = EventStreamsTest.extend({ id: z.string().refine(async (id) => id.startsWith('AC')) });
    const body = [rawEvent('event-streams.test')];
    const event = await schema.parseAsync(body);
    expect(await z.encodeAsync(schema, event)).toEqual(body);
  });

  test('read dates in the several formats of the products', () => {
    const event = EventStreamsVoiceWebhook.parse(rawEvent('event-streams.voice.webhook'));
    expect(event.time?.toISOString()).toBe('2026-03-29T04:00:56.753Z');
    expect(event.data.response?.dateCreated?.toISOString()).toBe('2025-08-24T13:49:54.000Z');
    const brand = schemaFor('event-streams.a2p.brand-failure').parse(rawEvent('event-streams.a2p.brand-failure'));
    expect(brand.data.createddate).toEqual(new Date(1_756_043_494_500));
    const blocked = schemaFor('event-streams.iam.ip-blocked').parse(rawEvent('event-streams.iam.ip-blocked'));
    expect(blocked.data.timestamp).toEqual(new Date(1_756_056_832_164));
  });

  test('open the JSON that is text inside the data', () => {
    const event = EventStreamsErrorLogs.parse(failure);
    expect(event.data.payload).toEqual({ resource_sid: 'CAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', error_code: '11200' });
  });

  test('say what is new in their data', () => {
    const event = EventStreamsMessagingMessageStatus.parse({ ...sent, data: { ...sent.data, messageStatus: 'SEEN', rcs: {}, from: '1' } });
    expect(findDrift(EventStreamsMessagingMessageStatus, event)).toEqual({
      unknownParameters: ['data.rcs'],
      unknownValues: [{ parameter: 'data.messageStatus', value: 'SEEN' }],
    });
  });

  test('read an error code that is text, as one sample has it', () => {
    const data = { ...sent.data, errorCode: '30007' };
    expect(EventStreamsMessagingMessageStatus.parse({ ...sent, data }).data.errorCode).toBe(30_007);
  });
});

describe('data that are JSON text', () => {
  const written = { ...sent, data: JSON.stringify(sent.data, null, 1) };

  test('are read, and written as the text that they were', () => {
    const event = EventStreamsMessagingMessageStatus.parse(written);
    expect(event.data.messageStatus).toBe('SENT');
    expect(z.encode(EventStreamsMessagingMessageStatus, event)).toEqual(written);
  });

  test('are written anew once they are changed', () => {
    const event = EventStreamsMessagingMessageStatus.parse(written);
    event.data.messageStatus = 'READ';
    expect(z.encode(EventStreamsMessagingMessageStatus, event)).toEqual({ ...sent, data: { ...sent.data, messageStatus: 'READ' } });
  });

  test('are refused when they are broken, since nothing can be said of the event', () => {
    expect(EventStreamsMessagingMessageStatus.safeParse({ ...sent, data: '{"messageSid":' }).success).toBe(false);
    expect(EventStreamsRequest.parse([{ ...sent, data: '{' }])).toEqual([{ type: undefined, frame: { ...sent, data: '{' } }]);
  });
});

describe('EventStreamsRequest', () => {
  const batch = samples.flatMap(({ body }) => body as unknown as RawEvent[]);

  test('reads a batch of every event that is known, and writes it as it came', () => {
    const events = EventStreamsRequest.parse(JSON.stringify(batch));
    expect(events.map(({ type }) => type)).toEqual(batch.map(({ type }) => type));
    expect(z.encode(EventStreamsRequest, events)).toEqual(batch);
  });

  test('reads an event that is in no list as a list, and writes it as it came', () => {
    const events = EventStreamsRequest.parse(JSON.stringify(sent));
    expect(events).toHaveLength(1);
    expect(z.encode(EventStreamsRequest, events)).toEqual(sent);
  });

  test('reads the object that Twilio Functions make of a list', () => {
    expect(EventStreamsRequest.parse({ 0: sent, 1: failure, request: { headers: {} } })).toHaveLength(2);
  });

  test('lets what is unknown and what does not fit pass as it is', () => {
    const unknown = { type: 'com.twilio.next-idea', data: 1 };
    const misfit = { ...sent, data: { messageSid: 5 } };
    const events = EventStreamsRequest.parse([unknown, misfit, null, 'text', 7, sent]);
    expect(events.slice(0, 5)).toEqual([unknown, misfit, null, 'text', 7].map((frame) => ({ type: undefined, frame })));
    expect(events[5]?.type).toBe(sent.type);
    expect(z.encode(EventStreamsRequest, events)).toEqual([unknown, misfit, null, 'text', 7, sent]);
  });

  test('never refuses a list, whatever is in it, and writes it as it came', () => {
    const event = fc.record({ type: fc.constantFrom(...eventStreamsEventTypes), id: fc.string(), data: fc.jsonValue() });
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.jsonValue(), event)), (body) => {
        const text = JSON.stringify(body);
        fc.pre(!text.includes('__proto__'));
        expect(z.encode(EventStreamsRequest, EventStreamsRequest.parse(text))).toEqual(JSON.parse(text));
      }),
      { examples: [[['0']], [['[]']], [[[{ type: 'com.twilio.test', id: '1', data: {} }]]]] },
    );
  });

  test('refuses what is no list and no object', () => {
    for (const body of ['', 'a=1', '{"cut off', '7', null, undefined, 7])
      expect(EventStreamsRequest.safeParse(body).success, String(body)).toBe(false);
  });

  test('writes an event that its own schema read from a list of one', () => {
    expect(z.encode(EventStreamsRequest, [EventStreamsMessagingMessageStatus.parse([sent])])).toEqual([sent]);
  });

  test('knows the kind of its first event, and what webhooks need', () => {
    expect(EventStreamsRequest).toMatchObject({ expects: 'nothing', deadlineMs: 4000, methods: ['POST', 'GET'] });
    expect(EventStreamsRequest.kindOf([sent, failure])).toBe('event-streams.messaging.message-status');
    expect(EventStreamsRequest.kindOf([])).toBeUndefined();
    expect(EventStreamsRequest.refine((events) => events.length < 9)).toMatchObject({ deadlineMs: 4000 });
  });

  test('narrows by type', () => {
    for (const event of EventStreamsRequest.parse([failure])) {
      expect(EventStreamsEvent.kindOf(event)).toBe('event-streams.error-logs');
      if (event.type === undefined) expectTypeOf(event.frame).toBeUnknown();
      else if (event.type === 'com.twilio.error-logs.error.logged') expectTypeOf(event.data.sid).toEqualTypeOf<`NO${string}`>();
    }
  });
});

describe('identification of events', () => {
  test('names the kind of the first of a batch, of a lone event and of their text', () => {
    for (const body of [sent, [sent, failure], { 0: sent, 1: failure }, JSON.stringify([sent, failure]), JSON.stringify(sent)])
      expect(identifyWebhook(body)).toBe('event-streams.messaging.message-status');
    expect(parseWebhook(JSON.stringify([failure])).kind).toBe('event-streams.error-logs');
  });

  test('knows no kind of an event that is unknown, or of nothing', () => {
    for (const body of [[], [null], [7], [{ type: 'com.twilio.next-idea' }], { type: ['com.twilio.error-logs.error.logged'] }])
      expect(identifyWebhook(body)).toBeUndefined();
  });

  test('knows a kind for every type', () => {
    expect(eventStreamsEventTypes.filter((type) => !identifyWebhook([{ type }])?.startsWith('event-streams.'))).toEqual([]);
  });
});

describe('the data of events', () => {
  const dataOf = (kind: WebhookKind, variant?: string) => {
    const [raw] = findSample<readonly [RawEvent]>(samples, kind, variant);
    return EventStreamsEvent.parse(raw);
  };

  test('say what became of a content template', () => {
    const event = dataOf('event-streams.messaging.template-approval');
    if (event.type !== 'com.twilio.messaging.template.approval.updated') return expect.unreachable(String(event.type));
    expect(event.data.template.currentValue).toBe('approved');
    expect(event.data.dateUpdated).toEqual(new Date('2026-07-20T10:00:00Z'));
  });

  test('say who followed a shortened link', () => {
    const event = dataOf('event-streams.link-shortening');
    if (event.type !== 'com.twilio.daptbt.link-shortening.link-clicked') return expect.unreachable(String(event.type));
    expect(event.data.click_time).toEqual(new Date('2026-03-29T04:00:56Z'));
  });

  test('have dates where numbers of milliseconds come', () => {
    const event = dataOf('event-streams.a2p.other', 'toll-free');
    if (event.type !== 'com.twilio.messaging.compliance.toll-free-verification.edit') return expect.unreachable(String(event.type));
    expect(event.data.processeddate).toEqual(new Date(1_756_043_494_500));
    expectTypeOf(event.data.tollfreeverificationsid).toEqualTypeOf<`HH${string}` | undefined>();
  });

  test('have what was measured within a call', () => {
    const event = dataOf('event-streams.voice-insights.call-metrics');
    if (event.type !== 'com.twilio.voice.insights.call-metrics.gateway') return expect.unreachable(String(event.type));
    expect(event.data.carrier_edge?.interval?.jitter?.max).toBe(3.2);
    expect(event.data.carrier_edge?.interval?.packet_delay_variation?.['d50']).toBe(3);
  });

  test('have the state that a conversation left', () => {
    const event = dataOf('event-streams.conversations.other', 'state');
    if (event.type !== 'com.twilio.conversations.conversation-state.updated') return expect.unreachable(String(event.type));
    expect([event.data.StateFrom, event.data.StateTo]).toEqual(['active', 'inactive']);
  });

  test('may have numbers as their text', () => {
    const [verify] = findSample<readonly [{ data: object }]>(samples, 'event-streams.verify.message');
    const event = EventStreamsEvent.parse({ ...verify, data: { ...verify.data, number_segments: '2' } });
    if (event.type !== 'com.twilio.accountsecurity.verify.message.delivered') return expect.unreachable(String(event.type));
    expect(event.data.number_segments).toBe(2);
  });
});

test('180 types of event are known by name, each once', () => {
  expect(eventStreamsEventTypes).toHaveLength(180);
  expect(new Set(eventStreamsEventTypes).size).toBe(180);
  expect(eventStreamsEventTypes).toEqual(eventStreamsEventTypes.toSorted());
  expectTypeOf<'com.twilio.messaging.message.delivered'>().toExtend<EventStreamsEventType>();
  expectTypeOf<string>().not.toExtend<EventStreamsEventType>();
});

describe('hostile events', () => {
  test('do not reach the prototype of anything', () => {
    const text = JSON.stringify([{ ...sent, data: { ...sent.data, tags: {} } }]).replaceAll(
      '"tags":{}',
      '"tags":{"__proto__":{"a":1}},"__proto__":{"a":1}',
    );
    const [event] = EventStreamsRequest.parse(text);
    const read = event?.type === 'com.twilio.messaging.message.sent' ? event.data : undefined;
    expect(read).toHaveProperty('messageSid');
    for (const object of [event, read, read?.tags]) {
      expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
      expect('a' in (object as object)).toBe(false);
    }
  });

  test('may be nested deeply and be very many', () => {
    const nest = (levels: number) => {
      const deep = `${'['.repeat(levels)}${']'.repeat(levels)}`;
      return `[${JSON.stringify(sent).replace('"SENT"', `"SENT","deep":${deep}`)}]`;
    };
    expect(EventStreamsRequest.parse(nest(100))[0]?.type).toBe(sent.type);
    expect(EventStreamsRequest.safeParse(nest(50_000)).success).toBe(false);
    expect(EventStreamsRequest.parse(new Array(20_000).fill(sent))).toHaveLength(20_000);
  });
});
