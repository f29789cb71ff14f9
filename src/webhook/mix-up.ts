import { PayloadError } from '../errors.js';
import type { Identify } from '../payloads/identify.js';
import { describeKind, identifyInput, identifyWebhook, identifyWithout, webhookKinds } from '../payloads/identify-webhook.js';
import type { WebhookKind } from '../payloads/index.js';

/** What is known of a schema. Those of applications may have kinds of their own. */
export interface Identified {
  readonly kind?: string | undefined;
  readonly identifiable?: boolean | undefined;
}

/**
 * Finds out whether a payload that its schema could read looks like that of another kind, as status callbacks do that come to the URL of
 * the call. It is a suspicion: what Twilio adds tomorrow may look like something else today.
 */
export function suspectKind({ kind, identifiable }: Identified, input: unknown): PayloadError | undefined {
  if (identifiable === false || kind === undefined || !isKnown(kind) || identifyInput(input, strangersOf(kind)) === undefined)
    return undefined;
  const seen = identifyWebhook(input);
  if (seen === undefined || isRelated(seen, kind)) return undefined;
  return new PayloadError('PAYLOAD_OTHER_KIND', `This looks like ${seen}, and the handler of ${kind} answers it: ${ask(seen)}`, {
    kind: seen,
  });
}

const strangers = /* @__PURE__ */ new Map<WebhookKind, Identify>();

/**
 * What tells kinds apart that have nothing to do with a kind. Hardly a payload looks like one of them, and a kind's own signs are many, so
 * that asking for all kinds would take an eighth of the time of an answer.
 */
function strangersOf(kind: WebhookKind): Identify {
  let identify = strangers.get(kind);
  if (identify === undefined) {
    identify = identifyWithout((other) => isRelated(other, kind));
    strangers.set(kind, identify);
  }
  return identify;
}

/** Adds what a payload looks like to the error that says that it does not fit. What looks like others of its product anyway says nothing. */
export function nameKind(error: PayloadError, { identifiable }: Identified, input: unknown): PayloadError {
  const { code, kind, issues } = error;
  const seen = identifyWebhook(input);
  if (seen === undefined || kind === undefined || seen === kind) return error;
  if (identifiable === false && productOf(seen) === productOf(kind)) return error;
  return new PayloadError(code, `${error.message.replace(/\.?$/, '.')} It looks like ${seen}: ${ask(seen)}`, { kind, issues });
}

function productOf(kind: string): string | undefined {
  return kind.split('.', 1)[0];
}

function isKnown(kind: string): kind is WebhookKind {
  return strangers.has(kind as WebhookKind) || (webhookKinds as readonly string[]).includes(kind);
}

/** Whether one of two kinds is a special case of the other. */
function isRelated(one: WebhookKind, other: WebhookKind): boolean {
  return isSpecialCase(one, other) || isSpecialCase(other, one);
}

function isSpecialCase(kind: WebhookKind, general: WebhookKind): boolean {
  for (let name: string | undefined = kind; name !== undefined; name = describeKind(name as WebhookKind).parent)
    if (name === general) return true;
  return false;
}

/** The likely slip, as a question. */
function ask(seen: WebhookKind): string {
  if (seen.startsWith('messaging.incoming')) return "is the number's messaging URL set to this route?";
  if (seen.startsWith('voice.incoming')) return "is the number's voice URL set to this route?";
  if (seen.includes('status')) return 'is this route set as the URL of its status callback?';
  return 'is this route set as its URL at Twilio?';
}
