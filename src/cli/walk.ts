import type { Exchange } from '../delivery/exchange.js';
import type { WebhookKind } from '../payloads/index.js';
import { type Conduct, conductOf } from '../twiml/conduct.js';
import { parseTwiml } from '../twiml/document/index.js';
import type { TwimlNode } from '../twiml/index.js';
import { type Act, writeAct } from './act.js';

/** What Twilio asks for next. */
export interface NextRequest {
  readonly kind: 'voice.gather' | 'voice.redirect' | 'messaging.twiml.redirect';
  /** Which of the kind's samples has what was done. */
  readonly variant?: string;
  /** As the document has it; empty for the document's own URL. */
  readonly reference: string;
  readonly method: 'GET' | 'POST';
  /** What the webhook has besides what is known of the call or message. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** Why nothing comes next, where that is worth a word. */
export interface End {
  readonly note?: string;
  /** What Twilio asks for when what the verb does is done. */
  readonly later?: readonly Later[];
}

/** A request that Twilio makes some time after a verb began. */
export interface Later {
  readonly kind: WebhookKind;
  /** The attribute that names its URL. */
  readonly attribute: string;
  readonly reference: string;
}

/** Verbs that wait for one of these are over by themselves, as far as is known. All others wait for something that is not there. */
const PASSING: readonly string[] = ['nothing', 'sound', 'time', 'unknown'];

/**
 * Runs a document up to the next request.
 *
 * @param acts - What the caller does at each `<Gather>`, in turn; what was done is taken off.
 */
export function findNextRequest({ kind, answer, findings }: Exchange, acts: Act[]): NextRequest | End {
  if (answer === undefined || answer.body.trim() === '' || findings.some(({ rule }) => rule === 'well-formed' || rule === 'reply-status'))
    return {};
  for (const verb of readVerbs(answer.body)) {
    if (verb.tag === 'Redirect') return redirect(verb, kind);
    const next = verb.tag === 'Gather' ? gather(verb, acts) : undefined;
    if (next !== undefined) return next;
    const conduct = verb.tag === 'Gather' ? undefined : conductOf(familyOf(kind), verb.tag);
    if (conduct?.ends?.when === 'always' && conduct.ends.leadsTo !== 'answer') return {};
    if (conduct !== undefined && !PASSING.includes(conduct.waitsFor)) return describeLater(verb, conduct);
  }
  return {};
}

function readVerbs(body: string): TwimlNode[] {
  try {
    return listElements(parseTwiml(body));
  } catch {
    // The linter has told about it.
    return [];
  }
}

function listElements({ children }: TwimlNode): TwimlNode[] {
  return children.filter((child) => typeof child === 'object' && 'tag' in child);
}

function redirect({ attributes, children }: TwimlNode, kind: string): NextRequest {
  const reference = children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
  const isMessage = kind.startsWith('messaging.');
  return { kind: isMessage ? 'messaging.twiml.redirect' : 'voice.redirect', reference, method: methodOf(attributes), parameters: {} };
}

/** What a `<Gather>` asks for; `undefined` when nobody answers it, so that the call goes on with the next verb. */
function gather({ attributes }: TwimlNode, acts: Act[]): NextRequest | End | undefined {
  const inputs = (attributes.input ?? 'dtmf').split(/\s+/);
  const [act] = acts;
  const asked = inputs.includes('dtmf') ? (inputs.includes('speech') ? 'keys or speech' : 'keys') : 'speech';
  if (act === undefined) return { note: `<Gather> waits for ${asked}; ${HINTS[asked]}.` };
  if ((act.does === 'press' && asked === 'speech') || (act.does === 'say' && asked === 'keys')) {
    return { note: `<Gather> waits for ${asked}, and takes no ${writeAct(act)}.` };
  }
  acts.shift();
  const base = { kind: 'voice.gather', reference: attributes.action ?? '', method: methodOf(attributes) } as const;
  if (act.does === 'say') return { ...base, variant: 'speech', parameters: { SpeechResult: act.words } };
  if (act.does === 'press') return { ...base, variant: 'dtmf', parameters: readDigits(attributes, act.keys) };
  if (attributes.actionOnEmptyResult !== 'true') return undefined;
  return { ...base, variant: 'dtmf', parameters: { Digits: '', FinishedOnKey: '' } };
}

const HINTS = {
  keys: '--press 1 presses one, --silence presses none',
  speech: '--say "…" says something, --silence nothing',
  'keys or speech': '--press 1 presses one, --say "…" says something',
} as const;

/** The digits of keys: up to the one that finishes, and no more than are wanted. */
function readDigits({ finishOnKey = '#', numDigits = '' }: TwimlNode['attributes'], keys: string): NextRequest['parameters'] {
  const end = [...keys].findIndex((key) => finishOnKey !== '' && finishOnKey.includes(key));
  const entered = end === -1 ? keys : keys.slice(0, end);
  const most = /^\d+$/.test(numDigits) ? Number(numDigits) : Number.POSITIVE_INFINITY;
  const isFull = entered.length >= most;
  return { Digits: entered.slice(0, most), FinishedOnKey: end === -1 || isFull ? '' : (keys[end] as string) };
}

function methodOf({ method = 'POST' }: TwimlNode['attributes']): NextRequest['method'] {
  return method.toUpperCase() === 'GET' ? 'GET' : 'POST';
}

function describeLater(verb: TwimlNode, { asks = [] }: Conduct): End {
  const { tag, attributes } = verb;
  const later = asks.flatMap(({ by, kinds: [kind], otherwise }) => {
    const reference = attributes[by] ?? (otherwise === undefined ? undefined : '');
    return by === 'text' || reference === undefined ? [] : [{ kind: kindOf(kind as WebhookKind, verb), attribute: by, reference }];
  });
  const after = later.length > 0 ? '' : ' Then the call goes on with what stands behind it, if it is still there.';
  return { note: `<${tag}> ends this walk: what happens there is not played.${after}`, later };
}

function familyOf(kind: string): 'voice' | 'messaging' | 'fax' {
  return (['messaging', 'fax'] as const).find((family) => kind.startsWith(`${family}.`)) ?? 'voice';
}

/** What `<Connect>` reports depends on what it connected. */
function kindOf(kind: WebhookKind, verb: TwimlNode): WebhookKind {
  if (kind !== 'voice.connect') return kind;
  const [noun] = listElements(verb);
  if (noun?.tag === 'ConversationRelay') return 'voice.connect.conversation-relay';
  return noun?.tag === 'VirtualAgent' ? 'voice.connect.virtual-agent' : kind;
}
