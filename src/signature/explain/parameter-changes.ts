import type { SignatureCause } from '../../errors.js';
import { decodeText, type FormPair } from '../../request/forms.js';
import { readLatin1 } from '../../request/latin1.js';
import { writeTail } from '../signed-text.js';
import { quote, quoteAll, type TailChange } from './change.js';
import { decodeEscapes } from './decode-escapes.js';

/** Rewritings that a framework does to every value, undone. */
const REWRITINGS: readonly (readonly [finding: string, rewrite: (value: string) => string])[] = [
  ['a space in front of digits is a plus', (value) => value.replace(/^ (?=\d+$)/, '+')],
  ['spaces are plus signs', (value) => value.replaceAll(' ', '+')],
  ['plus signs are spaces', (value) => value.replaceAll('+', ' ')],
  ['the text null is an empty value', (value) => (value === 'null' || value === 'undefined' || value === 'None' ? '' : value)],
  ['values have no white space around them', (value) => value.trim()],
  ['values are read as UTF-8, not as Latin-1', readAsUtf8],
  ['escapes are decoded', (value) => decodeEscapes(value.replaceAll('+', ' '))],
  ['lines end with CR LF', (value) => value.replaceAll(/\r?\n/g, '\r\n')],
  ['lines end with LF', (value) => value.replaceAll('\r\n', '\n')],
  ['characters are not written as HTML entities', unescapeHtml],
  ['accents are composed', (value) => value.normalize('NFC')],
  ['accents are decomposed', (value) => value.normalize('NFD')],
];

/** Changes of all parameters at once, undone. */
export function* changeAllParameters(pairs: readonly FormPair[], queryPairs: readonly FormPair[]): Generator<TailChange> {
  const all = (finding: string, changed: readonly FormPair[], cause: SignatureCause = 'parameter-changed'): TailChange => ({
    tail: writeTail([...changed]),
    cause,
    finding,
  });
  for (const [finding, rewrite] of REWRITINGS) {
    const changed = pairs.map(({ name, value }) => ({ name, value: rewrite(value) }));
    if (changed.some(({ value }, at) => value !== pairs[at]?.value)) yield all(finding, changed);
  }
  const filled = pairs.filter(({ value }) => value !== '');
  if (filled.length < pairs.length) yield all('empty parameters are left out', filled, 'parameter-added');
  const inQuery = new Set(queryPairs.map(({ name, value }) => `${name}=${value}`));
  const inBody = pairs.filter(({ name, value }) => !inQuery.has(`${name}=${value}`));
  if (inBody.length > 0 && inBody.length < pairs.length) {
    yield all('the parameters of the query are not counted among those of the body', inBody, 'parameters-counted-twice');
  }
  yield* changeNames(pairs, all);
}

/** Brackets and dots in names, as the parsers of PHP and of `qs` change them. */
function* changeNames(
  pairs: readonly FormPair[],
  all: (finding: string, changed: FormPair[], cause: SignatureCause) => TailChange,
): Generator<TailChange> {
  if (pairs.some(({ name }) => name.includes('['))) {
    const plain = pairs.map(({ name, value }) => ({ name: name.replace(/\[\d*\]$/, ''), value }));
    yield all('names have no brackets', plain, 'duplicate-parameter-lost');
  }
  if (pairs.some(({ name }) => name.includes('_'))) {
    const dotted = pairs.map(({ name, value }) => ({ name: name.replaceAll('_', '.'), value }));
    yield all('names have dots, not underscores', dotted, 'parameter-changed');
  }
  const split = pairs.flatMap(({ name, value }) => value.split(',').map((part) => ({ name, value: part })));
  if (split.length > pairs.length) yield all('values joined by a comma are apart', split, 'duplicate-parameter-lost');
}

/** Parameters that Twilio sends empty when it knows nothing, and that some parsers drop. */
const PLACES = ['City', 'State', 'Zip', 'Country'];
const OFTEN_EMPTY = [
  'Body',
  'CallerName',
  'Digits',
  'SpeechResult',
  'ForwardedFrom',
  'ParentAccountSid',
  'ErrorCode',
  'MessagingServiceSid',
  'Payload',
];

/** Empty parameters that were dropped, put back. */
export function* restoreEmpty(pairs: readonly FormPair[]): Generator<TailChange> {
  const names = new Set(pairs.map(({ name }) => name));
  const restore = (missing: readonly string[]): TailChange => ({
    tail: writeTail([...pairs, ...missing.map((name) => ({ name, value: '' }))]),
    cause: 'parameter-missing',
    finding: `the parameters ${quoteAll(missing)} are there, with empty values`,
  });
  const missing = ['To', 'From', 'Called', 'Caller'].map((party) =>
    PLACES.map((place) => party + place).filter((name) => !names.has(name)),
  );
  const [to = [], from = [], called = [], caller = []] = missing;
  const groups = [[...to, ...from], [...missing.flat()], to, from, [...to, ...called], [...from, ...caller], called, caller];
  const others = OFTEN_EMPTY.filter((name) => !names.has(name)).map((name) => [name]);
  for (const group of groups) if (group.length > 0) yield restore(group);
  for (const other of others) {
    yield restore(other);
    for (const group of groups.slice(0, 3)) if (group.length > 0) yield restore([...group, ...other]);
  }
  for (const group of missing) for (const place of group) yield restore([place]);
}

/** A single parameter that was added or changed. It is cut out of the tail where it stands, so that a long rest is not written anew. */
export function* changeEachParameter(tail: string, pairs: readonly FormPair[]): Generator<TailChange> {
  let start = 0;
  for (const [at, { name, value }] of pairs.entries()) {
    const last = pairs[at - 1];
    if (last?.name === name && last.value === value) continue;
    const end = start + name.length + value.length;
    const head = tail.slice(0, start);
    const rest = tail.slice(end);
    yield { tail: head + rest, cause: 'parameter-added', finding: `the parameter ${quote(name)} is left out` };
    for (const [what, other] of listValues(name, value)) {
      const finding = `the parameter ${quote(name)} ${what}`;
      if (other !== value) yield { tail: head + name + other + rest, cause: 'parameter-changed', finding };
    }
    start = end;
  }
}

/** What one value may have been. */
function listValues(name: string, value: string): readonly (readonly [finding: string, value: string])[] {
  if (/Sid$/.test(name)) return [];
  return [
    ['ends with a space', `${value} `],
    ['begins with a space', ` ${value}`],
    ['ends with a line feed', `${value}\n`],
    ['ends with CR LF', `${value}\r\n`],
    ['has spaces on both sides', ` ${value} `],
    ['has no white space around it', value.trim()],
    ['is empty', ''],
    ['has a plus in front', `+${value.trim()}`],
    ['has small letters alone', value.toLowerCase()],
    ['has plus signs for spaces', value.replaceAll(' ', '+')],
  ];
}

/** Reads text whose bytes were UTF-8 but were taken for Latin-1; text that cannot have come about so stays. */
function readAsUtf8(value: string): string {
  if (!/[\x80-\xff]/.test(value) || /[^\0-\xff]/.test(value)) return value;
  return decodeText(readLatin1(value));
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
  '#x2F': '/',
  '#96': '`',
};

function unescapeHtml(value: string): string {
  return value.replaceAll(/&(amp|lt|gt|quot|#39|#x27|#x2F|#96);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}
