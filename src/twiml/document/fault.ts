import { HTML_ENTITIES } from './html-entities.js';

/** What is wrong with a text that cannot be read, and where. */
export interface Fault {
  /** Tells the faults apart that rules of their own report. */
  readonly reason: 'malformed' | 'entity' | 'doctype' | 'too-long';
  /** What was expected, what was found and what to do. */
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** What to write instead of a stretch of the text. */
  readonly fix?: { readonly start: number; readonly end: number; readonly text: string };
}

interface OpenTag {
  readonly tag: string;
  readonly start: number;
  /** Whether nothing was understood behind its name and attributes: it may not have ended. */
  readonly isLast: boolean;
}

/** What is known when reading stops. */
interface Stop {
  /** What saxes says. */
  readonly reason: string;
  readonly xml: string;
  /** The end of the last thing that was understood. */
  readonly mark: number;
  /** How far saxes has read. */
  readonly position: number;
  /** The element that the fault is in, or meets. */
  readonly open: OpenTag | undefined;
}

/**
 * Turns what saxes says into a message for those who write documents, at the place where the fault begins. saxes tells where it noticed:
 * after a forgotten `;` that may be a page further down.
 */
export function findFault(reason: string, xml: string, mark: number, position: number, open?: OpenTag): Fault {
  const stop = { reason, xml, mark, position: Math.min(position, xml.length), open };
  const [, find] = FAULTS.find(([pattern]) => pattern.test(reason)) ?? [];
  return find?.(stop) ?? at(stop, stop.position - 1, `This is no well-formed XML: ${reason}`);
}

type FindFault = (stop: Stop) => Fault | undefined;

const FAULTS: readonly (readonly [RegExp, FindFault])[] = [
  [/entity/, findReference],
  [/^unexpected end/, (stop) => findReference(stop) ?? findOpenMarkup(stop)],
  [/^disallowed character\.$/, findCharacter],
  [/^disallowed character in tag name/, findOpenBracket],
  [/^(unexpected|unmatched) clos/, findClosingTag],
  [/^weird empty close tag/, (stop) => at(stop, stop.position - 3, 'A closing tag names its element; found </>.')],
  [/^disallowed character in closing tag/, (stop) => atLast(stop, '</', 'A closing tag holds nothing but its name.')],
  [/^unclosed tag/, findUnclosed],
  [
    /only one root/,
    (stop) => at(stop, stop.open?.start ?? stop.position, 'A document has one root, <Response>; a second element follows it.'),
  ],
  [
    /must contain a root/,
    (stop) => at(stop, 0, stop.xml.trim() === '' ? EMPTY : 'No element was found; a TwiML document is one <Response>.'),
  ],
  [/text data outside of root/, findOutside],
  [/doctype/i, (stop) => findDoctype(stop)],
  [/must (be|appear) at the start/, findLateDeclaration],
  [/^attribute without value/, (stop) => atAttribute(stop, 'An attribute has a value in quotes, such as loop="2"')],
  [/^unquoted attribute value/, (stop) => atAttribute(stop, 'The value of an attribute stands in quotes')],
  [/^duplicate attribute/, findDuplicate],
  [
    /^no whitespace between/,
    (stop) => at(stop, stop.position - 1, 'A space is missing between two attributes; or a quote inside the value is not written &quot;.'),
  ],
  [/^disallowed character in attribute name/, findAttributeName],
  [/^forward-slash/, (stop) => at(stop, stop.position - 2, 'The / of an empty element stands right before its >.')],
  [/^malformed comment/, (stop) => at(stop, stop.xml.lastIndexOf('--', stop.position - 1), 'A comment cannot hold --, nor end in --->.')],
  [/^incorrect syntax/, (stop) => atLast(stop, '<!', 'After <! comes a comment, <!-- … -->, or character data, <![CDATA[ … ]]>.')],
  [/processing instruction/, (stop) => atLast(stop, '<?', 'A processing instruction is <?name … ?>.')],
  [
    /\]\]>/,
    (stop) => ({
      ...at(stop, stop.position - 3, 'In text, ]]> is written ]]&gt;.'),
      fix: { start: stop.position - 1, end: stop.position, text: '&gt;' },
    }),
  ],
  [/XML declaration|name\/value|^expected|value required|must be quoted|must match|whitespace required/, findDeclaration],
];

const EMPTY = 'The text is empty; the smallest document is <Response/>.';

function at({ position }: Stop, start: number, message: string, end = Math.max(position, start)): Fault {
  return { reason: 'malformed', message, start: Math.max(start, 0), end };
}

/** The fault begins at the last occurrence of a mark before the character at which saxes stopped. */
function atLast(stop: Stop, mark: string, message: string): Fault {
  return at(stop, Math.max(stop.xml.lastIndexOf(mark, stop.position - 2), stop.mark), message);
}

/** Finds the first `&` that begins no reference, behind what was understood. Processing instructions may hold any. */
function findReference(stop: Stop): Fault | undefined {
  const { xml, mark, position } = stop;
  const pattern = /<\?[^?]*|&(?!(?:amp|lt|gt|quot|apos);)(?:(#?[\w.:-]*);)?/g;
  pattern.lastIndex = mark;
  for (let found = pattern.exec(xml); found !== null && found.index < position; found = pattern.exec(xml)) {
    if (found[0].startsWith('<')) continue;
    const name = found[1] ?? '';
    const start = found.index;
    const end = start + found[0].length;
    if (/^#(\d+|x[\da-f]+)$/i.test(name)) {
      if (isCharacter(name)) continue;
      return { reason: 'entity', message: `&${cut(name)}; stands for no character that XML can carry.`, start, end };
    }
    if (/^[A-Za-z_]/.test(name)) return findEntity(name, start, end);
    const message = 'A bare & was found; in XML it is written &amp;, in URLs too.';
    return { reason: 'malformed', message, start, end: start + 1, fix: { start, end: start + 1, text: '&amp;' } };
  }
  return undefined;
}

function isCharacter(reference: string): boolean {
  const code = /^#x/i.test(reference) ? Number.parseInt(reference.slice(2), 16) : Number.parseInt(reference.slice(1), 10);
  const plane = code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd);
  return reference[1] !== 'X' && (plane || (code >= 0x10000 && code <= 0x10ffff));
}

function findEntity(name: string, start: number, end: number): Fault {
  const character = Object.hasOwn(HTML_ENTITIES, name) ? HTML_ENTITIES[name] : undefined;
  const known = '&amp;, &lt;, &gt;, &quot; and &apos;';
  if (character === undefined) {
    const message = `The entity &${cut(name)}; does not exist; XML has ${known}. A bare & is written &amp;.`;
    return { reason: 'entity', message, start, end, fix: { start, end: start + 1, text: '&amp;' } };
  }
  const text = `&#${character};`;
  return {
    reason: 'entity',
    message: `&${name}; is HTML's; XML has ${known}. Write ${text} or the character.`,
    start,
    end,
    fix: { start, end, text },
  };
}

/** The text ended inside something: tells what was opened last. */
function findOpenMarkup(stop: Stop): Fault {
  const { xml, mark, open } = stop;
  if (open?.isLast === true && xml.indexOf('>', mark) === -1)
    return at(stop, open.start, `The opening tag <${cut(open.tag)} never ends; a > or a closing quote is missing.`, mark);
  const start = xml.indexOf('<', mark);
  const [, what] = OPENINGS.find(([opening]) => xml.startsWith(opening, start)) ?? [];
  return at(stop, start === -1 ? mark : start, what === undefined ? 'The document ends too early.' : `${what} never ends.`);
}

const OPENINGS: readonly (readonly [string, string])[] = [
  ['<!--', 'A comment is opened with <!-- and'],
  ['<![CDATA[', 'Character data is opened with <![CDATA[ and'],
  ['<?', 'A processing instruction is opened with <? and'],
  ['<!D', 'A document type, which TwiML does not have, is opened and'],
  ['<', 'A tag is opened with < and'],
];

function findCharacter(stop: Stop): Fault {
  const start = stop.position - 1;
  const character = stop.xml[start] ?? '';
  if (character !== '<') {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return at(stop, start, `XML cannot carry the character U+${code}; leave it out.`, start + 1);
  }
  const message = 'A < stands inside an attribute: a closing quote is missing before it, or it must be written &lt;.';
  const fault = at(stop, start, message, start + 1);
  // Before a tag it is the quote that is missing.
  return /[a-z/!?]/i.test(stop.xml[start + 1] ?? '') ? fault : { ...fault, fix: { start, end: start + 1, text: '&lt;' } };
}

function findOpenBracket(stop: Stop): Fault {
  const start = stop.xml.lastIndexOf('<', stop.position - 2);
  const message = 'A < in text is written &lt;; in a tag, the name stands right behind it.';
  return { ...at(stop, start, message, start + 1), fix: { start, end: start + 1, text: '&lt;' } };
}

function findClosingTag(stop: Stop): Fault {
  // Before the > that ends it: right behind it the next closing tag may begin.
  const start = stop.xml.lastIndexOf('</', stop.position - 1);
  const name = stop.xml.slice(start + 2, stop.position - 1).trim();
  if (stop.open === undefined) return at(stop, start, `</${cut(name)}> closes nothing that is open.`);
  return at(stop, start, `</${cut(stop.open.tag)}> is expected here, because <${cut(stop.open.tag)}> is open; found </${cut(name)}>.`);
}

function findUnclosed(stop: Stop): Fault {
  if (stop.open === undefined) return at(stop, stop.position, 'An element is not closed.');
  const { tag, start } = stop.open;
  const isMarkup = (stop.open.isLast && stop.xml.indexOf('>', stop.mark) === -1) || stop.xml.indexOf('<', stop.mark) !== -1;
  const fault = findReference(stop) ?? (isMarkup ? findOpenMarkup(stop) : undefined);
  return fault ?? at(stop, start, `<${cut(tag)}> is opened here and never closed; </${cut(tag)}> is missing.`, start + tag.length + 1);
}

function findOutside(stop: Stop): Fault {
  const start = stop.mark + Math.max(stop.xml.slice(stop.mark).search(/[^\s\uFEFF]/), 0);
  const where = stop.xml.slice(0, start).includes('</') ? 'after the end of' : 'before';
  return at(stop, start, `Text stands ${where} the root element; Twilio reads nothing but <Response> and what is in it.`);
}

function findDoctype(stop: Stop): Fault {
  const start = Math.max(stop.xml.indexOf('<!DOCTYPE', stop.mark), 0);
  const fix = { start, end: stop.position, text: '' };
  return { ...at(stop, start, 'TwiML has no document type; leave <!DOCTYPE …> out.'), reason: 'doctype', fix };
}

function findLateDeclaration(stop: Stop): Fault {
  const start = Math.max(stop.xml.lastIndexOf('<?', stop.position), 0);
  const before = stop.xml.slice(0, start);
  if (before.trim() !== '') return at(stop, start, 'The XML declaration stands once, at the very beginning of the document.');
  if (before === '') return at(stop, start, 'The XML declaration is written <?xml … ?>, in small letters.');
  const message = 'The XML declaration stands at the very beginning; not even a space or an empty line comes before it.';
  return { ...at(stop, start, message), fix: { start: 0, end: start, text: '' } };
}

function atAttribute(stop: Stop, message: string): Fault {
  const start = stop.mark + Math.max(stop.xml.slice(stop.mark, stop.position).search(/\S/), 0);
  const name = /^[\w:.-]+/.exec(stop.xml.slice(start, start + 100))?.[0];
  return at(stop, start, name === undefined ? `${message}.` : `${message}; found ${cut(name)} without.`);
}

function findDuplicate(stop: Stop): Fault {
  const name = stop.reason.slice('duplicate attribute: '.length, -1);
  return at(stop, stop.open?.start ?? stop.mark, `<${cut(stop.open?.tag ?? '')}> has the attribute ${cut(name)} twice.`);
}

function findAttributeName(stop: Stop): Fault {
  return at(
    stop,
    stop.position - 1,
    'Here an attribute, name="value", or the end of the tag was expected. Perhaps a quote is missing before.',
  );
}

function findDeclaration(stop: Stop): Fault {
  const start = Math.max(stop.xml.indexOf('<?xml'), 0);
  return at(stop, start, `The XML declaration is <?xml version="1.0" encoding="UTF-8"?>: ${stop.reason.replace(/\.$/, '')}.`);
}

/** Names come from the document, and may be as long as it. */
function cut(name: string): string {
  return name.length <= 40 ? name : `${name.slice(0, 40)}…`;
}
