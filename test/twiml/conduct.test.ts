import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { schemas } from '../../src/payloads/generated/schemas.js';
import { type Conduct, conduct, conductOf, type Ending, type Level, placesOf, verbsAt } from '../../src/twiml/conduct.js';
import type { Element } from '../../src/twiml/element.js';
import { everyPlace, families, roots } from './declared.js';

/** What is known of verbs, apart from our table. */
interface Facts {
  readonly levels: Readonly<Record<Exclude<Level, 'response'>, { readonly verbs: readonly string[] }>>;
  readonly endings: readonly { readonly family: keyof typeof conduct; readonly tag: string; readonly when: Ending['when'] }[];
  readonly thisDocumentOtherwise: { readonly tags: readonly string[] };
  readonly whenCallerGoes: readonly { readonly tag: string; readonly says: readonly string[]; readonly known: string }[];
  readonly unanswered: readonly { readonly tag: string; readonly answers: Conduct['answers'] }[];
  readonly childless: { readonly tags: readonly string[] };
  readonly asks: Readonly<Record<string, readonly (readonly [tag: string, by: string])[]>>;
}

const facts = JSON.parse(readFileSync(new URL('../data/twiml/conduct.json', import.meta.url), 'utf8')) as Facts;
const rows = families.flatMap((family) => Object.entries(conduct[family]).map(([tag, row]) => ({ family, tag, row })));
const askings = rows.flatMap(({ family, tag, row }) => (row.asks ?? []).map((asking) => ({ family, tag, asking })));

/** Addresses that are no webhook of a kind that we know, each with the reason. */
const unasked: Readonly<Record<string, string>> = {
  'Stream@url': 'A socket.',
  'ConversationRelay@url': 'A socket.',
  'Client@clientNotificationUrl': 'Documented by its name alone.',
  'Start@action': "Only Twilio's libraries have it.",
  'Conversation@url': 'Undocumented.',
  'Conversation@statusCallback': 'Undocumented.',
  'Conversation@recordingStatusCallback': 'Undocumented.',
};

/** Every element of a family that has a tag. */
function elementsOf(family: string, tag: string): Element[] {
  return everyPlace().flatMap((place) => (place.family === family && place.element.tag === tag ? [place.element] : []));
}

describe('The table of conduct', () => {
  test('has a row for every verb, and for no element that there is not', () => {
    const verbs = families.flatMap((family) => Object.values(roots[family].children).map((child) => `${family} ${child().tag}`));
    const known = rows.map(({ family, tag }) => `${family} ${tag}`);
    expect(verbs.filter((verb) => !known.includes(verb))).toEqual([]);
    expect(rows.filter(({ family, tag }) => elementsOf(family, tag).length === 0)).toEqual([]);
    expect([conductOf('voice', 'Say')?.waitsFor, conductOf('voice', 'Message'), conductOf('voice', 'toString')]).toEqual([
      'sound',
      undefined,
      undefined,
    ]);
  });

  test('lets the verbs of a document stand at its level, and nothing else', () => {
    for (const [level, { verbs }] of Object.entries(facts.levels)) expect([...verbsAt(level as Level)].sort()).toEqual([...verbs].sort());
    const atRoot = rows.filter(({ row }) => row.levels.length > 0).map(({ family, tag }) => `${family} ${tag}`);
    expect(atRoot.sort()).toEqual(
      families.flatMap((family) => Object.values(roots[family].children).map((child) => `${family} ${child().tag}`)).sort(),
    );
  });

  test('ends documents where they end', () => {
    const endings = rows.flatMap(({ family, tag, row }) =>
      row.ends === undefined ? [] : [`${family} ${tag} ${JSON.stringify(row.ends.when)}`],
    );
    expect(endings.sort()).toEqual(facts.endings.map(({ family, tag, when }) => `${family} ${tag} ${JSON.stringify(when)}`).sort());
  });

  test('asks for every kind of webhook where it is configured, and for no other', () => {
    const asked = askings.flatMap(({ family, tag, asking }) =>
      family === 'messaging' && tag === 'Sms' ? [] : asking.kinds.map((kind) => `${kind}: ${tag} ${asking.by}`),
    );
    const known = Object.entries(facts.asks).flatMap(([kind, places]) => places.map(([tag, by]) => `${kind}: ${tag} ${by}`));
    expect(asked.sort()).toEqual(known.sort());
    expect(placesOf('messaging.status').map(({ tag, asking }) => `${tag} ${asking.by}`)[0]).toBe('Message statusCallback');
  });

  test('asks for this document again where nothing else is named', () => {
    const tags = askings.filter(({ asking }) => asking.otherwise === 'this-document').map(({ tag }) => tag);
    expect([...new Set(tags)].sort()).toEqual([...facts.thisDocumentOtherwise.tags].sort());
  });

  test('knows what is asked when the caller is gone, and whether that is documented', () => {
    const leaving = rows.flatMap(({ tag, row: { whenCallerGoes } }) =>
      whenCallerGoes === undefined
        ? []
        : [{ tag, says: whenCallerGoes.says.map(({ name, value }) => `${name}=${value}`), known: whenCallerGoes.known }],
    );
    const known = facts.whenCallerGoes.map(({ tag, says, known }) => ({ tag, says, known }));
    expect(leaving.sort((a, b) => a.tag.localeCompare(b.tag))).toEqual(known.sort((a, b) => a.tag.localeCompare(b.tag)));
    for (const { row } of rows) if (row.whenCallerGoes) expect(row.asks?.map(({ by }) => by)).toContain(row.whenCallerGoes.asks);
  });

  test('knows what leaves a call unanswered, and what holds nothing', () => {
    const unanswered = rows.flatMap(({ tag, row: { answers } }) => (answers === undefined ? [] : [{ tag, answers }]));
    expect(unanswered).toEqual(facts.unanswered.map(({ tag, answers }) => ({ tag, answers })));
    const childless = rows.filter(({ row }) => row.holds === 'nothing').map(({ tag }) => tag);
    expect(childless).toEqual(expect.arrayContaining([...facts.childless.tags]));
  });

  test.each(askings.map(({ family, tag, asking }) => ({ where: `${family} <${tag} ${asking.by}>`, family, tag, asking })))(
    'names for $where an address that the element has, and kinds that there are',
    ({ family, tag, asking }) => {
      const elements = elementsOf(family, tag);
      const has = ({ text, attributes }: Element) => (asking.by === 'text' ? text === 'required' : attributes[asking.by]?.type === 'url');
      expect(elements.some(has)).toBe(true);
      for (const kind of asking.kinds) {
        const schema = schemas.find((candidate) => candidate.kind === kind);
        expect(schema, kind).toBeDefined();
        const expected = [schema?.expects ?? []].flat();
        // The report of a status may come to an address that also asks for a document.
        if (kind === asking.kinds[0]) expect(expected.some((answer) => answer.endsWith('-twiml'))).toBe(asking.runs !== undefined);
      }
    },
  );

  test('has every address that an element takes, or a reason why not', () => {
    const addresses = everyPlace().flatMap(({ family, element }) =>
      Object.entries(element.attributes).flatMap(([name, { type }]) => (type === 'url' ? [{ family, tag: element.tag, name }] : [])),
    );
    const missing = addresses.filter(({ family, tag, name }) => !conductOf(family, tag)?.asks?.some(({ by }) => by === name));
    expect([...new Set(missing.map(({ tag, name }) => `${tag}@${name}`))].sort()).toEqual(Object.keys(unasked).sort());
  });
});
