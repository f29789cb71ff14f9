// Writes the reference of TwiML, a page a vocabulary, from what editors are told of each element, so that it cannot say anything else. The
// pages are committed; a test compares. Run it after `npm run build` whenever an element has changed.
import { row, writeFolder } from './pages.js';

/** @typedef {import('../src/twiml/document/index.js').ElementDescription} Description */
/** @typedef {import('../src/twiml/document/index.js').AttributeDescription} Attribute */
/** @typedef {typeof import('../src/twiml/document/index.js').describeElement} Describe */
/** @typedef {{ name: string, title: string, intro: string, elements: readonly Description[], family: readonly Description[] }} Page */

const NOTE = '<!-- Written by tools/reference-twiml.js from the sources: change those, and run it. -->';

const INTROS = {
  voice: 'What Twilio does with a call. A document is begun by `voiceResponse()` of `ringback/twiml`.',
  ssml: 'Speech markup: what stands in the text of `<Say>`, and how it is spoken.',
  messaging: 'What Twilio answers a message with. A document is begun by `messagingResponse()` of `ringback/twiml`.',
  fax: 'What Twilio does with a fax. A document is begun by `faxResponse()` of `ringback/twiml`.',
};

/** Longer lists of values are shown by their beginning. */
const SHOWN = 14;

/**
 * The pages, by the name of their file.
 *
 * @param {Describe} describe
 * @returns {Map<string, string>}
 */
export function writePages(describe) {
  const voice = gather(describe, 'voice');
  const messaging = gather(describe, 'messaging');
  const fax = gather(describe, 'fax');
  /** @type {readonly Page[]} */
  const pages = [
    { name: 'voice', title: 'Voice', intro: INTROS.voice, elements: voice.filter(({ tag }) => !isSpeech(tag)), family: voice },
    { name: 'ssml', title: 'Speech markup', intro: INTROS.ssml, elements: voice.filter(({ tag }) => isSpeech(tag)), family: voice },
    { name: 'messaging', title: 'Messaging', intro: INTROS.messaging, elements: messaging, family: messaging },
    { name: 'fax', title: 'Fax', intro: INTROS.fax, elements: fax, family: fax },
  ];
  return new Map([['README.md', writeIndex(pages)], ...pages.map((page) => /** @type {const} */ ([`${page.name}.md`, writePage(page)]))]);
}

/** Twilio's own elements begin with a capital, and those of speech markup do not. */
const isSpeech = (/** @type {string} */ tag) => /^[a-z]/.test(tag);

/**
 * Every element of a family: the document first, the others in the order of the alphabet.
 *
 * @param {Describe} describe
 * @param {'voice' | 'messaging' | 'fax'} family
 */
function gather(describe, family) {
  const found = new Map();
  const waiting = ['Response'];
  for (const tag of waiting) {
    const element = found.has(tag) ? undefined : describe(tag, family);
    if (element === undefined) continue;
    found.set(tag, element);
    waiting.push(...element.children);
  }
  const [root, ...others] = found.values();
  return [root, ...others.sort((a, b) => (a.tag < b.tag ? -1 : 1))];
}

/** @param {readonly Page[]} pages */
function writeIndex(pages) {
  const lines = [
    NOTE,
    '',
    '# TwiML',
    '',
    'Every element that Twilio knows, with what it may carry and hold. [TwiML](../../twiml.md) tells how',
  ];
  lines.push(
    'to build documents, and [Linting](../../linting.md) how to check them. Where an attribute is an address that Twilio asks or',
    'reports to, the last column has the [kinds of webhook](../payloads/README.md) that come there.',
    '',
  );
  for (const { name, title, elements } of pages) {
    lines.push(`## [${title}](${name}.md)`, '', '| Element | What it does |', '| --- | --- |');
    lines.push(...elements.map(({ tag, docs }) => row(`[\`<${tag}>\`](${name}.md#${anchor(tag)})`, readDocs(docs).meaning)), '');
  }
  return lines.join('\n');
}

/** @param {Page} page */
function writePage({ title, intro, elements, family }) {
  const lines = [NOTE, '', `# TwiML: ${title.toLowerCase()}`, '', intro, ''];
  for (const element of elements)
    lines.push(`## \`<${element.tag}>\``, '', ...writeElement(element, family, elements), ...writeAttributes(element));
  return lines.join('\n');
}

/**
 * @param {Description} element
 * @param {readonly Description[]} family Where its parents are.
 * @param {readonly Description[]} siblings The elements of its page.
 */
function writeElement({ tag, docs, text, asksWith, children }, family, siblings) {
  const { meaning, deprecated } = readDocs(docs);
  const parents = family.filter((parent) => parent.children.includes(tag)).map((parent) => parent.tag);
  const method = tag.charAt(0).toLowerCase() + tag.slice(1).replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());
  const held = [
    ...(text === 'none' ? [] : [text === 'required' ? 'text' : 'text, if any']),
    ...children.map((child) => link(child, siblings)),
  ];
  const facts = [
    tag === 'Response' ? '' : `Method: \`${method}\`.`,
    parents.length === 0 ? '' : `Stands in ${parents.map((parent) => link(parent, siblings)).join(', ')}.`,
    held.length === 0 ? 'Holds nothing.' : `Holds ${held.join(', ')}.`,
    asksWith === undefined ? '' : `Twilio asks the address in it with ${listKinds(asksWith)}.`,
  ];
  const lines = [meaning, '', facts.filter((fact) => fact !== '').join(' '), ''];
  return deprecated === undefined ? lines : [`**Deprecated.** ${deprecated}.`, '', ...lines];
}

/** @param {Description} element */
function writeAttributes({ attributes, values }) {
  const asks = Object.values(attributes).some(({ asksWith }) => asksWith !== undefined);
  const rows = Object.entries(attributes).map(([name, attribute]) => {
    const { meaning, standard = '', deprecated } = readDocs(attribute.docs);
    const says = deprecated === undefined ? meaning : `${meaning} **Deprecated.** ${deprecated}.`.trim();
    const cells = [`\`${name}\`${attribute.required ? ' (required)' : ''}`, describeType(attribute, values[name] ?? []), standard, says];
    return row(...cells, ...(asks ? [listKinds(attribute.asksWith ?? [])] : []));
  });
  if (rows.length === 0) return [];
  const heads = ['Attribute', 'Takes', 'Default', 'Meaning', ...(asks ? ['Asks you with'] : [])];
  return [row(...heads), row(...heads.map(() => '---')), ...rows, ''];
}

/** @param {readonly string[]} kinds Of webhooks. */
function listKinds(kinds) {
  return kinds.map((kind) => `\`${kind}\``).join(', ');
}

/**
 * @param {Attribute} attribute
 * @param {readonly string[]} values
 */
function describeType({ type, open, separator, min, max, maxLength }, values) {
  const limit = maxLength === undefined ? '' : `, up to ${maxLength} characters${type === 'list' ? ' each' : ''}`;
  const known = values.slice(0, SHOWN).map((value) => `\`${value}\``);
  const listed = `${known.join(', ')}${values.length > SHOWN ? ` and ${values.length - SHOWN} more` : ''}`;
  if (type === 'list') {
    const between = separator === ',' ? 'commas' : 'spaces';
    return `${values.length === 0 ? 'several' : `several of ${listed}${open ? ' and others' : ''}`}, with ${between} between them${limit}`;
  }
  if (type === 'enum' || type === 'boolean') return `${listed}${open ? ' and others' : ''}`;
  if (type === 'integer' || type === 'decimal') {
    const from = min === undefined ? '' : ` from ${min}`;
    const number = `${type === 'integer' ? 'whole number' : 'number'}${from}${max === undefined ? '' : ` to ${max}`}`;
    return values.length === 0 ? number : `${number}, or ${listed}`;
  }
  return `${{ url: 'URL', phone: 'phone number', text: 'text' }[type]}${limit}`;
}

/**
 * Takes apart what doc comments were made into.
 *
 * @param {string} docs
 * @returns {{ meaning: string, standard?: string, deprecated?: string }}
 */
function readDocs(docs) {
  const [, meaning = '', standard, deprecated] = /^(.*?)(?: ?Default: (.*?)\.)?(?: ?Deprecated: (.*)\.)?$/s.exec(docs) ?? [];
  return { meaning, ...(standard && { standard }), ...(deprecated && { deprecated }) };
}

/**
 * @param {string} tag
 * @param {readonly Description[]} siblings
 */
function link(tag, siblings) {
  const page = siblings.some((element) => element.tag === tag) ? '' : isSpeech(tag) ? 'ssml.md' : 'voice.md';
  return `[\`<${tag}>\`](${page}#${anchor(tag)})`;
}

const anchor = (/** @type {string} */ tag) => tag.toLowerCase();

if (process.argv[1] === import.meta.filename) {
  const { describeElement } = await import('../dist/twiml/document/index.js');
  writeFolder('twiml', writePages(describeElement));
}
