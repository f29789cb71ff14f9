import { describe, expect, expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import { findDrift, identifyWebhook, parseWebhook } from '../../src/payloads/index.js';
import { SendgridEvent, SendgridEvents, SendgridInboundParse, uniqueArguments } from '../../src/payloads/sendgrid/index.js';
import { fixture } from '../../src/testing/index.js';
import { loadSamples } from './samples.js';

const samples = loadSamples('sendgrid');
const events = samples.filter(({ kind }) => kind === 'sendgrid.event').map(({ body }) => (body as unknown as readonly [object])[0]);
const bounce = { email: 'ada@example.com', timestamp: 1_793_527_200, event: 'bounce', sg_event_id: 'a', order_id: '42', category: 'order' };

describe('SendgridEvents', () => {
  test('reads and writes a batch of all twelve events, from text and from objects', () => {
    for (const input of [events, JSON.stringify(events)]) {
      const read = SendgridEvents.parse(input);
      expect(new Set(read.map(({ event }) => event)).size).toBe(12);
      expect(z.encode(SendgridEvents, read)).toEqual(events);
    }
  });

  test('refuses no event', () => {
    const read = SendgridEvents.parse([bounce, { event: 'next_idea', sg_event_id: 'b' }, {}, 'text', null]);
    expect(read).toMatchObject([
      { event: 'bounce' },
      { event: 'next_idea' },
      { event: undefined, frame: {} },
      { event: undefined, frame: 'text' },
      { event: undefined, frame: null },
    ]);
    expect(z.encode(SendgridEvents, read)).toEqual([bounce, { event: 'next_idea', sg_event_id: 'b' }, {}, 'text', null]);
  });

  test('reads a lone event and writes it so', () => {
    expect(z.encode(SendgridEvents, SendgridEvents.parse(bounce))).toEqual(bounce);
  });

  test('names the kind of its events', () => {
    expect(SendgridEvents.kindOf([bounce])).toBe('sendgrid.event');
    expect(identifyWebhook([bounce])).toBe('sendgrid.event');
    expect(parseWebhook(JSON.stringify([bounce])).kind).toBe('sendgrid.event');
  });
});

describe('SendgridEvent', () => {
  test('has dates for seconds, categories as one or several, and numbers as their text', () => {
    const event = SendgridEvent.parse(bounce);
    expect(event.timestamp).toEqual(new Date('2026-11-01T10:00:00Z'));
    expectTypeOf(event.category).toEqualTypeOf<string | readonly string[] | undefined>();
    expect(SendgridEvent.parse({ ...bounce, category: ['a', 'b'], attempt: '5' })).toMatchObject({ category: ['a', 'b'], attempt: 5 });
  });

  test('keeps unique arguments under their own names, lists them, and types them by extend', () => {
    const event = SendgridEvent.parse({ ...bounce, nested: { a: [1] } });
    expect(uniqueArguments(event)).toEqual({ order_id: '42', nested: { a: [1] } });
    expect(findDrift(SendgridEvent, event).unknownParameters).toEqual(['order_id', 'nested']);
    const own = SendgridEvent.extend({ order_id: z.coerce.number() });
    expect(own.parse([bounce]).order_id).toBe(42);
  });

  test('makes fixtures of every event', () => {
    expect(fixture(SendgridEvent, { email: 'bob@example.com' }, { variant: 'click' })).toMatchObject({
      event: 'click',
      email: 'bob@example.com',
    });
  });

  test('is not what an event of Event Streams is taken for', () => {
    expect(identifyWebhook([{ type: 'com.twilio.error-logs.error.logged' }])).toBe('event-streams.error-logs');
  });
});

describe('SendgridInboundParse', () => {
  const mail = samples.find(({ kind }) => kind === 'sendgrid.inbound-parse')?.body ?? {};
  const form = () => {
    const made = new FormData();
    for (const [name, value] of Object.entries(mail)) made.append(name, value);
    return made;
  };

  test('opens the JSON that it holds', () => {
    const read = SendgridInboundParse.parse(mail);
    expect(read.envelope).toEqual({ to: ['in@parse.example.com'], from: 'ada@example.com' });
    expect(read).toMatchObject({ attachments: 1, spam_score: 0.1, files: [], 'attachment-info': { attachment1: { type: 'image/png' } } });
  });

  test('keeps files as they come, in their order', async () => {
    const sent = form();
    sent.append('attachment2', new File(['second'], 'b.txt', { type: 'text/plain' }));
    sent.append('attachment1', new File(['first'], '../../a.png', { type: 'image/png' }));
    const read = SendgridInboundParse.parse(sent);
    expect(read.files.map(({ name, size }) => [name, size])).toEqual([
      ['../../a.png', 5],
      ['b.txt', 6],
    ]);
    expect(new TextDecoder().decode(await read.files[0]?.arrayBuffer())).toBe('first');
    expect(read).not.toHaveProperty('attachment1');
    expect(z.encode(SendgridInboundParse, read)).toEqual({
      ...mail,
      attachment1: sent.get('attachment1'),
      attachment2: sent.get('attachment2'),
    });
  });

  test('takes no file for a text, and no text for a file', () => {
    const sent = form();
    sent.set('text', new File(['x'], 'text'));
    sent.set('attachment1', 'just text');
    sent.set('__proto__', new File(['x'], 'p'));
    const read = SendgridInboundParse.parse(sent);
    expect(read).toMatchObject({ files: [], attachment1: 'just text' });
    expect(read.text).toBeUndefined();
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  });
});
