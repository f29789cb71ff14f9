import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Element } from '../../src/twiml/element.js';
import { faxResponseElement } from '../../src/twiml/fax/fax-response.js';
import type { Kind } from '../../src/twiml/kinds.js';
import { messagingResponseElement } from '../../src/twiml/messaging/messaging-response.js';
import { listedValues } from '../../src/twiml/values/index.js';
import { voiceResponseElement } from '../../src/twiml/voice/voice-response.js';

/** What is known of an attribute, apart from our declarations. */
interface AttributeFact {
  readonly type: string;
  readonly enum?: string;
  readonly values?: readonly string[];
  readonly knownValues?: readonly string[];
  readonly open?: boolean;
  readonly separator?: string;
  readonly min?: number;
  readonly max?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly maxItemLength?: number;
  readonly pattern?: string;
  readonly required?: boolean;
  readonly aliases?: readonly string[];
}

interface ElementFact {
  readonly tag: string;
  readonly text: 'none' | 'optional' | 'required';
  readonly children: readonly string[];
  readonly attributes: Readonly<Record<string, AttributeFact>>;
}

/** Facts or a declaration, in words that both can be put in. */
type Description = Record<string, unknown>;

/** A place where a declaration says something else on purpose. */
interface Difference {
  readonly declared: Description;
  readonly why: string;
}

const { elements: facts, enums } = JSON.parse(readFileSync(new URL('../data/twiml-spec.json', import.meta.url), 'utf8')) as {
  readonly elements: Readonly<Record<string, ElementFact>>;
  readonly enums: Readonly<Record<string, readonly string[]>>;
};

const NAME_AND_VALUE = "Neither name nor value means anything without the other; no library of Twilio's says so in its types.";
const TRUE_AND_FALSE = ['any', 'dtmf', 'false', 'none', 'speech', 'true'];
const NO_EMPTY_VOICE = 'Calls with an empty voice were seen to end in error 64106.';
const WSS = '^(?:wss:\\/\\/|(?![A-Za-z][\\w+.-]*:))[^?]*$';

/** Every place where a declaration differs from the facts: `element` or `element@attribute`. */
const differences: Readonly<Record<string, Difference>> = {
  'voice.BillingReferenceTag': { declared: { text: 'required' }, why: 'A tag without text refers to nothing.' },
  'voice.Stream in voice.Stop': {
    declared: { children: [] },
    why: 'What passes values to a server means nothing where a stream is stopped.',
  },
  'voice.Config@name': { declared: { required: true }, why: NAME_AND_VALUE },
  'voice.Config@value': { declared: { required: true }, why: NAME_AND_VALUE },
  'voice.Header@name': { declared: { required: true }, why: NAME_AND_VALUE },
  'voice.Header@value': { declared: { required: true }, why: NAME_AND_VALUE },
  'voice.Parameter@name': { declared: { required: true }, why: NAME_AND_VALUE },
  'voice.Parameter@value': { declared: { required: true }, why: NAME_AND_VALUE },
  'voice.Conference@participantLabel': { declared: { pattern: '^[^/]*$' }, why: 'Error 16023: a label has no slash.' },
  'voice.ConversationRelay@voice': { declared: { pattern: '\\S' }, why: NO_EMPTY_VOICE },
  'voice.Language@voice': { declared: { pattern: '\\S' }, why: NO_EMPTY_VOICE },
  'voice.ConversationRelay@deepgramSmartFormat': { declared: { type: 'boolean' }, why: 'Documented as a boolean; libraries have text.' },
  'voice.ConversationRelay@ignoreBackchannel': { declared: { type: 'boolean' }, why: 'Documented as a boolean; libraries have text.' },
  'voice.ConversationRelay@eotThreshold': { declared: { min: 0.5, max: 0.9 }, why: 'The documented range.' },
  'voice.ConversationRelay@speechTimeout': {
    declared: { type: 'integer', pattern: undefined, words: ['auto'], min: 600, max: 5000 },
    why: 'A number of milliseconds or one word, in the documented range; outside of it the session ends with error 64101.',
  },
  'voice.ConversationRelay@reportInputDuringAgentSpeech': {
    declared: { values: TRUE_AND_FALSE },
    why: 'Libraries have a boolean, so documents with true and false are about.',
  },
  'voice.ConversationRelay@welcomeGreetingInterruptible': {
    declared: { values: TRUE_AND_FALSE },
    why: 'Its sister `interruptible` takes booleans for the sake of older documents, which have both.',
  },
  'voice.Dial@record': {
    declared: {
      values: [
        'do-not-record',
        'false',
        'record-from-answer',
        'record-from-answer-dual',
        'record-from-ringing',
        'record-from-ringing-dual',
        'true',
      ],
    },
    why: 'Documented: true and false stand for record-from-answer and do-not-record.',
  },
  'voice.Gather@language': {
    declared: { values: [...(enums['voice.GatherLanguage'] ?? []), 'multi'].sort() },
    why: 'Documented for the model nova-3 of Deepgram.',
  },
  'voice.Gather@speechTimeout': {
    declared: { type: 'integer', pattern: undefined, words: ['auto'], min: 1 },
    why: 'A number of seconds or one word.',
  },
  'voice.Gather@timeout': { declared: { words: ['auto'] }, why: 'One of two passages of the documentation allows it.' },
  'voice.Language@transcriptionProvider': {
    declared: { type: 'enum', values: ['Deepgram', 'Google'], open: true },
    why: 'The choices are documented.',
  },
  'voice.Language@ttsProvider': {
    declared: { type: 'enum', values: ['Amazon', 'ElevenLabs', 'Google'], open: true },
    why: 'The choices are documented.',
  },
  'voice.Pay@action': { declared: { pattern: '^(?:https:\\/\\/|(?![A-Za-z][\\w+.-]*:))' }, why: 'Documented: https, or relative.' },
  'voice.Response@version': {
    declared: { type: 'enum', values: ['2008-08-01', '2010-04-01'] },
    why: 'The two versions that there have been; error 12101 for any other.',
  },
  'voice.Sip@password': { declared: { maxLength: 255 }, why: 'Error 21223.' },
  'voice.Sip@username': { declared: { maxLength: 255 }, why: 'Error 21221.' },
  'voice.SipUri@password': { declared: { maxLength: 255 }, why: 'Error 21223.' },
  'voice.SipUri@username': { declared: { maxLength: 255 }, why: 'Error 21221.' },
  'voice.SipUri@priority': { declared: { type: 'integer' }, why: 'A number wherever SIP has priorities.' },
  'voice.SipUri@weight': { declared: { type: 'integer' }, why: 'A number wherever SIP has weights.' },
  'voice.SsmlSayAs@interpret-as': {
    declared: { values: [...(enums['voice.SsmlSayAsInterpretAs'] ?? []), 'character'].sort() },
    why: 'Documented beside characters.',
  },
  'voice.Task@priority': { declared: { min: 0 }, why: 'TaskRouter counts priorities from 0.' },
  'voice.Task@timeout': { declared: { min: 0 }, why: 'No task times out before it is there.' },
  'voice.Stream@url': { declared: { pattern: WSS }, why: 'Documented: wss or relative, and never a query.' },
  'voice.Stream in voice.Stop@url': {
    declared: { pattern: WSS, required: undefined },
    why: 'A stream is stopped by its name.',
  },
};

const declarations = findDeclarations();

describe('the declared elements', () => {
  test('are those that Twilio has', () => {
    expect([...new Set(declarations.map(({ key }) => key))].sort()).toEqual(Object.keys(facts).sort());
  });

  test.each(declarations)('say of $name what is known of it', ({ name, key, element }) => {
    expect(describeElement(element)).toEqual(describeFacts(name, factOf(key)));
  });

  test('use every table of values, and each holds a value once', () => {
    const kinds = declarations.flatMap(({ element }) => Object.values(element.attributes));
    expect(Object.keys(listedValues).sort()).toEqual(sorted(kinds.flatMap(({ listed }) => listed ?? [])));
    for (const values of Object.values(listedValues)) expect([...values].sort()).toEqual(sorted(values));
  });

  test.each(Object.entries(differences))('differ from the facts at %s', (place, { declared, why }) => {
    const [name, attribute] = place.split('@');
    const fact = factOf(declarations.find((declaration) => declaration.name === name)?.key ?? '');
    const known = attribute === undefined ? describeElementFact(fact) : describeAttributeFact(fact.attributes[attribute] as AttributeFact);
    expect(clean({ ...known, ...declared })).not.toEqual(known);
    expect(why).toMatch(/^[A-Z].*\.$/s);
  });
});

/**
 * Walks facts and declarations together, from the three documents down. An element that is declared otherwise in another place is named
 * after that place as well.
 */
function findDeclarations() {
  const found: { name: string; key: string; element: Element }[] = [];
  const open: [string, Element, string][] = [
    ['voice.Response', voiceResponseElement, ''],
    ['messaging.Response', messagingResponseElement, ''],
    ['fax.Response', faxResponseElement, ''],
  ];
  for (const [key, element, place] of open) {
    const same = found.filter((declaration) => declaration.key === key);
    if (same.some((declaration) => declaration.element === element)) continue;
    found.push({ name: same.length === 0 ? key : `${key} in ${place}`, key, element });
    for (const child of factOf(key).children) {
      const declared = element.children[verbOf(child)];
      if (declared !== undefined) open.push([child, declared(), key]);
    }
  }
  return found;
}

function describeElement(element: Element): Description {
  const attributes = Object.entries(element.attributes).map(([name, kind]) => [name, describeAttribute(kind)]);
  return clean({
    tag: element.tag,
    text: element.text,
    children: Object.keys(element.children).sort(),
    attributes: Object.fromEntries(attributes),
  });
}

function describeAttribute({ listed, values, pattern, ...kind }: Kind<unknown>): Description {
  return clean({ ...kind, values: sorted(listed === undefined ? values : listedValues[listed]), pattern: pattern?.source });
}

/** The facts of an element, with the differences that are meant. */
function describeFacts(name: string, fact: ElementFact): Description {
  const attributes = Object.entries(fact.attributes).map(([attribute, attributeFact]) => {
    return [attribute, clean({ ...describeAttributeFact(attributeFact), ...differences[`${name}@${attribute}`]?.declared })];
  });
  return clean({ ...describeElementFact(fact), ...differences[name]?.declared, attributes: Object.fromEntries(attributes) });
}

function describeElementFact({ tag, text, children }: ElementFact): Description {
  return clean({ tag, text: text === 'none' ? undefined : text, children: children.map(verbOf).sort() });
}

function describeAttributeFact(fact: AttributeFact): Description {
  const { type, values = enums[fact.enum ?? ''], knownValues = [], open, maxItemLength, pattern, enum: _, ...limits } = fact;
  const known = sorted([...(values ?? []), ...knownValues]);
  const common = clean({ maxLength: maxItemLength, ...limits, pattern: pattern && new RegExp(pattern).source });
  const enumerated = clean({ ...common, values: known, open: open || undefined });
  if (type === 'httpMethod') return { ...common, type: 'enum', values: ['GET', 'POST'] };
  if (type === 'phoneNumber') return { ...common, type: 'phone' };
  if (type === 'integerList') return { ...common, type: 'list', items: 'integer' };
  if (type === 'enumList') return { ...enumerated, type: 'list' };
  if (type === 'enum' || knownValues.length > 0) return { ...enumerated, type: 'enum' };
  if (type === 'string') return { ...common, type: fact.separator === undefined ? 'text' : 'list' };
  return { ...common, type };
}

function factOf(key: string): ElementFact {
  const fact = facts[key];
  if (fact === undefined) throw new Error(`There are no facts of ${key}`);
  return fact;
}

/** The builder's method for an element of the facts. */
function verbOf(key: string): string {
  const { tag } = factOf(key);
  return tag.charAt(0).toLowerCase() + tag.slice(1).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function sorted(values: readonly string[] | undefined): string[] | undefined {
  return values && [...new Set(values)].sort();
}

function clean(description: Description): Description {
  return Object.fromEntries(Object.entries(description).filter(([, value]) => value !== undefined));
}
