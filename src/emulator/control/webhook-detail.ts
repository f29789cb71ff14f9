import { limitOf } from '../../delivery/exchange.js';
import { listFieldTypes } from '../../delivery/field-type.js';
import { kindSchema } from '../../delivery/kind.js';
import { explainSignature } from '../../signature/index.js';
import type { EmulatorEvent, VerbEvent } from '../events.js';
import { findBySeq, indexOfSeq } from '../find-by-seq.js';
import type { WebhookAttempt } from '../wire/webhook.js';
import type { World } from '../world.js';
import type { AnswerDetail, ParameterDetail, VerbDetail, Verdict, WebhookDetail } from './protocol.js';
import type { Surroundings } from './surroundings.js';

/** Tells all about one attempt to bring a webhook to the application. */
export async function describeWebhook(world: World, attempt: WebhookAttempt, { readMeanings }: Surroundings): Promise<WebhookDetail> {
  const { seq, kind, method, url, at, replayOf, request, response, failure, durationMs } = attempt;
  const schema = kindSchema(kind);
  const event = findBySeq(world.log.events, seq);
  const { callSid, messageSid } = event?.type === 'webhook' ? event : {};
  const meanings = (await readMeanings?.())?.$defs?.[kind]?.properties;
  return {
    ...{ seq, kind, title: schema.title, method, url, at },
    ...(callSid !== undefined && { callSid }),
    ...(messageSid !== undefined && { messageSid }),
    causes: event?.causes ?? [],
    ...(replayOf !== undefined && { replayOf }),
    parameters: describeParameters(attempt, meanings),
    headers: maskHeaders(request.headers),
    body: request.body,
    verdict: judgeSignature(world, attempt),
    ...(response !== undefined && { answer: describeAnswer(world, attempt, response) }),
    ...(failure !== undefined && { failure }),
    ...(durationMs !== undefined && { durationMs }),
    limitMs: limitOf(schema),
  };
}

function describeParameters(
  { kind, parameters }: WebhookAttempt,
  meanings: Readonly<Record<string, { readonly description?: string }>> | undefined,
): readonly ParameterDetail[] {
  const types = listFieldTypes(kindSchema(kind));
  return Object.entries(parameters).map(([name, value]) => {
    const type = types.get(name);
    const meaning = meanings !== undefined && Object.hasOwn(meanings, name) ? meanings[name]?.description : undefined;
    return {
      ...{ name, value },
      ...(type !== undefined && { type: type.name }),
      ...(type !== undefined && type.values.length > 0 && { values: type.values }),
      ...(meaning !== undefined && { meaning }),
    };
  });
}

/** Headers that open something, or prove something. */
const SECRET_HEADERS = /signature|^(?:proxy-)?authorization$|^(?:set-)?cookie$/i;

/** Headers as they may be shown and kept. */
export function maskHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, SECRET_HEADERS.test(name) ? '••••••••' : value]));
}

/** Says whether the signature was accepted, and why it may have been refused. Only the application knows for certain. */
function judgeSignature(world: World, attempt: WebhookAttempt): Verdict {
  const { response, url, method, request } = attempt;
  if (response === undefined) return { signature: 'unknown' };
  if (response.status !== 401 && response.status !== 403) return { signature: 'accepted' };
  const { authToken, authTokenSource } = world.settings;
  const seen = seenUrl(world, url);
  const { body, headers } = request;
  const explanation = explainSignature({ url: seen, method, headers, ...(method !== 'GET' && { body }) }, { authToken });
  if (!explanation.valid && seen !== url) {
    const { message, suggestion } = explanation;
    return {
      signature: 'refused',
      reason: `The server is asked at ${withoutQuery(seen)}, and the signature is for ${withoutQuery(url)}. ${message}`,
      ...(suggestion !== undefined && { suggestion }),
    };
  }
  return {
    signature: 'refused',
    reason: `The signature is right for this URL and ${authTokenSource}: the application verifies by another token, or refuses for a reason of its own.`,
    suggestion: 'Let the application read TWILIO_AUTH_TOKEN from its environment, as `ringback dev` sets it.',
  };
}

/** The URL at which the application sees itself, unless it knows better. */
function seenUrl(world: World, url: string): string {
  try {
    return world.settings.findApp(url)?.targetOf(url).href ?? url;
  } catch {
    return url;
  }
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '');
}

function describeAnswer(world: World, attempt: WebhookAttempt, response: NonNullable<WebhookAttempt['response']>): AnswerDetail {
  const { status, headers, body } = response;
  return {
    ...{ status, headers: maskHeaders(headers), body },
    isTwiml: /\b(?:xml|html)\b/i.test(headers['content-type'] ?? '') && /^\s*(?:<\?xml|<Response|<!--)/.test(body),
    verbs: listVerbs(world.log.events, attempt.seq),
    findings: attempt.findings,
  };
}

/** The verbs of the document that answered a webhook, as far as they have come. */
function listVerbs(events: readonly EmulatorEvent[], seq: number): readonly VerbDetail[] {
  const documents = new Set<number>();
  const begun = new Map<number, VerbEvent>();
  const ended = new Map<number, number>();
  for (const event of events.slice(indexOfSeq(events, seq))) {
    if (event.type === 'document' && event.causes.includes(seq)) documents.add(event.seq);
    if (event.type !== 'verb') continue;
    const [cause = 0] = event.causes;
    if (event.phase === 'begin' && documents.has(cause)) begun.set(event.seq, event);
    if (event.phase === 'end') ended.set(cause, event.at);
  }
  return [...begun].map(([number, { verb, path, at }]) => {
    const endedAt = ended.get(number);
    return { verb, path, at, ...(endedAt !== undefined && { endedAt }) };
  });
}
