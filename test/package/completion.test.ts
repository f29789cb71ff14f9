// What an editor offers between two quotation marks, where a value is chosen out of a list that nobody knows by heart.
import type ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { webhookKinds } from '../../src/payloads/index.js';
import { listedValues } from '../../src/twiml/values/index.js';
import { everyElement, type Place } from '../twiml/declared.js';
import { callOf, contentsOf, neededBy } from '../types/calls.js';
import { hoveredFile, startService } from './hovers.js';

interface Question {
  readonly what: string;
  /** What is to be offered there, or some of it. */
  readonly wanted: readonly string[];
  readonly at: number;
}

const lines = [
  "import { GatherResult, IncomingCall, identifyWebhook, messagingResponse, faxResponse, schemaFor, voiceResponse, webhook } from 'ringback';",
  "import { createEmulator } from 'ringback/emulator';",
  "import { describeError } from 'ringback/error-codes';",
  "import { tamperedRequest } from 'ringback/testing';",
  "import { lintTwiml } from 'ringback/twiml/document';",
];
const attributes = everyElement().flatMap((place) =>
  Object.entries(place.element.attributes).flatMap(([name, { values, listed }]) => {
    const known = values ?? (listed && listedValues[listed]);
    return known === undefined ? [] : [askForValue(place, name, known)];
  }),
);
const others: readonly (readonly [line: string, wanted: readonly string[]])[] = [
  ["schemaFor('|');", webhookKinds],
  ["identifyWebhook({}) === '|';", webhookKinds],
  ["createEmulator().webhooks.filter(({ kind }) => kind === '|');", webhookKinds],
  ["createEmulator().events.filter(({ type }) => type === '|');", ['call', 'webhook', 'answer', 'heard', 'finding']],
  ["createEmulator({ clock: '|' });", ['virtual', 'manual', 'real', 'steered']],
  ["createEmulator().phone('+14155550100', { is: '|' });", ['person', 'machine', 'busy', 'off']],
  ["lintTwiml('', { context: '|' });", ['conference-wait-url', 'dial-url']],
  ["lintTwiml('', { rules: { '|': 'off' } });", ['case-sensitive', 'gather-loop']],
  ["lintTwiml('', { rules: { 'gather-loop': '|' } });", ['error', 'warning', 'info', 'off']],
  ["tamperedRequest(IncomingCall, {}, { url: '', authToken: '' }, '|');", ['wrong-token', 'changed-parameter']],
  ["webhook(IncomingCall, { whenStoreFails: '|' }, () => voiceResponse());", ['run', 'refuse']],
  ["webhook(GatherResult, ({ CallStatus }) => (CallStatus === '|' ? null : null));", ['ringing', 'in-progress', 'completed']],
  ['webhook(IncomingCall, ({ | }) => null);', ['CallSid', 'From', 'To']],
  ['webhook(Incoming|);', ['IncomingCall']],
];
const places = others.map(([line, wanted]) => ask(line, wanted));

let service: ts.LanguageService;

beforeAll(() => {
  service = startService(lines.join('\n'));
}, 120_000);

describe('The editor offers', () => {
  test('the values of every attribute that has a list of them', () => {
    expect(attributes.length).toBeGreaterThan(100);
    expect(attributes.flatMap(findMissing)).toEqual([]);
  });

  test.each(places)('what may stand in $what', (place) => {
    expect(findMissing(place)).toEqual([]);
  });
});

/** The values that should be offered at a place and are not. */
function findMissing({ what, wanted, at }: Question): string[] {
  const offered = new Set(service.getCompletionsAtPosition(hoveredFile, at, {})?.entries.map(({ name }) => name));
  return wanted.filter((name) => !offered.has(name)).map((name) => `${what}: ${name}`);
}

/** Asks for the value of an attribute; an item, where it is a list. */
function askForValue(place: Place, name: string, values: readonly string[]): Question {
  const { element } = place;
  const written = element.attributes[name]?.type === 'list' ? `'${name}': ['|']` : `'${name}': '|'`;
  const given = [...neededBy(element, name), written].join(', ');
  return ask(callOf(place, `{ ${given} }${contentsOf(element)[0] ?? ''}`), values, `<${element.tag} ${name}>`);
}

/** Writes a line into the text, and asks where it has a bar. */
function ask(line: string, wanted: readonly string[], what: string = line): Question {
  const at = lines.join('\n').length + 1 + line.indexOf('|');
  lines.push(line.replace('|', ''));
  return { what, wanted, at };
}
