import { makeHttpRequest } from '../delivery/exchange.js';
import { httpTransport } from '../delivery/http.js';
import { levelOf } from '../delivery/judge.js';
import { type KindSchema, kindSchema } from '../delivery/kind.js';
import { makeOutgoing } from '../delivery/outgoing.js';
import { makeRouter, type Route } from '../delivery/route.js';
import { type HttpAnswer, HttpFailure } from '../delivery/transport.js';
import { formFixture } from '../fixtures/fixture.js';
import type { WebhookKind } from '../payloads/index.js';
import { webhookKinds } from '../payloads/index.js';
import type { Family, LintContext } from '../twiml/document/index.js';
import { type CommandContext, UsageError } from './context.js';
import { findToken } from './signing-token.js';

/** How a document is fetched from a server. */
export interface FetchOptions {
  readonly allowRemote?: boolean | undefined;
  /** The URL that Twilio would call. */
  readonly as?: string | undefined;
  readonly authToken?: string | undefined;
  readonly document?: Family | undefined;
  /** What fetches the document. */
  readonly context?: LintContext | undefined;
}

const LIMITS = { connectMs: 5_000, readMs: 15_000, totalMs: 30_000 };

/** What asks for a document of a family. */
const ASKING: Readonly<Record<Family, WebhookKind>> = { voice: 'voice.incoming', messaging: 'messaging.incoming', fax: 'fax.received' };

/** Where there is nothing to POST to, as on a server of files. */
const NO_POST: readonly number[] = [404, 405, 501];

/**
 * Fetches a document as Twilio would: by a signed webhook. Where nobody said what the document answers, a call is tried and then a message.
 *
 * @throws UsageError when nobody answers.
 */
export async function fetchDocument(
  url: string,
  options: FetchOptions,
  context: Pick<CommandContext, 'env' | 'folder'>,
): Promise<HttpAnswer> {
  const { first: route } = makeRouter(url, options.as, options);
  const authToken = await findToken(options.authToken, context);
  let refused: HttpAnswer | undefined;
  for (const kind of listKinds(options)) {
    const schema = kindSchema(kind);
    const posted = await ask(schema, 'POST', route, authToken);
    const answer = NO_POST.includes(posted.status) ? await ask(schema, 'GET', route, authToken) : posted;
    if (answer.status !== 400) return answer;
    refused ??= answer;
  }
  return refused as HttpAnswer;
}

function listKinds({ document, context }: FetchOptions): readonly WebhookKind[] {
  // An answer is what most webhooks want; the others are fetched for one place each.
  const kind = context === 'response' ? undefined : webhookKinds.find((one) => levelOf(one) === context);
  if (kind !== undefined) return [kind];
  return document === undefined ? [ASKING.voice, ASKING.messaging] : [ASKING[document]];
}

async function ask(schema: KindSchema, method: 'POST' | 'GET', route: Route, authToken: string): Promise<HttpAnswer> {
  const outgoing = makeOutgoing({ schema, content: formFixture(schema), route, seed: 0, authToken, method });
  try {
    return await httpTransport.send(makeHttpRequest(outgoing.sign(route.publicUrl), route.target, LIMITS));
  } catch (error) {
    if (error instanceof HttpFailure) throw new UsageError(error.message);
    throw error;
  }
}
