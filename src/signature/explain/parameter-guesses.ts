import type { FormPair } from '../../request/forms.js';
import { writeTail } from '../signed-text.js';
import { quote, quoteAll, type TailChange } from './change.js';

/** How Twilio writes the names of the parameters of forms, but for those of Proxy and what applications add to TwiML. */
const TWILIO_NAME = /^[A-Z][A-Za-z\d]*(?:[.[][\w.[\]]*)?$/;

/** Several parameters that something in front added, such as the route's own, left out together. */
export function* dropForeign(pairs: readonly FormPair[]): Generator<TailChange> {
  const kept = pairs.filter(({ name }) => TWILIO_NAME.test(name));
  if (kept.length === 0 || kept.length > pairs.length - 2) return;
  const names = [...new Set(pairs.filter(({ name }) => !TWILIO_NAME.test(name)).map(({ name }) => name))];
  yield { tail: writeTail([...kept]), cause: 'parameter-added', finding: `the parameters ${quoteAll(names)} are left out` };
}

/** Values that are always the same, or another parameter's, so that they can be put back when they were dropped. */
const SAME: readonly (readonly [name: string, others: readonly string[]])[] = [
  ['SmsSid', ['MessageSid', 'SmsMessageSid']],
  ['SmsMessageSid', ['MessageSid', 'SmsSid']],
  ['MessageSid', ['SmsMessageSid', 'SmsSid']],
  ['Called', ['To']],
  ['Caller', ['From']],
  ['To', ['Called']],
  ['From', ['Caller']],
  ['SmsStatus', ['MessageStatus']],
];
const USUAL: readonly (readonly [name: string, value: string, beside: string])[] = [
  ['ApiVersion', '2010-04-01', ''],
  ['NumMedia', '0', 'MessageSid'],
  ['NumSegments', '1', 'MessageSid'],
  ['SmsStatus', 'received', 'MessageSid'],
  ['CallStatus', 'ringing', 'CallSid'],
  ['CallStatus', 'in-progress', 'CallSid'],
  ['Direction', 'inbound', 'CallSid'],
];

/** One or two parameters that were dropped, and whose values the others tell; or all of those. */
export function* restoreKnown(pairs: readonly FormPair[]): Generator<TailChange> {
  const values = new Map(pairs.map(({ name, value }) => [name, value]));
  const lost: FormPair[] = [];
  for (const [name, others] of SAME) {
    const source = others.find((other) => values.has(other));
    if (!values.has(name) && source !== undefined) lost.push({ name, value: values.get(source) ?? '' });
  }
  for (const [name, value, beside] of USUAL) {
    if (!values.has(name) && (beside === '' || values.has(beside))) lost.push({ name, value });
  }
  const restore = (some: readonly FormPair[]): TailChange => ({
    tail: writeTail([...pairs, ...some]),
    cause: 'parameter-missing',
    finding: `the ${some.length === 1 ? 'parameter' : 'parameters'} ${quoteAll(some.map(({ name }) => name))} ${some.length === 1 ? 'is' : 'are'} there`,
  });
  for (const one of lost) yield restore([one]);
  for (const [first, second] of listTwo(lost)) if (first.name !== second.name) yield restore([first, second]);
  const all = lost.filter(({ name }, at) => lost.findIndex((other) => other.name === name) === at);
  if (all.length > 2) yield restore(all);
}

/** More parameters than this give too many pairs. */
const MOST_IN_PAIRS = 40;

/** Any two parameters that were added, left out. */
export function* dropTwo(pairs: readonly FormPair[]): Generator<TailChange> {
  if (pairs.length > MOST_IN_PAIRS || pairs.length < 3) return;
  for (const [first, second] of listTwo(pairs)) {
    const finding = `the parameters ${quoteAll([first.name, second.name])} are left out`;
    yield { tail: writeTail(pairs.filter((pair) => pair !== first && pair !== second)), cause: 'parameter-added', finding };
  }
}

function* listTwo(items: readonly FormPair[]): Generator<readonly [FormPair, FormPair]> {
  for (const [at, first] of items.entries()) {
    for (const second of items.slice(at + 1)) yield [first, second];
  }
}

/** What sanitisers take out of text, and how much text is looked through. */
const TAKEN = ['<', '>', "'", '"', '&', '$', '\\', '`', ';', '\0'];
const LONGEST_SANITISED = 100;
/** Parameters that people write, the likeliest first. */
const WRITTEN = ['Body', 'SpeechResult', 'ProfileName', 'TranscriptionText', 'CallerName', 'ButtonText'];

/** One character that a sanitiser took out of what somebody wrote, put back. */
export function* restoreCharacter(pairs: readonly FormPair[]): Generator<TailChange> {
  const written = WRITTEN.flatMap((name) => pairs.filter((pair) => pair.name === name && pair.value.length <= LONGEST_SANITISED));
  for (const pair of written) {
    const finding = `the parameter ${quote(pair.name)} has one more character, of those that sanitisers take out`;
    for (const taken of TAKEN) {
      for (let at = 0; at <= pair.value.length; at += 1) {
        const value = pair.value.slice(0, at) + taken + pair.value.slice(at);
        const changed = pairs.map((other) => (other === pair ? { name: pair.name, value } : other));
        yield { tail: writeTail(changed), cause: 'parameter-changed', finding };
      }
    }
  }
}
