import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { everyElement } from '../../twiml/declared.js';

const require = createRequire(import.meta.url);

/** The attributes of each interface of a document's types, by the name of the interface: `GatherAttributes`. */
function readInterfaces(document: string): Map<string, Set<string>> {
  const text = readFileSync(require.resolve(`twilio/lib/twiml/${document}.d.ts`), 'utf8');
  const found = new Map<string, Set<string>>();
  for (const [, name = '', body = ''] of text.matchAll(/export interface (\w+Attributes) \{([^}]*)\}/g)) {
    const names = [...body.matchAll(/^\s+"?([\w:-]+)"?\?:/gm)].map(([, attribute = '']) => attribute);
    found.set(name, new Set([...(found.get(name) ?? []), ...names]));
  }
  return found;
}

/** What the types are called of elements whose tag says something else. */
const NAMES: Readonly<Record<string, string>> = { Response: 'Voice' };

const places = everyElement();

describe('Every attribute in the types of twilio is in the tables of', () => {
  const interfaces = new Map([...readInterfaces('VoiceResponse'), ...readInterfaces('MessagingResponse')]);
  const tags = [...new Set(places.map(({ element }) => element.tag))].filter((tag) => interfaces.has(`${NAMES[tag] ?? tag}Attributes`));

  test('most elements', () => {
    expect(tags.length).toBeGreaterThan(35);
  });

  test.each(tags)('%s', (tag) => {
    const tables = places.filter(({ element }) => element.tag === tag).map(({ element }) => element.attributes);
    const known = tables.flatMap((table) => Object.entries(table).flatMap(([name, { aliases = [] }]) => [name, ...aliases]));
    const theirs = [...(interfaces.get(`${NAMES[tag] ?? tag}Attributes`) ?? [])];
    // Their types write what XML calls xml:lang and interpret-as as one word.
    const unknown = theirs.filter(
      (name) => !known.some((one) => one === name || one.replace(/[:-](.)/g, (_, letter) => letter.toUpperCase()) === name),
    );
    expect(unknown).toEqual([]);
  });
});
