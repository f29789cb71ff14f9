import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { faxResponse, messagingResponse, voiceResponse } from '../../src/twiml/index.js';
import type { Kind } from '../../src/twiml/kinds.js';
import { listedValues } from '../../src/twiml/values/index.js';
import { everyElement, families, nameOf, type Place } from './declared.js';

type Loose = Record<string, (...given: unknown[]) => Loose>;

const documents = { voice: voiceResponse, messaging: messagingResponse, fax: faxResponse };

const fileOf = (place: Place): string => `${place.family}/${nameOf(place).replaceAll(' ', '-')}.xml`;

describe('The written form, with all attributes and one of each child, is what it was, of', () => {
  test.each(everyElement().map((place) => ({ place, name: `${place.family} <${nameOf(place)}>` })))('$name', async ({ place }) => {
    await expect(layOut(write(place))).toMatchFileSnapshot(`golden/${fileOf(place)}`);
  });
});

test('Every file of a written form belongs to a declared element', () => {
  const files = families.flatMap((family) => readdirSync(new URL(`golden/${family}`, import.meta.url)).map((file) => `${family}/${file}`));
  expect(files.sort()).toEqual(everyElement().map(fileOf).sort());
});

/** Writes a document with the element in its place. */
function write({ family, verbs, element }: Place): string {
  const document = documents[family]();
  const add = (builder: Loose, [verb = '', ...rest]: readonly string[]): void => {
    if (rest.length > 0) builder[verb]?.((inner: Loose) => add(inner, rest));
    else builder[verb]?.(...sampleArguments(element));
  };
  add(document as unknown as Loose, verbs);
  return document.toXml({ declaration: false });
}

function sampleArguments({ attributes, text, children }: Place['element']): unknown[] {
  const samples = Object.fromEntries(Object.entries(attributes).map(([name, kind]) => [name, sampleOf(kind)]));
  const given: unknown[] = Object.keys(samples).length > 0 ? [samples] : [];
  if (Object.keys(children).length > 0) {
    given.push((builder: Loose) => {
      if (text !== undefined) builder['text']?.('Text');
      for (const [verb, child] of Object.entries(children)) builder[verb]?.(...(child().text === 'required' ? ['Text'] : []));
    });
  } else if (text !== undefined) given.push('Text');
  return given;
}

/** A value that the attribute takes, in the type that a program gives it. */
function sampleOf({ type, values, listed, words, min, items, separator }: Kind<unknown>): unknown {
  if (type === 'list') return values ?? (items === 'integer' ? [1, 2] : separator === ',' ? ['one', 'two words'] : ['one', 'two']);
  if (type === 'integer') return min ?? 1;
  if (type === 'decimal') return 0.5;
  if (type === 'boolean') return true;
  if (type === 'url') return 'https://example.com/?a=1&b=2';
  if (type === 'phone') return '+15550001111';
  return values?.[0] ?? (listed === undefined ? undefined : listedValues[listed]?.[0]) ?? words?.[0] ?? 'text';
}

/** Puts each attribute on a line of its own, so that a change is a line of the file. */
function layOut(xml: string): string {
  return `${xml.replace(/ (?=[\w:-]+="[^"]*"(?: |\/?>))/g, '\n  ')}\n`;
}
