import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { samples } from '../../src/fixtures/samples/index.js';
import {
  type FormParameters,
  findDrift,
  identifyWebhook,
  type PayloadSchema,
  parseWebhook,
  schemaFor,
  type WebhookKind,
  webhookKinds,
  writeForm,
} from '../../src/payloads/index.js';

/** Kinds that nothing but their URL tells apart, and what their samples look like; nothing, where nothing is known of them. */
const LOOK_ALIKES: Readonly<Record<string, string | undefined>> = {
  // The vocabulary of Programmable Chat.
  'flex.flow.external': 'chat.on_message_sent',
  // Nobody has shown a body: what Twilio is known to send is that something is sent.
  'numbers.sender-id-registration': undefined,
  'numbers.voice-verification': undefined,
  'voice.batch-transcription': undefined,
  // The author of a flow names the parameters, or adds some to those of the call or message.
  'studio.http-request': undefined,
  'studio.run-function': undefined,
  'studio.twiml-redirect': undefined,
  // The same two parameters as any bundle's.
  'trusthub.bundle_status': 'numbers.bundle_status',
  // The same parameters as any request for voice or messaging TwiML.
  'messaging.twiml.redirect': 'messaging.incoming',
  'voice.conference.wait': 'voice.incoming',
  'voice.connect': 'voice.incoming',
  'voice.incoming.byoc': 'voice.incoming',
  'voice.redirect': 'voice.incoming',
  'voice.trunk.disaster-recovery': 'voice.incoming',
};

/** Kinds with parameters that the author of an application, a flow or a mail named: no schema can know them. */
const HAS_OWN_PARAMETERS = /^(?:sendgrid\.event|studio\.(?:http-request|run-function)|voice\.incoming\.client)$/;

/** Kinds for what is new in a family: their samples have a name that is not known. */
const IS_UNLISTED = /^(?!event-streams\.).*\.other$/;

const webhooks = samples
  .filter(({ kind }) => !/^(?:media-streams|conversation-relay)\./.test(kind))
  .map((sample) => ({ ...sample, name: [sample.kind, sample.variant].filter(Boolean).join(', ') }));

describe.each(webhooks)('the sample of $name', ({ kind, body }) => {
  const schema = schemaFor(kind as WebhookKind) as unknown as PayloadSchema<object>;
  const isJson = (schema._zod.def as { readonly wire?: string }).wire === 'json' || Array.isArray(body);
  const wire = isJson ? JSON.stringify(body) : writeForm(body as FormParameters);

  test('is read from the wire and written back as it came', () => {
    expect(z.encode(schema, schema.parse(wire))).toEqual(body);
  });

  test('is written back as it came whatever it lacks, as long as it can be read', () => {
    // A count is written from its list, so that the two stay or go together.
    const removable = Object.keys(body).filter((name) => !/Media/.test(name));
    fc.assert(
      fc.property(fc.subarray(removable), (removed) => {
        const rest = Array.isArray(body) ? body : Object.fromEntries(Object.entries(body).filter(([name]) => !removed.includes(name)));
        const read = schema.safeParse(rest);
        if (read.success) expect(z.encode(schema, read.data)).toEqual(rest);
      }),
      { numRuns: 20 },
    );
  });

  test('holds nothing that its schema does not know', () => {
    expect(findDrift(schema, schema.parse(body))).toEqual({
      unknownParameters: HAS_OWN_PARAMETERS.test(kind) ? expect.any(Array) : [],
      unknownValues: IS_UNLISTED.test(kind) ? expect.any(Array) : [],
    });
  });

  test('is read by the schema of its general kind too', () => {
    const general = schema.parent === undefined ? schema : (schemaFor(schema.parent as WebhookKind) as unknown as PayloadSchema<object>);
    const payload = general.parse(body);
    expect(z.encode(general, payload)).toEqual(body);
    expect(findDrift(general, payload)).toEqual({
      unknownParameters: HAS_OWN_PARAMETERS.test(kind) ? expect.any(Array) : [],
      unknownValues: IS_UNLISTED.test(kind) ? expect.any(Array) : [],
    });
  });

  test('is told from all other kinds, but for what looks alike', () => {
    expect(schema.identifiable).toBe(!(kind in LOOK_ALIKES));
    const looksLike = kind in LOOK_ALIKES ? LOOK_ALIKES[kind] : kind;
    if (looksLike === undefined) expect(identifyWebhook(body)).not.toBe(kind);
    else expect(parseWebhook(wire).kind).toBe(looksLike);
  });
});

test('there is a sample of every kind', () => {
  const sampled = new Set(webhooks.map(({ kind }) => kind));
  expect(webhookKinds.filter((kind) => !sampled.has(kind))).toEqual([]);
});
