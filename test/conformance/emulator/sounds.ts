import type { Heard } from '../../../src/emulator/index.js';
import { fitsMatcher } from './matcher.js';
import { makeAbsolute } from './urls.js';
import type { ExpectedSound } from './voice-row.js';

/** Sounds that a row names only where they matter. */
const OPTIONAL: readonly string[] = ['silence', 'ringback', 'music', 'beep', 'speech'];

/** Between them nothing else was heard that counts. */
const BACKGROUND: readonly string[] = ['silence', 'ringback'];

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** Compares what a person heard with what they were to hear. */
export function findSoundProblems(who: string, expected: readonly ExpectedSound[], all: readonly Heard[]): readonly string[] {
  const named = new Set(expected.flatMap(typesOf));
  const heard = join(all.filter(({ type }) => !OPTIONAL.includes(type) || named.has(type)));
  const story = `in all: ${heard.map(describe).join(', ') || 'nothing'}`;
  const banned = expected.flatMap(({ none = [] }) => none);
  const problems = heard.filter(({ type }) => banned.includes(type)).map(({ type }) => `${who} heard a ${type}; ${story}`);
  const wanted = expected.filter(({ none }) => none === undefined);
  let next = 0;
  let repeated: ExpectedSound | undefined;
  for (const sound of heard.filter(({ type }) => !banned.includes(type))) {
    if (BACKGROUND.includes(sound.type) && !wanted.some((one) => fits(one, sound))) continue;
    const found = wanted.findIndex((one, index) => index >= next && fits(one, sound));
    const isNext = found !== -1 && wanted.slice(next, found).every(({ optional }) => optional === true);
    if (isNext) {
      repeated = wanted[found]?.repeated === true ? wanted[found] : undefined;
      next = found + 1;
    } else if (!(repeated !== undefined && fits(repeated, sound)) && !BACKGROUND.includes(sound.type)) {
      return [...problems, `${who} heard ${describe(sound)} instead of ${JSON.stringify(wanted[next] ?? 'nothing more')}; ${story}`];
    }
  }
  const missing = wanted.slice(next).filter(({ optional }) => optional !== true);
  return missing.length === 0 ? problems : [...problems, `${who} did not hear ${JSON.stringify(missing)}; ${story}`];
}

function typesOf({ none, type }: ExpectedSound): readonly string[] {
  if (none !== undefined) return [none];
  return typeof type === 'object' ? type.oneOf : [type ?? ''];
}

/** Neighbouring silences are one, and so are the tones of keys. */
function join(heard: readonly Heard[]): readonly Heard[] {
  const joined: Mutable<Heard>[] = [];
  for (const sound of heard) {
    const last = joined.at(-1);
    if (last?.type === sound.type && BACKGROUND.includes(sound.type)) last.seconds = (last.seconds ?? 0) + (sound.seconds ?? 0);
    else if (last?.type === sound.type && sound.type === 'tones') last.digits = `${last.digits ?? ''}${sound.digits ?? ''}`;
    else joined.push({ ...sound });
  }
  return joined;
}

function fits(expected: ExpectedSound, { type, text = '', url, digits = '', seconds, cut }: Heard): boolean {
  return (
    typesOf(expected).includes(type) &&
    (expected.text === undefined || hasText(expected, type, plain(text), cut === true)) &&
    (expected.url === undefined || (url !== undefined && makeAbsolute(url) === makeAbsolute(expected.url))) &&
    (expected.digits === undefined || keysOf(digits) === keysOf(expected.digits)) &&
    (expected.cut === undefined || (cut === true) === expected.cut) &&
    (expected.seconds === undefined || lasts(expected.seconds, seconds))
  );
}

function hasText(expected: ExpectedSound, type: string, text: string, cut: boolean): boolean {
  const wanted = plain(expected.text ?? '');
  if (type === 'speech') return text.includes(wanted);
  // Of what was cut off, as much as was heard.
  return text === wanted || (cut && expected.cut !== false && text !== '' && wanted.startsWith(text.replace(/(?:…|\.\.\.)$/, '')));
}

function lasts(wanted: number | Readonly<Record<string, unknown>>, seconds: number | undefined): boolean {
  if (typeof wanted !== 'number') return fitsMatcher(wanted, seconds, { isLoose: true });
  return seconds !== undefined && Math.abs(seconds - wanted) <= 0.5;
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function keysOf(digits: string): string {
  return digits.replaceAll(/[wW]/g, '');
}

function describe({ type, text, url, digits, seconds, cut }: Heard): string {
  return [type, text ?? url ?? digits, seconds === undefined ? '' : `${seconds} s`, cut ? '(cut)' : ''].filter(Boolean).join(' ');
}
