import type { TwimlChild, TwimlNode } from './node.js';

/** What stands before every document. */
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/**
 * Recursion is the fastest way to write a tree, and ends at the call stack's. Below this level a list takes over; no document that Twilio
 * runs is a tenth as deep.
 */
const RECURSION_LIMIT = 500;

/** Deeper than any tree is, so deeper means that a node contains itself. */
export const DEPTH_LIMIT = 1_000_000;

const NAME =
  /^[:A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD][-.0-9:A-Z_a-z\u00B7\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u037D\u037F-\u1FFF\u200C-\u200D\u203F\u2040\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD]*$/;

const NEEDS_CARE = /[&<>"\t\n\r\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;
const ILLEGAL =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const IN_TEXT = /[&<>\r]/g;
const IN_ATTRIBUTE = /[&<"\t\n\r]/g;

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

/**
 * Writes a node and all below it as a TwiML document, in the bytes that twilio-node prints for the same tree. Characters that XML 1.0
 * cannot carry and lone surrogates become U+FFFD.
 *
 * @param options - `declaration: false` leaves `<?xml …?>` out. @default { declaration: true }
 * @throws TypeError when a name is no XML name, when something is no node, or when a node contains itself.
 */
export function writeTwiml(node: TwimlNode, options?: { readonly declaration?: boolean | undefined }): string {
  const xml = writeNode(node, 0);
  return options?.declaration === false ? xml : DECLARATION + xml;
}

function writeNode(node: TwimlNode, depth: number): string {
  if (depth > RECURSION_LIMIT) return writeDeep(node);
  const { children } = node;
  const start = openTag(node);
  let content = '';
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index] as TwimlChild;
    content += typeof child === 'object' && 'tag' in child ? writeNode(child, depth + 1) : writeLeaf(child);
  }
  return content === '' ? `${start}/>` : `${start}>${content}</${node.tag}>`;
}

/** The same as {@link writeNode}, for trees that are too deep for the call stack. */
function writeDeep(root: TwimlNode): string {
  let xml = openTag(root);
  const open = [{ node: root, next: 0, empty: true }];
  for (let top = open[0]; top !== undefined; top = open[open.length - 1]) {
    const child = top.node.children[top.next];
    if (child === undefined) {
      xml += top.empty ? '/>' : `</${top.node.tag}>`;
      open.pop();
      continue;
    }
    top.next += 1;
    const isNode = typeof child === 'object' && 'tag' in child;
    const written = isNode ? openTag(child) : writeLeaf(child);
    if (top.empty && written !== '') xml += '>';
    top.empty &&= written === '';
    xml += written;
    if (isNode && open.push({ node: child, next: 0, empty: true }) > DEPTH_LIMIT) throw new TypeError(`<${child.tag}> contains itself`);
  }
  return xml;
}

function openTag(node: TwimlNode): string {
  const { attributes } = node;
  let start = `<${checkName(node.tag, 'tag')}`;
  for (const name of Object.keys(attributes)) start += ` ${checkName(name, 'attribute')}="${escapeAttribute(attributes[name] as string)}"`;
  return start;
}

function writeLeaf(child: unknown): string {
  if (typeof child === 'string') return escapeText(child);
  if (typeof child === 'object' && child !== null && 'comment' in child) return `<!-- ${escapeComment(String(child.comment))} -->`;
  throw new TypeError(`A child is text, a comment or a node; got ${child === null ? 'null' : typeof child}`);
}

/** Names that were found to be XML names. There are few, and each is checked for every element; bounded for the sake of made-up ones. */
const names = /* @__PURE__ */ new Set<string>();

/** Returns a name that cannot break out of its place in the document. */
export function checkName(name: string, what: 'tag' | 'attribute'): string {
  if (names.has(name)) return name;
  if (typeof name !== 'string' || !NAME.test(name))
    throw new TypeError(
      `${JSON.stringify(name)} is no XML name, so it cannot be the name of ${what === 'tag' ? 'an element' : 'an attribute'}`,
    );
  if (names.size < 1000) names.add(name);
  return name;
}

function escapeText(text: string): string {
  return NEEDS_CARE.test(text) ? text.replace(ILLEGAL, '\uFFFD').replace(IN_TEXT, toReference) : text;
}

function escapeAttribute(value: string): string {
  if (typeof value !== 'string') throw new TypeError(`An attribute of a node is text; got ${typeof value}`);
  return NEEDS_CARE.test(value) ? value.replace(ILLEGAL, '\uFFFD').replace(IN_ATTRIBUTE, toReference) : value;
}

/** Two hyphens would end the comment or break it: a space keeps them apart. */
function escapeComment(text: string): string {
  return text.replace(ILLEGAL, '\uFFFD').replace(/-(?=-)/g, '- ');
}

function toReference(character: string): string {
  return REFERENCES[character] as string;
}
