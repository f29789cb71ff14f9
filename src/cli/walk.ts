import type { Exchange } from '../delivery/exchange.js';
import { conductOf } from '../twiml/conduct.js';
import { parseTwiml } from '../twiml/document/index.js';
import type { TwimlNode } from '../twiml/index.js';

/** What Twilio asks for next. */
export interface Step {
  readonly kind: 'voice.gather' | 'voice.redirect' | 'messaging.twiml.redirect';
  /** As the document has it; empty for the document's own URL. */
  readonly reference: string;
  readonly method: 'GET' | 'POST';
  /** What the webhook has besides what is known of the call or message. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** Why nothing comes next, where that is worth a word. */
export interface End {
  readonly note?: string;
}

/** Verbs that wait for one of these are over by themselves, as far as is known. All others wait for something that is not there. */
const PASSING: readonly string[] = ['nothing', 'sound', 'time', 'unknown'];

/**
 * Runs a document up to the next request.
 *
 * @param press - Takes the keys for the next `<Gather>`; `undefined` when there are no more.
 */
export function findStep({ kind, answer, findings }: Exchange, press: () => string | undefined): Step | End {
  if (answer === undefined || answer.body.trim() === '' || findings.some(({ rule }) => rule === 'well-formed' || rule === 'reply-status'))
    return {};
  for (const verb of readVerbs(answer.body)) {
    if (verb.tag === 'Redirect') return redirect(verb, kind);
    if (verb.tag === 'Gather' && takesKeys(verb)) {
      const keys = press();
      if (keys === undefined) return { note: '<Gather> waits for keys; --press 1 presses one.' };
      return gather(verb, keys);
    }
    if (verb.tag === 'Gather') return { note: '<Gather> waits for speech.' };
    const conduct = conductOf(familyOf(kind), verb.tag);
    if (conduct?.ends?.when === 'always' && conduct.ends.leadsTo !== 'answer') return {};
    if (conduct !== undefined && !PASSING.includes(conduct.waitsFor)) {
      return { note: `<${verb.tag}> would go on with others than this server.` };
    }
  }
  return {};
}

function familyOf(kind: string): 'voice' | 'messaging' | 'fax' {
  return (['messaging', 'fax'] as const).find((family) => kind.startsWith(`${family}.`)) ?? 'voice';
}

function readVerbs(body: string): TwimlNode[] {
  try {
    return parseTwiml(body).children.filter((child) => typeof child === 'object' && 'tag' in child);
  } catch {
    // The linter has told about it.
    return [];
  }
}

function redirect({ attributes, children }: TwimlNode, kind: string): Step {
  const reference = children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
  const isMessage = familyOf(kind) === 'messaging';
  return { kind: isMessage ? 'messaging.twiml.redirect' : 'voice.redirect', reference, method: methodOf(attributes), parameters: {} };
}

function takesKeys({ attributes }: TwimlNode): boolean {
  return attributes.input === undefined || attributes.input.split(/\s+/).includes('dtmf');
}

/** What a `<Gather>` sends when keys are pressed: up to the one that finishes, and no more than it wants. */
function gather({ attributes }: TwimlNode, keys: string): Step {
  const { finishOnKey = '#', numDigits = '', action = '' } = attributes;
  const end = [...keys].findIndex((key) => finishOnKey !== '' && finishOnKey.includes(key));
  const entered = end === -1 ? keys : keys.slice(0, end);
  const most = /^\d+$/.test(numDigits) ? Number(numDigits) : Number.POSITIVE_INFINITY;
  const isFull = entered.length >= most;
  const parameters = { Digits: entered.slice(0, most), FinishedOnKey: end === -1 || isFull ? '' : (keys[end] as string) };
  return { kind: 'voice.gather', reference: action, method: methodOf(attributes), parameters };
}

function methodOf({ method = 'POST' }: TwimlNode['attributes']): Step['method'] {
  return method.toUpperCase() === 'GET' ? 'GET' : 'POST';
}
