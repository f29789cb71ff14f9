import twilio from 'twilio';
import { voiceResponse } from '../../../src/twiml/index.js';

/** A place where this library does something else than twilio-node 6.3 on purpose. */
export interface Difference {
  readonly what: string;
  readonly why: string;
  readonly ours: () => unknown;
  /** What stands inside `<Response>`, or the beginning of the message of what is thrown. */
  readonly becomes: string | Error;
  readonly theirs: () => unknown;
  readonly insteadOf: string | Error;
}

/** A builder as JavaScript sees it. */
type Loose = Record<string, (...given: unknown[]) => Loose>;

const ours = (): Loose => voiceResponse() as unknown as Loose;
const theirs = (): Loose => new twilio.twiml.VoiceResponse() as unknown as Loose;

/** The document after something was added to it; twilio-node's methods return what was added. */
const afterAdding = (document: Loose, add: (document: Loose) => unknown): unknown => {
  add(document);
  return document;
};

const WELL_FORMED = 'Twilio answers a document that is not well-formed with error 12100 and hangs up on the caller.';
const SLIP = 'It is a slip of the pen in every case, and a call that fails later is harder to explain than an error where it was made.';

/** All of them. Whatever is not listed here is the same, byte for byte. */
export const differences: readonly Difference[] = [
  {
    what: 'a control character in text',
    why: 'XML 1.0 cannot carry it, and one odd character from a database should not take a phone line down.',
    ours: () => ours()['say']?.('a\u0007b'),
    becomes: '<Say>a\uFFFDb</Say>',
    theirs: () => theirs()['say']?.('a\u0007b'),
    insteadOf: new Error('Invalid character in string'),
  },
  {
    what: 'half of a surrogate pair in text, as text.slice() leaves it',
    why: 'As with control characters.',
    ours: () => ours()['say']?.('a\uD83D'),
    becomes: '<Say>a\uFFFD</Say>',
    theirs: () => theirs()['say']?.('a\uD83D'),
    insteadOf: new Error('Invalid character in string'),
  },
  {
    what: 'the noncharacters U+FFFE and U+FFFF in text',
    why: 'As with control characters.',
    ours: () => ours()['say']?.('\uFFFE\uFFFF'),
    becomes: '<Say>\uFFFD\uFFFD</Say>',
    theirs: () => theirs()['say']?.('\uFFFE\uFFFF'),
    insteadOf: new Error('Invalid character in string'),
  },
  {
    what: 'a control character in an attribute',
    why: WELL_FORMED,
    ours: () => ours()['play']?.({ digits: '1\u0000' }),
    becomes: '<Play digits="1\uFFFD"/>',
    theirs: () => afterAdding(theirs(), (document) => document['play']?.({ digits: '1\u0000' })),
    insteadOf: '<Play digits="1\u0000"/>',
  },
  {
    what: 'half of a surrogate pair in an attribute',
    why: WELL_FORMED,
    ours: () => ours()['play']?.({ digits: '1\uDE00' }),
    becomes: '<Play digits="1\uFFFD"/>',
    theirs: () => afterAdding(theirs(), (document) => document['play']?.({ digits: '1\uDE00' })),
    insteadOf: '<Play digits="1\uDE00"/>',
  },
  {
    what: 'two hyphens in a comment',
    why: 'Comments often hold what a program was given, and are no reason to fail.',
    ours: () => ours()['comment']?.('a--b'),
    becomes: '<!-- a- -b -->',
    theirs: () => theirs()['comment']?.('a--b'),
    insteadOf: new Error('Comment text cannot contain double-hypen'),
  },
  {
    what: 'a control character in a comment',
    why: 'As with control characters in text.',
    ours: () => ours()['comment']?.('\u0007'),
    becomes: '<!-- \uFFFD -->',
    theirs: () => theirs()['comment']?.('\u0007'),
    insteadOf: new Error('Invalid character in string'),
  },
  {
    what: 'a list of phrases in an attribute whose items Twilio divides at commas',
    why: 'With spaces, all of them would be one phrase.',
    ours: () => ours()['gather']?.({ hints: ['sales', 'the support'] }, () => {}),
    becomes: '<Gather hints="sales,the support"/>',
    theirs: () => afterAdding(theirs(), (document) => document['gather']?.({ hints: ['sales', 'the support'] })),
    insteadOf: '<Gather hints="sales the support"/>',
  },
  {
    what: 'an unknown attribute',
    why: `Twilio ignores it, so that the call goes wrong. ${SLIP} element() takes attributes that are newer than this library.`,
    ours: () => ours()['say']?.({ vioce: 'man' }, 'a'),
    becomes: new TypeError('<Say> has no attribute "vioce"; did you mean "voice"?'),
    theirs: () => afterAdding(theirs(), (document) => document['say']?.({ vioce: 'man' }, 'a')),
    insteadOf: '<Say vioce="man">a</Say>',
  },
  {
    what: 'a value that is no number',
    why: SLIP,
    ours: () => ours()['pause']?.({ length: Number('2s') }),
    becomes: new TypeError('<Pause length> takes text, a number, a boolean or a list of those, got the number NaN'),
    theirs: () => afterAdding(theirs(), (document) => document['pause']?.({ length: Number('2s') })),
    insteadOf: '<Pause length="NaN"/>',
  },
  {
    what: 'an object as the value of an attribute',
    why: SLIP,
    ours: () => ours()['gather']?.({ action: { path: '/menu' } }),
    becomes: new TypeError('<Gather action> takes text, a number, a boolean or a list of those, got an object'),
    theirs: () => afterAdding(theirs(), (document) => document['gather']?.({ action: { path: '/menu' } })),
    insteadOf: '<Gather action="[object Object]"/>',
  },
  {
    what: 'a function as the value of an attribute',
    why: SLIP,
    ours: () => ours()['gather']?.({ action: () => '/menu' }),
    becomes: new TypeError('<Gather action> takes text, a number, a boolean or a list of those, got a function'),
    theirs: () => afterAdding(theirs(), (document) => document['gather']?.({ action: () => '/menu' })),
    insteadOf: '<Gather action="/menu"/>',
  },
  {
    what: 'a verb inside an element that is called on what the verb of the element returns',
    why: 'Verbs return the document, so that it would stand behind the element: prompts that nobody answers.',
    ours: () => ours()['gather']?.({ numDigits: 1 })['say']?.('Press one.'),
    becomes: new TypeError(
      'gather() takes a callback, got nothing. Write gather({ … }, (gather) => gather.say(…)), since what is chained stands behind it; (gather) => gather leaves it empty',
    ),
    theirs: () => afterAdding(theirs(), (document) => document['gather']?.({ numDigits: 1 })['say']?.('Press one.')),
    insteadOf: '<Gather numDigits="1"><Say>Press one.</Say></Gather>',
  },
  {
    what: 'no text where text is needed',
    why: `The verb would say nothing, or vanish. ${SLIP}`,
    ours: () => ours()['say']?.({}, null),
    becomes: new TypeError('say() takes text or a callback, got null'),
    theirs: () => afterAdding(theirs(), (document) => document['say']?.({}, null)),
    insteadOf: '',
  },
  {
    what: 'a number as text',
    why: 'Numbers are read aloud in more than one way, so that the program has to say which: as text.',
    ours: () => ours()['say']?.({}, 42),
    becomes: new TypeError('say() takes text or a callback, got the number 42'),
    theirs: () => afterAdding(theirs(), (document) => document['say']?.({}, 42)),
    insteadOf: '<Say>42</Say>',
  },
  {
    what: 'an object as text',
    why: `Whoever controls it could add verbs to the document. ${SLIP}`,
    ours: () => ours()['say']?.({}, { Hangup: '' }),
    becomes: new TypeError('say() takes text or a callback, got an object'),
    theirs: () => afterAdding(theirs(), (document) => document['say']?.({}, { Hangup: '' })),
    insteadOf: '<Say><Hangup/>[object Object]</Say>',
  },
];
