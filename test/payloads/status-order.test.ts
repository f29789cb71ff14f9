import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CallStatusCallback, compareStatus, listEarlierStatuses, MessageStatusCallback } from '../../src/payloads/index.js';
import { callStory, messageStory } from '../../src/testing/index.js';

const statuses = [
  ...[
    'scheduled',
    'accepted',
    'queued',
    'sending',
    'sent',
    'delivered',
    'read',
    'failed',
    'undelivered',
    'canceled',
    'received',
    'receiving',
  ],
  ...['initiated', 'ringing', 'in-progress', 'completed', 'busy', 'no-answer', 'teleported'],
];

describe('compareStatus', () => {
  test.each([
    ['queued', 'sent'],
    ['accepted', 'queued'],
    ['sending', 'delivered'],
    ['delivered', 'read'],
    ['sent', 'undelivered'],
    ['queued', 'failed'],
    ['scheduled', 'canceled'],
    ['receiving', 'received'],
    ['queued', 'ringing'],
    ['initiated', 'busy'],
    ['in-progress', 'completed'],
    ['ringing', 'canceled'],
    ['in-progress', 'failed'],
  ])('puts %s before %s', (earlier, later) => {
    expect(compareStatus(earlier, later)).toBeLessThan(0);
    expect(compareStatus(later, earlier)).toBeGreaterThan(0);
  });

  test.each([
    ['delivered', 'undelivered'],
    ['read', 'failed'],
    ['failed', 'canceled'],
    ['completed', 'busy'],
    ['no-answer', 'busy'],
    ['sent', 'ringing'],
    ['sent', 'received'],
    ['sent', 'teleported'],
    ['sent', 'constructor'],
  ])('does not compare %s and %s', (a, b) => {
    expect(compareStatus(a, b)).toBeUndefined();
    expect(compareStatus(b, a)).toBeUndefined();
  });

  test('is an order: two ways say the opposite, and what lies between lies between', () => {
    const status = fc.constantFrom(...statuses);
    fc.assert(
      fc.property(status, status, status, (a, b, c) => {
        const [ab, ba, bc, ac] = [compareStatus(a, b), compareStatus(b, a), compareStatus(b, c), compareStatus(a, c)];
        expect(ab === undefined ? undefined : Math.sign(ab)).toBe(ba === undefined ? undefined : Math.sign(-ba) + 0);
        if (ab === 0) expect(a).toBe(b);
        if (ab !== undefined && ab < 0 && bc !== undefined && bc < 0 && ac !== undefined) expect(ac).toBeLessThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  test('is the same order as a list of what comes earlier', () => {
    for (const status of statuses) {
      const earlier = statuses.filter((other) => (compareStatus(other, status) ?? 0) < 0);
      expect(listEarlierStatuses(status).filter((other) => statuses.includes(other))).toEqual(expect.arrayContaining(earlier));
      for (const other of listEarlierStatuses(status)) expect(compareStatus(other, status)).toBeLessThan(0);
    }
    expect(listEarlierStatuses('ringing')).toEqual(['queued', 'initiated']);
    expect(listEarlierStatuses('teleported')).toEqual([]);
  });

  test('compares webhooks, raw and read, of one message or call', () => {
    const sent = { MessageSid: 'SM1', AccountSid: 'AC1', From: '+1', To: '+2', MessageStatus: 'sent' };
    const delivered = MessageStatusCallback.parse({ ...sent, MessageStatus: 'delivered' });
    expect(compareStatus(sent, delivered)).toBeLessThan(0);
    expect(compareStatus(delivered, 'sent')).toBeGreaterThan(0);
    expect(compareStatus(sent, { ...delivered, MessageSid: 'SM2' })).toBeUndefined();
    const call = { CallSid: 'CA1', AccountSid: 'AC1', From: '+1', To: '+2', CallStatus: 'in-progress', SequenceNumber: '2' };
    expect(compareStatus(CallStatusCallback.parse(call), { ...call, SequenceNumber: '10' })).toBeLessThan(0);
    expect(compareStatus({}, {})).toBeUndefined();
  });

  test('keeps the last status of a story whose callbacks overtake one another', () => {
    fc.assert(
      fc.property(fc.nat(10_000), (seed) => {
        for (const { steps, name, last } of [
          { steps: messageStory({ seed, disorder: 3, repeats: 2 }), name: 'MessageStatus', last: 'delivered' },
          { steps: callStory({ seed, direction: 'outbound', disorder: 2, repeats: 2 }), name: 'CallStatus', last: 'completed' },
        ]) {
          let stored: string | undefined;
          for (const { kind, parameters } of steps) {
            const status = (parameters as Record<string, string | undefined>)[name];
            if (!kind.includes('status') || status === undefined) continue;
            if (stored === undefined || (compareStatus(status, stored) ?? 0) > 0) stored = status;
          }
          expect(stored).toBe(last);
        }
      }),
      { numRuns: 100 },
    );
  });
});
