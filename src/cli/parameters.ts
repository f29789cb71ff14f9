import type { FormParameters } from '../payloads/index.js';
import { nearestName } from '../twiml/did-you-mean.js';
import { UsageError } from './context.js';

/** `Name=Value`, as it is given on the command line. */
export interface Assignment {
  readonly name: string;
  readonly value: string;
}

/** @throws UsageError when a word is no `Name=Value`. */
export function readAssignments(words: readonly string[]): Assignment[] {
  return words.map((word) => {
    const equals = word.indexOf('=');
    if (equals < 1) throw new UsageError(`Expected Name=Value, such as From=+14155550100, got ${JSON.stringify(word)}`);
    return { name: word.slice(0, equals), value: word.slice(equals + 1) };
  });
}

/** Puts values in place of a form's own. A name that is given several times has all its values. */
export function assignParameters(form: FormParameters, assignments: readonly Assignment[]): FormParameters {
  const given = new Map<string, string[]>();
  for (const { name, value } of assignments) given.set(name, [...(given.get(name) ?? []), value]);
  const values = [...given].map(([name, all]) => [name, all.length === 1 ? (all[0] as string) : all] as const);
  return Object.fromEntries([...Object.entries(form), ...values]);
}

/**
 * Puts values into JSON: names are paths such as `data.messageStatus`, and values are JSON where they can be read as such, else text. Of a
 * batch of events the first is changed.
 *
 * @throws UsageError when a path leads nowhere.
 */
export function assignFields(content: unknown, assignments: readonly Assignment[]): unknown {
  const changed: unknown = structuredClone(content);
  for (const { name, value } of assignments) {
    const path = name.split('.');
    const last = path.pop() as string;
    let place: unknown = Array.isArray(changed) ? changed[0] : changed;
    for (const key of path) place = isObject(place) && Object.hasOwn(place, key) ? place[key] : undefined;
    if (!isObject(place) || last === '__proto__') throw new UsageError(`There is no place for ${name} in the JSON of this kind of webhook`);
    place[last] = readJson(value);
  }
  return changed;
}

/** Names that are probably misspelt, with what was meant. Others may be new at Twilio's, and are sent as they are. */
export function findSlips(assignments: readonly Assignment[], known: readonly string[]): string[] {
  return assignments.flatMap(({ name }) => {
    const nearest = known.includes(name) || /\d$/.test(name) ? undefined : nearestName(name, known);
    return nearest === undefined ? [] : [`${name} is no parameter that Twilio is known to send; did you mean ${nearest}?`];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
