import { escapeAttribute, escapeComment } from '../escape.js';
import { isElement, type TwimlChild, type TwimlNode } from '../node.js';
import { writeTwiml } from '../write.js';
import { DEEPEST, nodeOf, type TwimlSource } from './source.js';

/** How to print a document. */
export interface FormatOptions {
  /** What a level is indented by: a number of spaces, or a text such as a tab. @default 2 */
  readonly indent?: number | string | undefined;
  /** Attributes that reach beyond this column stand on lines of their own. @default no limit */
  readonly width?: number | undefined;
  /** Whether `<?xml …?>` stands before the document. @default true */
  readonly declaration?: boolean | undefined;
}

/** What is the same for all lines. */
interface Layout {
  readonly indent: string;
  readonly width: number;
}

/**
 * Prints a document with a line for each element. White space between verbs is free and made anew; text is left as it is, together with
 * the marks in it, because Twilio speaks or sends it so. Processing instructions are left out. What is more than 500 levels deep is printed
 * as {@link writeTwiml} writes it.
 *
 * @throws TwimlError `TWIML_MALFORMED` when a text is not well-formed.
 *
 * @example
 * ```ts
 * formatTwiml('<Response><Say>Hello</Say><Hangup/></Response>', { indent: '\t' });
 * ```
 */
export function formatTwiml(source: TwimlSource, options: FormatOptions = {}): string {
  const root = nodeOf(source);
  const { indent = 2, width = 0, declaration = true } = options;
  // What can be written is a tree of nodes with good names, and has an end.
  const written = writeTwiml(root, { declaration });
  if (isTooDeep(root)) return written;
  const layout = { indent: typeof indent === 'number' ? ' '.repeat(indent) : indent, width };
  return `${declaration ? '<?xml version="1.0" encoding="UTF-8"?>\n' : ''}${printElement(root, 0, layout)}`;
}

function isTooDeep(root: TwimlNode): boolean {
  const open = [{ node: root, depth: 0 }];
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    if (top.depth > DEEPEST) return true;
    for (const child of top.node.children) if (isElement(child)) open.push({ node: child, depth: top.depth + 1 });
  }
  return false;
}

/** Prints an element by recursion, which is no deeper than the document. */
function printElement(node: TwimlNode, level: number, layout: Layout): string {
  const start = printStart(node, level, layout);
  const shown = node.children.filter((child) => isShown(child, node.tag));
  if (shown.length === 0) return `${start}/>`;
  if (shown.some((child) => typeof child === 'string')) return `${start}>${writeInside(node)}</${node.tag}>`;
  const inner = layout.indent.repeat(level + 1);
  const lines = shown.map((child) => (isElement(child) ? printElement(child, level + 1, layout) : `${inner}${writeComment(child)}`));
  return `${start}>\n${lines.join('\n')}\n${layout.indent.repeat(level)}</${node.tag}>`;
}

/** Prints an element up to its last attribute. */
function printStart({ tag, attributes }: TwimlNode, level: number, { indent, width }: Layout): string {
  let before = '';
  let line = `${indent.repeat(level)}<${tag}`;
  for (const [name, value] of Object.entries(attributes)) {
    const attribute = `${name}="${escapeAttribute(value)}"`;
    if (width > 0 && line.length + 1 + attribute.length > width) {
      before += `${line}\n`;
      line = `${indent.repeat(level + 1)}${attribute}`;
    } else {
      line += ` ${attribute}`;
    }
  }
  return before + line;
}

/** White space alone is nothing, but between spoken words. */
function isShown(child: TwimlChild, tag: string): boolean {
  if (typeof child !== 'string') return true;
  return child.trim() !== '' || (child !== '' && /^(?:Say$|[a-z])/.test(tag) && !child.includes('\n'));
}

/** What stands in an element, as it is. */
function writeInside({ tag, children }: TwimlNode): string {
  return writeTwiml({ tag, attributes: {}, children }, { declaration: false }).slice(tag.length + 2, -tag.length - 3);
}

function writeComment(child: Exclude<TwimlChild, TwimlNode>): string {
  return typeof child === 'string' ? '' : `<!-- ${escapeComment(child.comment)} -->`;
}
