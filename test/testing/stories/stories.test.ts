import fc from 'fast-check';
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import { describe, expect, test } from 'vitest';
import { findDrift, identifyWebhook } from '../../../src/payloads/index.js';
import { parseForm } from '../../../src/request/forms.js';
import { callStory } from '../../../src/testing/index.js';
import { type AnyStep, type Teller, tellers } from './arbitrary.js';

const authToken = '0123456789abcdef0123456789abcdef';
const url = 'https://example.com/hook?state=1';

const check = (law: (tell: Teller) => void) => fc.assert(fc.property(tellers, law));
const isCallback = ({ schema }: AnyStep) => schema.expects === 'nothing';
const indexes = (steps: readonly AnyStep[]) => steps.map(({ index }) => index);
const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

describe('a step of any story', () => {
  test('is read by its schema, without drift, and identified as its kind', () => {
    check((tell) => {
      for (const { schema, kind, payload, parameters } of tell()) {
        expect(schema.parse(parameters)).toEqual(payload);
        expect(findDrift(schema as never, payload as never)).toEqual({ unknownParameters: [], unknownValues: [] });
        expect(identifyWebhook(parameters)).toBe(kind);
      }
    });
  });

  test('makes a request that twilio accepts', async () => {
    await fc.assert(
      fc.asyncProperty(tellers, async (tell) => {
        for (const step of tell()) {
          const request = step.request({ url, authToken });
          const signature = request.headers.get('x-twilio-signature') ?? '';
          const parameters = parseForm(await request.text());
          expect(parameters).toEqual(step.parameters);
          expect(validateRequest(authToken, signature, request.url, parameters as never)).toBe(true);
          expect(request.headers.get('i-twilio-idempotency-token')).toBe(step.idempotencyToken);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('is about one account, and numbers that are set aside for fiction', () => {
    check((tell) => {
      const steps = tell();
      expect(new Set(steps.map(({ parameters }) => parameters['AccountSid'])).size).toBe(1);
      const addresses = steps.flatMap(({ parameters: { From = '', To = '' } }) => [From, To] as string[]);
      const numbers = addresses.flatMap((address) => /\+\d+/.exec(address) ?? []);
      for (const number of numbers) expect(number).toMatch(/^\+1\d{3}55501\d\d$/);
    });
  });
});

describe('a story that nothing disturbs', () => {
  test('is the same for the same seed alone', () => {
    check((tell) => {
      expect(tell({ seed: 4 })).toEqual(tell({ seed: 4 }));
      const tokens = tell({ seed: 4 }).map(({ idempotencyToken }) => idempotencyToken);
      for (const { idempotencyToken } of tell({ seed: 5 })) expect(tokens).not.toContain(idempotencyToken);
    });
  });

  test('comes in order, a webhook at a time, each with a token of its own', () => {
    check((tell) => {
      const steps = tell();
      expect(indexes(steps)).toEqual(steps.map((_, position) => position));
      for (const [position, step] of steps.entries()) {
        const before = steps[position - 1];
        if (before !== undefined) expect(step.at.getTime()).toBeGreaterThan(before.at.getTime());
      }
      expect(new Set(steps.map(({ idempotencyToken }) => idempotencyToken)).size).toBe(steps.length);
      expect(steps.every(({ attempt }) => attempt === 1)).toBe(true);
    });
  });

  test('counts the events of each call and conference without a gap, with times that never go back', () => {
    check((tell) => {
      const events = tell().filter(({ parameters }) => 'SequenceNumber' in parameters);
      const subjectOf = ({ parameters }: AnyStep) => parameters['ConferenceSid'] ?? parameters['CallSid'];
      for (const subject of new Set(events.map(subjectOf))) {
        const steps = events.filter((step) => subjectOf(step) === subject);
        const numbers = steps.map(({ payload }) => (payload as { SequenceNumber: number }).SequenceNumber);
        const first = 'ConferenceSid' in (steps[0]?.parameters ?? {}) ? 1 : 0;
        expect(numbers).toEqual(steps.map((_, position) => first + position));
        const times = steps.map(({ payload }) => (payload as { Timestamp: Date }).Timestamp.getTime());
        expect(times).toEqual(sorted(times));
      }
    });
  });

  test('begins when it is told to, and reports its times by that clock', () => {
    check((tell) => {
      const start = new Date('2031-05-06T07:08:09Z');
      for (const { at, offsetMs, payload } of tell({ start })) {
        expect(at.getTime()).toBe(start.getTime() + offsetMs);
        const { Timestamp = at } = payload as { Timestamp?: Date };
        expect(at.getTime() - Timestamp.getTime()).toBeGreaterThanOrEqual(0);
        expect(at.getTime() - Timestamp.getTime()).toBeLessThan(1_500);
      }
    });
  });
});

describe('a story over a bad network', () => {
  const disturbance = fc.record({ gaps: fc.nat(4), repeats: fc.nat(4), disorder: fc.nat(4) });

  test('always comes in the order of its times', () => {
    fc.assert(
      fc.property(tellers, disturbance, (tell, options) => {
        const offsets = tell(options).map(({ offsetMs }) => offsetMs);
        expect(offsets).toEqual(sorted(offsets));
      }),
    );
  });

  test('loses callbacks and nothing else', () => {
    fc.assert(
      fc.property(tellers, fc.nat(6), (tell, gaps) => {
        const [whole, left] = [tell(), tell({ gaps })];
        const callbacks = whole.filter(isCallback).length;
        expect(left).toHaveLength(whole.length - Math.min(gaps, callbacks));
        for (const step of left) expect(whole).toContainEqual(step);
        expect(left.filter((step) => !isCallback(step))).toEqual(whole.filter((step) => !isCallback(step)));
      }),
    );
  });

  test('repeats webhooks with their tokens, later and before what their answers bring about', () => {
    fc.assert(
      fc.property(tellers, fc.nat(6), (tell, repeats) => {
        const [whole, repeated] = [tell(), tell({ repeats })];
        const retries = repeated.filter(({ attempt }) => attempt === 2);
        expect(retries).toHaveLength(Math.min(repeats, whole.length));
        expect(repeated.filter(({ attempt }) => attempt === 1)).toEqual(whole);
        for (const retry of retries) {
          const first = whole.find(({ index }) => index === retry.index);
          expect(retry.idempotencyToken).toBe(first?.idempotencyToken);
          expect(retry.parameters).toEqual(first?.parameters);
          expect(retry.offsetMs).toBeGreaterThan(first?.offsetMs ?? Number.NaN);
        }
        const requests = repeated.filter((step) => !isCallback(step));
        expect(indexes(requests)).toEqual(sorted(indexes(requests)));
      }),
    );
  });

  test('only rearranges what comes in disorder, and keeps the requests that Twilio waits for in order', () => {
    fc.assert(
      fc.property(tellers, fc.nat(6), (tell, disorder) => {
        const [whole, rearranged] = [tell(), tell({ disorder })];
        expect(sorted(indexes(rearranged))).toEqual(indexes(whole));
        const late = rearranged.filter(({ index, offsetMs }) => offsetMs > (whole[index]?.offsetMs ?? Number.NaN));
        expect(late).toHaveLength(Math.min(disorder, whole.slice(0, -1).filter(isCallback).length));
        for (const step of late) expect(rearranged.slice(0, rearranged.indexOf(step)).some(({ index }) => index > step.index)).toBe(true);
        const requests = rearranged.filter((step) => !isCallback(step));
        expect(requests).toEqual(whole.filter((step) => !isCallback(step)));
      }),
    );
  });

  test('is the same bad network for the same seed', () => {
    fc.assert(
      fc.property(tellers, disturbance, (tell, options) => {
        expect(tell(options)).toEqual(tell(options));
      }),
    );
  });

  test.each([-1, 0.5, Number.NaN])('takes counts, and not %d', (count) => {
    expect(() => callStory({ gaps: count })).toThrow(TypeError);
    expect(() => callStory({ repeats: count })).toThrow(TypeError);
    expect(() => callStory({ disorder: count })).toThrow(TypeError);
  });
});
