import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everyPlace } from '../../twiml/declared.js';
import { buildOurs, buildTheirs, buildWithXmlbuilder2, missingVerbs, readWithXmlbuilder2 } from './builders.js';
import { anyDocument, type DocumentPlan, documentWith } from './plan.js';

/** Checks one document against both oracles. */
function compare(plan: DocumentPlan): void {
  const ours = buildOurs(plan);
  const xml = ours.toString();
  expect(xml).toBe(buildTheirs(plan));
  expect(readWithXmlbuilder2(xml)).toEqual(ours.node);
  expect(buildWithXmlbuilder2(ours.node)).toEqual(ours.node);
}

describe('Byte for byte what twilio-node prints, tree for tree what xmlbuilder2 builds and reads', () => {
  test('are whole documents of any family', () => {
    fc.assert(fc.property(anyDocument, compare), { numRuns: 400 });
  });

  test.each(everyPlace().map((place) => ({ place, where: [place.family, ...place.verbs].join('.') })))('is $where', ({ place }) => {
    fc.assert(fc.property(documentWith(place), compare), { numRuns: 15 });
  });
});

test('twilio-node lacks the verbs that are said to be missing, and no others', async () => {
  const { default: twilio } = await import('twilio');
  const classes = { voice: twilio.twiml.VoiceResponse, messaging: twilio.twiml.MessagingResponse, fax: twilio.twiml.FaxResponse };
  const missing = new Set<string>();
  for (const { family, verbs } of everyPlace()) {
    let node: unknown = new classes[family]();
    for (const verb of verbs) {
      const parent = node as Record<string, (attributes: object) => unknown>;
      if (parent[verb] === undefined) missing.add(`${parent['constructor']?.name}.${verb}`);
      node = parent[verb]?.({}) ?? {};
    }
  }
  expect([...missing].filter((verb) => !verb.startsWith('Object.')).sort()).toEqual(Object.keys(missingVerbs).sort());
});
