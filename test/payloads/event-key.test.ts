import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { samples } from '../../src/fixtures/samples/index.js';
import { eventIdentity } from '../../src/payloads/event-identity.js';
import { eventKey, identifyWebhook, type PayloadSchema, schemaFor, type WebhookKind, webhookKinds } from '../../src/payloads/index.js';
import { callStory, conferenceStory, fixture, messageStory } from '../../src/testing/index.js';

const webhooks = samples.filter(({ kind }) => !/^(?:media-streams|conversation-relay)\./.test(kind));
const schemaOf = (kind: string) => schemaFor(kind as WebhookKind) as unknown as PayloadSchema<object>;

/** Kinds whose webhooks hold nothing that counts them, or whose ids are no SIDs, so that fixtures do not change them. */
const UNCOUNTED =
  /^(?:chat\.(?:other|on_channel_add$)|event-streams\.(?:verify|messaging\.template)|orchestrator|sendgrid|numbers\.sender|voice\.batch|intelligence\.operator|studio\.(?:http|run)|supersim\.(?:ip|esim)|sync\.(?:endpoint|other))/;

describe('The key of an event', () => {
  test.each(webhooks)('of $kind $variant is one for the raw parameters, their text and the payload', ({ kind, body }) => {
    const key = eventKey(body);
    expect(eventKey(JSON.stringify(body))).toBe(key);
    const { identifiable } = schemaOf(kind);
    if (identifiable) expect(eventKey(schemaOf(kind).parse(body))).toBe(key);
    if (identifiable && !Array.isArray(body)) expect(eventKey(body, kind)).toBe(key);
    expect(eventKey(schemaOf(kind).parse(body), kind)).toBe(eventKey(body, kind));
  });

  test.each(webhookKinds)('of %s is another for another event', (kind) => {
    const [a, b] = [1, 2].map((seed) => fixture(schemaOf(kind), {}, { seed }) as object) as [object, object];
    if (!UNCOUNTED.test(kind)) expect(eventKey(a, kind)).not.toBe(eventKey(b, kind));
    expect(eventKey({ ...a, RetryCount: 3 }, kind)).toBe(eventKey(a, kind));
    expect(eventKey(Object.fromEntries(Object.entries(a).reverse()), kind)).toBe(eventKey(a, kind));
  });

  test('is unequal for all kinds of one account', () => {
    const keys = webhookKinds.map((kind) => eventKey(fixture(schemaOf(kind), {}, { seed: 1 }) as object, kind));
    const twice = keys.filter(
      (key, index) => keys.indexOf(key) !== index && !/^(?:messaging\.(?:incoming|status)|voice\.incoming)\//.test(key),
    );
    expect(twice).toEqual([]);
  });

  test('is the one of the general kind for a special case', () => {
    const whatsApp = samples.find(({ kind }) => kind === 'messaging.incoming.whatsapp')?.body as object;
    expect(eventKey(whatsApp)).toBe(eventKey(whatsApp, 'messaging.incoming'));
    const old = { SmsSid: 'SM1', AccountSid: 'AC1', From: '+15005550001', To: '+15005550002', Body: 'hi' };
    expect(eventKey(old)).toBe(eventKey(schemaOf('messaging.incoming').parse(old)));
  });

  test('holds what tells one event of a story from the next, and not how often it came', () => {
    const story = fc.record({ seed: fc.nat(10_000), repeats: fc.nat(4), disorder: fc.nat(3) });
    fc.assert(
      fc.property(story, (options) => {
        const stories = [
          messageStory({ ...options, outcome: 'delivered' }),
          callStory({ ...options, gather: '1', dial: true, record: true }),
          callStory({ ...options, direction: 'outbound' }),
          conferenceStory(options),
        ];
        for (const steps of stories) {
          const keys = new Map<string, number>();
          for (const { index, parameters, kind } of steps) {
            const key = eventKey(parameters, kind);
            expect(keys.get(key) ?? index, `${kind} ${key}`).toBe(index);
            keys.set(key, index);
          }
          expect(keys.size).toBe(new Set(steps.map(({ index }) => index)).size);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('names the events of a batch, one after the other', () => {
    const events = [
      { id: '1', type: 'com.twilio.error-logs.error.logged' },
      { id: '2', type: 'com.twilio.error-logs.error.logged' },
    ];
    expect(eventKey(events)).toBe('event-streams/1/com.twilio.error-logs.error.logged event-streams/2/com.twilio.error-logs.error.logged');
  });

  test('is made of anything, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        expect(eventKey(input as object)).toBeTypeOf('string');
      }),
    );
    expect(eventKey({ a: '\ud800', b: ['1', '2'] })).toBe('unknown/a=%EF%BF%BD&b=1%2C2');
    expect(eventKey({ a: '1', RetryCount: '1' })).toBe(eventKey({ RetryCount: '2', a: '1' }));
  });
});

/** The parameters of a kind, and the older names that stand in for them. */
function namesOf({ shape, _zod }: PayloadSchema<object>): readonly string[] {
  const { standIns } = _zod.def as unknown as { readonly standIns: Readonly<Record<string, readonly string[]>> };
  return [...Object.keys(shape), ...Object.values(standIns).flat()];
}

test('The table of what makes an event has only kinds and parameters that there are', () => {
  for (const [beginning, lists] of Object.entries(eventIdentity)) {
    const kinds = webhookKinds.filter((kind) => kind === beginning || kind.startsWith(`${beginning}.`));
    expect(kinds, beginning).not.toEqual([]);
    const known = new Set(kinds.flatMap((kind) => namesOf(schemaOf(kind))));
    for (const name of lists.flatMap((names) => names.split('|'))) expect([...known], `${beginning} ${name}`).toContain(name);
  }
  expect(identifyWebhook({})).toBeUndefined();
});
