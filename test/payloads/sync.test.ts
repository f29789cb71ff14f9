import { describe, expect, expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import { SyncDocument, SyncEvent, SyncListItem } from '../../src/payloads/sync/index.js';
import { findSample, loadSamples } from './samples.js';

const samples = loadSamples('sync');

describe('Sync webhooks', () => {
  test('open the data that an object holds', () => {
    expect(SyncDocument.parse(findSample(samples, 'sync.document')).DocumentData).toEqual({ hand_raised: true });
    const item = SyncListItem.parse(findSample(samples, 'sync.list_item'));
    expect(item.ItemData).toEqual({ text: 'milk' });
    expect(item.ItemIndex).toBe(2);
  });

  test('keep revisions as text, since they may be hexadecimal', () => {
    const sample = findSample<object>(samples, 'sync.document');
    expect(SyncDocument.parse({ ...sample, DocumentRevision: '1a0' }).DocumentRevision).toBe('1a0');
  });
});

describe('SyncEvent', () => {
  test.each(samples)('reads and writes $kind', ({ kind, body }) => {
    const event = SyncEvent.parse(body);
    expect(SyncEvent.kindOf(event)).toBe(kind);
    expect(z.encode(SyncEvent, event)).toEqual(body);
  });

  test('narrows by the type of the event', () => {
    const event = SyncEvent.parse(findSample(samples, 'sync.list_item'));
    if (event.EventType !== 'list_item_added') throw new Error('The sample is of another event');
    expectTypeOf(event.ListSid).toEqualTypeOf<`ES${string}`>();
    expect(event.ListSid).toMatch(/^ES/);
  });

  test('refuses an event that is none of its own', () => {
    expect(SyncEvent.safeParse({ EventType: 'onMessageAdded' }).success).toBe(false);
  });
});
