import { levelOf } from '../../delivery/judge.js';
import { kindSchema, listExpected } from '../../delivery/kind.js';
import type { LintOptions } from '../../twiml/document/index.js';
import { findBySeq } from '../find-by-seq.js';
import type { Webhook, WebhookAttempt } from '../wire/webhook.js';
import { sendWebhook } from '../wire/wire.js';
import type { World } from '../world.js';
import type { Command } from './protocol.js';

/**
 * Sends a webhook again, with or without changes, signed anew. The answer is looked at, and not carried out: the call has gone on meanwhile.
 *
 * @returns The number of the new event.
 * @throws TypeError when there is no such webhook.
 */
export function replay(world: World, { seq, url, parameters }: Extract<Command, { readonly do: 'replay' }>): number {
  const { webhook } = findWebhook(world, seq);
  const again = { ...webhook, url: url ?? webhook.url, parameters: parameters ?? webhook.parameters, causes: [seq], replayOf: seq };
  void sendWebhook(again, world);
  // It is noted before anything is waited for.
  return world.webhooks.at(-1)?.seq ?? 0;
}

/** Finds a webhook by the number of its event, as it would be sent. @throws TypeError when there is none. */
export function findWebhook(world: World, seq: number): { readonly attempt: WebhookAttempt; readonly webhook: Webhook } {
  const attempt = findBySeq(world.webhooks, seq);
  if (attempt === undefined) throw new TypeError(`There is no webhook ${seq}, or not any more`);
  const { kind, target, parameters } = attempt;
  const event = findBySeq(world.log.events, seq);
  const { callSid, messageSid } = event?.type === 'webhook' ? event : {};
  const lint = lintOf(kind);
  return {
    attempt,
    webhook: {
      ...{ kind, url: target, method: attempt.method === 'GET' ? 'GET' : 'POST', parameters },
      ...(lint !== undefined && { lint }),
      ...(callSid !== undefined && { callSid }),
      ...(messageSid !== undefined && { messageSid }),
    },
  };
}

/** How to look at the answer to a kind of webhook, where that is a document. */
function lintOf(kind: WebhookAttempt['kind']): LintOptions | undefined {
  const expected = listExpected(kindSchema(kind));
  const document = (['voice', 'messaging', 'fax'] as const).find((family) => expected.includes(`${family}-twiml`));
  return document && { document, context: levelOf(kind) };
}
