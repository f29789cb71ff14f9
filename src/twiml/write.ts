import { checkAttribute, checkComment, checkNode, checkPath } from './check-node.js';
import { escapeAttribute, escapeComment, escapeText } from './escape.js';
import { writeAttributeName, writeTag } from './names.js';
import { isElement, type TwimlChild, type TwimlNode } from './node.js';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/**
 * Writes a node and all below it as a TwiML document, in the bytes that twilio-node prints for the same tree. Characters that XML 1.0
 * cannot carry and lone surrogates become U+FFFD.
 *
 * @param options - `declaration: false` leaves `<?xml …?>` out. @default { declaration: true }
 * @throws TypeError when a name is no XML name, when something is no node, or when a node contains itself.
 */
export function writeTwiml(node: TwimlNode, options?: { readonly declaration?: boolean | undefined }): string {
  // Lists of what is open instead of recursion, because a tree may be deeper than the call stack; and one text that only ever grows at its
  // end, because that is what engines join fastest.
  const path: TwimlNode[] = [];
  const places: number[] = [];
  let xml = openTag(options?.declaration === false ? '' : DECLARATION, node);
  let current = node;
  let next = 0;
  let isEmpty = true;
  for (;;) {
    if (next === current.children.length) {
      xml += isEmpty ? '/>' : writeTag(current.tag).closing;
      const parent = path.pop();
      if (parent === undefined) return xml;
      current = parent;
      next = places.pop() as number;
      isEmpty = false;
      continue;
    }
    const child = current.children[next] as TwimlChild;
    next += 1;
    if (child === '') continue;
    if (isEmpty) xml += '>';
    isEmpty = false;
    if (typeof child === 'string') {
      xml += escapeText(child);
    } else if (isElement(child)) {
      path.push(current);
      places.push(next);
      checkPath(path, child);
      xml = openTag(xml, child);
      current = child;
      next = 0;
      isEmpty = true;
    } else {
      xml += `<!-- ${escapeComment(checkComment(child))} -->`;
    }
  }
}

function openTag(before: string, node: TwimlNode): string {
  checkNode(node);
  let xml = before + writeTag(node.tag).opening;
  const { attributes } = node;
  for (const name in attributes) {
    if (Object.hasOwn(attributes, name)) xml += `${writeAttributeName(name)}${escapeAttribute(checkAttribute(node, name))}"`;
  }
  return xml;
}
