import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Diagnostic, lintTwiml, parseTwiml } from '../../../src/twiml/document/index.js';
import { isElement, type TwimlNode } from '../../../src/twiml/node.js';
import { writeTwiml } from '../../../src/twiml/write.js';
import data from '../../data/twiml/cases.json' with { type: 'json' };
import { everyElement, type Place } from '../declared.js';
import { invalidDocuments } from './invalid-documents.js';
import { validDocuments } from './valid-documents.js';

const documents = [...validDocuments, ...invalidDocuments].map(([, xml]) => xml).concat(data.cases.map(({ xml }) => xml));
const short = documents.filter((xml) => xml.length < 5000);

const places = everyElement().filter(({ family }) => family !== 'fax');
const names = [...new Set(places.flatMap(({ element }) => Object.keys(element.attributes)))];

/** A name as it may be written by mistake: as it is, of another element, in another case, or with letters changed. */
const writtenName = fc.oneof(
  fc.constantFrom(...names),
  fc.constantFrom(...names).map((name) => name.toLowerCase()),
  fc.constantFrom(...names).map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)),
  fc.tuple(fc.constantFrom(...names), fc.nat()).map(([name, at]) => name.slice(0, at % name.length) + name.slice((at % name.length) + 1)),
  fc.tuple(fc.constantFrom(...names), fc.nat()).map(([name, at]) => `${name.slice(0, at % name.length)}e${name.slice(at % name.length)}`),
  fc.stringMatching(/^[a-z]{2,8}([A-Z][a-z]{2,8}){0,2}$/),
);

/** Documents with an element in its place, and attributes that are right, misspelt, misplaced, and there twice in two spellings. */
const strewn = fc
  .tuple(
    fc.constantFrom(...places),
    fc.uniqueArray(fc.tuple(writtenName, fc.constantFrom('1', '/a', 'yes', 'True', 'auto', 'x y', '5s')), {
      maxLength: 5,
      selector: ([name]) => name,
    }),
  )
  .filter(([, attributes]) => attributes.every(([name]) => /^[A-Za-z_][\w.:-]*$/.test(name) && !name.includes(':')))
  .map(([place, attributes]) => writeIn(place, Object.fromEntries(attributes)));

function writeIn({ parents, element }: Place, attributes: Record<string, string>): string {
  const node: TwimlNode = { tag: element.tag, attributes, children: element.text === undefined ? [] : ['+14155550123'] };
  return writeTwiml(parents.reduceRight<TwimlNode>((child, { tag }) => ({ tag, attributes: {}, children: [child] }), node));
}

/** The loop that the guide prints: it applies the first fix until there is none. */
function applyAll(xml: string): string[] {
  const steps = [xml];
  for (let fix = firstFix(xml); fix !== undefined; fix = firstFix(steps.at(-1) as string)) {
    const text = steps.at(-1) as string;
    steps.push(text.slice(0, fix.range.start.offset) + fix.text + text.slice(fix.range.end.offset));
    if (steps.length > 200) throw new Error(`The fixes of ${xml} never end`);
  }
  return steps;
}

function firstFix(xml: string): Diagnostic['fix'] {
  return lintTwiml(xml).find(({ fix }) => fix !== undefined)?.fix;
}

function errorsOf(xml: string): number {
  return lintTwiml(xml).filter(({ severity }) => severity === 'error').length;
}

function isReadable(xml: string): boolean {
  return lintTwiml(xml).every(({ rule }) => rule !== 'well-formed' && rule !== 'no-html-entities');
}

/** Every attribute with a value, by the element that it is in. */
function attributesOf(xml: string): Map<string, number> {
  const found = new Map<string, number>();
  const open: TwimlNode[] = [parseTwiml(xml)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const name of Object.keys(node.attributes)) found.set(name, (found.get(name) ?? 0) + 1);
    open.push(...node.children.filter(isElement));
  }
  return found;
}

/** Attributes that mean something where they stand, in the spelling of the tables. */
function knownOf(xml: string): string[] {
  return [...attributesOf(xml).keys()].filter((name) => names.includes(name));
}

/** Whether errors that a fix brings up are those of an element that was not looked at before, because its tag was misspelt. */
function revealsElements(before: string, after: string): boolean {
  return (
    lintTwiml(before).some(({ rule }) => rule === 'known-elements' || rule === 'case-sensitive' || rule === 'root-response') &&
    before !== after
  );
}

describe('Applying one fix after the other, as the guide shows,', () => {
  const check = (xml: string) => {
    const steps = applyAll(xml);
    for (const [index, after] of steps.entries()) {
      const before = steps[index - 1];
      if (before === undefined || !isReadable(before)) continue;
      expect([after, isReadable(after)]).toEqual([after, true]);
      if (!revealsElements(before, after)) expect([before, after, errorsOf(after) <= errorsOf(before)]).toEqual([before, after, true]);
      const count = (text: string) => [...attributesOf(text).values()].reduce((sum, one) => sum + one, 0);
      expect([before, after, count(after)]).toEqual([before, after, count(before)]);
      for (const name of knownOf(before)) expect([before, after, attributesOf(after).has(name)]).toEqual([before, after, true]);
    }
  };

  test('ends, breaks no document, brings no error and takes no known attribute away, in documents that people wrote', () => {
    for (const xml of short) check(xml);
  });

  test('does the same in documents strewn with misspelt and misplaced attributes', () => {
    fc.assert(fc.property(strewn, check), { numRuns: 1000 });
  });
});

describe('A fix writes no attribute that is there already:', () => {
  test.each([
    ['beside the right name', '<Response><Gather numDigits="1" num_digits="2" action="/a"/><Hangup/></Response>'],
    ['beside the right name, in another case', '<Response><Gather numDigits="1" numdigits="2" action="/a"/><Hangup/></Response>'],
    ['in two wrong spellings', '<Response><Gather num_digits="1" numdigits="2" action="/a"/><Hangup/></Response>'],
  ])('%s', (_, xml) => {
    const fixed = applyAll(xml).at(-1) as string;
    expect([...fixed.matchAll(/numDigits=/g)]).toHaveLength(1);
    expect(parseTwiml(fixed).tag).toBe('Response');
  });
});

describe('Nothing but a plain misspelling is fixed:', () => {
  test.each([
    ['a callback of another kind', '<Response><Dial statusCallback="/s">+14155550123</Dial></Response>'],
    ['the timeout of another element', '<Response><Dial><Number timeout="20">+14155550123</Number></Dial></Response>'],
    ['one word for another', '<Response><Record recordingCallback="/r" action="/a"/></Response>'],
    [
      'a setting that is newer than the tables',
      '<Response><Connect><ConversationRelay url="wss://a.example/r" turnPrediction="on"/></Connect></Response>',
    ],
    [
      'speech to text for text to speech',
      '<Response><Connect><ConversationRelay url="wss://a.example/r" sttProvider="Google"/></Connect></Response>',
    ],
    ['another voice of a provider', '<Response><Say voice="Google.en-US-Standard-K">Hello</Say></Response>'],
    ['two minutes', '<Response><Pause length="2m"/><Say>Hello</Say></Response>'],
    ['one way to record for another', '<Response><Dial><Conference record="record-from-answer">Room</Conference></Dial></Response>'],
    ['a tag of HTML', '<Response><Say>Hello <b>there</b></Say></Response>'],
  ])('not %s', (_, xml) => {
    const found = lintTwiml(xml);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ fix }) => fix !== undefined)).toEqual([]);
  });
});
