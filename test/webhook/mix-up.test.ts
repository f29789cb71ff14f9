import { expect, test } from 'vitest';
import { describeKind } from '../../src/payloads/identify-webhook.js';
import { identifyWebhook, schemaFor, type WebhookKind, webhookKinds } from '../../src/payloads/index.js';
import { formFixture } from '../../src/testing/index.js';
import { suspectKind } from '../../src/webhook/mix-up.js';

/** A kind and what it is a special case of. */
function lineOf(kind: WebhookKind): readonly string[] {
  const { parent } = describeKind(kind);
  return parent === undefined ? [kind] : [kind, ...lineOf(parent as WebhookKind)];
}

const bodies = webhookKinds.filter((kind) => describeKind(kind).wire === 'form').map((kind) => formFixture(schemaFor(kind)));

test.each(webhookKinds.filter((kind) => describeKind(kind).identifiable))(
  '%s suspects what looks like a kind that it has nothing to do with',
  (kind) => {
    const suspected = bodies.map((body) => suspectKind({ kind }, body)?.kind);
    const expected = bodies.map((body) => {
      const seen = identifyWebhook(body);
      return seen === undefined || lineOf(seen).includes(kind) || lineOf(kind).includes(seen) ? undefined : seen;
    });
    expect(suspected).toEqual(expected);
    expect(suspected).not.toEqual(bodies.map(() => undefined));
  },
);
