// Reads what Twilio's own library for Node knows of TwiML from its declarations, and tells what differs from our tables.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** @typedef {{ readonly attributes: Map<string, Set<string>>, readonly children: Set<string> }} Facts By attribute its values, if they are listed. */
/** @typedef {Map<string, Facts>} Elements By tag. */

const FAMILIES = /** @type {const} */ ({ voice: 'VoiceResponse', messaging: 'MessagingResponse', fax: 'FaxResponse' });

/**
 * Where the two may differ, and why. `theirs` is what only Twilio's library has, `ours` what only we have. A line that is true no more is
 * a fault of its own.
 */
export const ALLOWED = /** @type {const} */ ([
  { side: 'ours', what: ['voice ConversationRelay@eotThreshold'], why: 'Documented in the changelog of 2026; the library lags behind.' },
  { side: 'ours', what: ['voice Dial@callReason'], why: 'Documented for branded calls.' },
  { side: 'ours', what: ['voice Dial@ifMachine'], why: 'Of old; error 13211 is about it.' },
  { side: 'ours', what: ['voice Client@clientNotificationUrl'], why: 'Errors 13806 and 13807 are about it.' },
  { side: 'ours', what: ['voice Conference@whisper'], why: 'Of old; other libraries of Twilio have it.' },
  { side: 'ours', what: ['voice Record@recordingTrack'], why: 'Error 13622 is about it.' },
  { side: 'ours', what: ['voice Recording@name'], why: 'What <Stop> names.' },
  { side: 'ours', what: ['voice Transcription@enableProviderData'], why: 'Documented for <Transcription>.' },
  { side: 'ours', what: ['voice Gather@language=multi'], why: 'Documented for Deepgram’s models.' },
  { side: 'ours', what: ['voice Pay@language=es-MX'], why: 'Documented.' },
  { side: 'ours', what: [/^voice Prompt@errorType=/], why: 'Documented error types that the library does not list.' },
  { side: 'ours', what: [/^voice Assistant\b/, 'voice Connect>Assistant'], why: 'Documented; other libraries of Twilio have it.' },
  { side: 'ours', what: ['voice Stop>Recording'], why: 'Documented.' },
  {
    side: 'ours',
    what: [/^voice (?:Annotate|BillingReferenceTag)\b/, 'voice Response>Annotate'],
    why: 'Errors 13110 to 13120 are about it.',
  },
  { side: 'ours', what: [/^messaging Sms\b/, 'messaging Response>Sms'], why: 'The old name of <Message>, which Twilio still takes.' },
  { side: 'ours', what: ['voice Response@version'], why: 'Of old; error 12101 is about it.' },
  { side: 'ours', what: ['voice Dial@record=true', 'voice Dial@record=false'], why: 'Of old, and still taken.' },
  { side: 'ours', what: ['voice say-as@interpret-as=character', 'voice say-as@role'], why: 'Documented for some voices.' },
  {
    side: 'ours',
    what: [/^voice ConversationRelay@(?:speechTimeout|ignoreBackchannel|deepgramSmartFormat|backgroundNoiseReduction)$/],
    why: 'The documentation spells them so; the library spells them small.',
  },
  {
    side: 'theirs',
    what: [/^voice ConversationRelay@(?:speechtimeout|ignorebackchannel|deepgramsmartformat|backgroundnoisereduction)$/],
    why: 'The library spells them small; the documentation does not.',
  },
]);

/**
 * @param {string} [folder] Of the package `twilio`.
 * @returns {{ version: string, families: Map<string, Elements> }}
 */
export function readTwilio(folder = dirname(createRequire(import.meta.url).resolve('twilio/package.json'))) {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const families = Object.entries(FAMILIES).map(([family, name]) => [family, readFamily(join(folder, 'lib/twiml', name))]);
  return { version, families: new Map(/** @type {[string, Elements][]} */ (families)) };
}

/** @param {string} path Without the ending. */
function readFamily(path) {
  const source = ts.createSourceFile(`${path}.d.ts`, readFileSync(`${path}.d.ts`, 'utf8'), ts.ScriptTarget.ES2022, true);
  const tags = readTags(readFileSync(`${path}.js`, 'utf8'));
  const found = collect(source);
  /** @type {Elements} */
  const elements = new Map();
  for (const [name, methods] of found.classes) {
    const facts = getFacts(elements, tags.get(name) ?? 'Response');
    for (const { attributes, returns } of methods) {
      const tag = tags.get(returns);
      if (tag === undefined) continue;
      facts.children.add(tag);
      const own = getFacts(elements, tag).attributes;
      for (const [attribute, values] of found.interfaces.get(attributes) ?? []) {
        own.set(attribute, new Set([...(own.get(attribute) ?? []), ...values.flatMap((type) => found.aliases.get(type) ?? [])]));
      }
    }
  }
  return elements;
}

/** @param {Elements} elements @param {string} tag */
function getFacts(elements, tag) {
  const facts = elements.get(tag) ?? { attributes: new Map(), children: new Set() };
  elements.set(tag, facts);
  return facts;
}

/** The tag of each class: the declarations do not tell it. @param {string} code */
function readTags(code) {
  const found = code.matchAll(/new \w+\.(\w+)\(this\.\w+\.ele\(["']([\w:-]+)["']/g);
  return new Map(Array.from(found, ([, name = '', tag = '']) => [name, tag]));
}

/** @param {ts.SourceFile} source */
function collect(source) {
  /** @type {Map<string, { attributes: string, returns: string }[]>} */
  const classes = new Map();
  /** @type {Map<string, [string, string[]][]>} */
  const interfaces = new Map();
  /** @type {Map<string, string[]>} */
  const aliases = new Map();
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isClassDeclaration(node)) classes.set(node.name?.text ?? '', node.members.filter(ts.isMethodDeclaration).flatMap(readMethod));
    else if (ts.isInterfaceDeclaration(node)) {
      const members = node.members
        .filter(ts.isPropertySignature)
        .map((member) => /** @type {[string, string[]]} */ ([nameOf(member), typesIn(member.type)]));
      interfaces.set(node.name.text, [...(interfaces.get(node.name.text) ?? []), ...members]);
    } else if (ts.isTypeAliasDeclaration(node)) aliases.set(node.name.text, textsIn(node.type));
    else ts.forEachChild(node, visit);
  };
  visit(source);
  return { classes, interfaces, aliases };
}

/** @param {ts.MethodDeclaration} method */
function readMethod({ parameters, type }) {
  const returns = type?.getText().split('.').pop() ?? '';
  const first = parameters[0]?.type?.getText().split('.').pop() ?? '';
  return [{ attributes: first, returns }];
}

/** @param {ts.PropertySignature} member */
function nameOf({ name }) {
  return ts.isStringLiteral(name) || ts.isIdentifier(name) ? name.text : name.getText();
}

/** The names of the types in a type, of which some are lists of texts. @param {ts.TypeNode | undefined} type */
function typesIn(type) {
  return Array.from((type?.getText() ?? '').matchAll(/\w+/g), ([name]) => name);
}

/** @param {ts.TypeNode} type */
function textsIn(type) {
  /** @type {string[]} */
  const texts = [];
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isStringLiteral(node)) texts.push(node.text);
    else ts.forEachChild(node, visit);
  };
  visit(type);
  return texts;
}

/**
 * What our tables know, in the same form.
 *
 * @param {(tag: string, family: 'voice' | 'messaging' | 'fax') => import('ringback/twiml/document').ElementDescription | undefined} describeElement
 */
export function readOurs(describeElement) {
  const families = /** @type {const} */ (['voice', 'messaging', 'fax']).map((family) => {
    /** @type {Elements} */
    const elements = new Map();
    const waiting = ['Response'];
    for (let tag = waiting.shift(); tag !== undefined; tag = waiting.shift()) {
      const element = elements.has(tag) ? undefined : describeElement(tag, family);
      if (element === undefined) continue;
      const attributes = Object.keys(element.attributes).map((name) => /** @type {const} */ ([name, new Set(element.values[name] ?? [])]));
      elements.set(tag, { attributes: new Map(attributes), children: new Set(element.children) });
      waiting.push(...element.children);
    }
    return /** @type {const} */ ([family, elements]);
  });
  return new Map(families);
}

/**
 * Every difference, as `voice Say`, `voice Say@voice`, `voice Say@voice=alice` or `voice Gather>Say`.
 *
 * @param {Map<string, Elements>} theirs
 * @param {Map<string, Elements>} ours
 */
export function compareTwiml(theirs, ours) {
  return [...listMissing(theirs, ours, 'theirs'), ...listMissing(ours, theirs, 'ours')];
}

/** @param {Map<string, Elements>} all @param {Map<string, Elements>} others @param {'theirs' | 'ours'} side */
function listMissing(all, others, side) {
  return [...all].flatMap(([family, elements]) =>
    [...elements].flatMap(([tag, facts]) => {
      const other = others.get(family)?.get(tag);
      if (other === undefined) return [{ side, what: `${family} ${tag}` }];
      const children = [...facts.children].filter((child) => !other.children.has(child)).map((child) => `${family} ${tag}>${child}`);
      const attributes = [...facts.attributes].flatMap(([name, values]) => {
        const known = other.attributes.get(name);
        if (known === undefined) return [`${family} ${tag}@${name}`];
        // One of the two takes any text: there is no list to compare.
        if (known.size === 0 || values.size === 0) return [];
        return [...values].filter((value) => !known.has(value)).map((value) => `${family} ${tag}@${name}=${value}`);
      });
      return [...children, ...attributes].map((what) => ({ side, what }));
    }),
  );
}

/** @param {{ readonly side: string, readonly what: string }} difference */
export function isAllowed({ side, what }) {
  return ALLOWED.some((one) => one.side === side && one.what.some((pattern) => fits(pattern, what)));
}

/** The lines of the list that allow nothing. @param {readonly { readonly side: string, readonly what: string }[]} differences */
export function listStale(differences) {
  return ALLOWED.filter((one) =>
    one.what.some((pattern) => !differences.some(({ side, what }) => one.side === side && fits(pattern, what))),
  );
}

/** @param {string | RegExp} pattern @param {string} what */
function fits(pattern, what) {
  return typeof pattern === 'string' ? pattern === what : pattern.test(what);
}
