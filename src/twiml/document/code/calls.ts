import type { Element } from '../../element.js';
import { isElement, type TwimlChild, type TwimlNode } from '../../node.js';
import { findSharedVerb } from '../../shared-verb.js';
import { FAMILIES, rootOf } from '../catalogue.js';
import { writeAttributes, writeFreeAttributes, writeString } from './literals.js';

/** The call of a builder's method. */
export interface Call {
  readonly method: string;
  /** What is passed before the fill. */
  readonly values: readonly string[];
  /** What the fill does, and what it calls the builder that it gets. */
  readonly fill?: { readonly name: string; readonly calls: readonly Call[] };
}

/**
 * The calls that add the children of a node to its builder. White space means something between words alone.
 *
 * @param scope - The element whose verbs the builder has.
 * @param isText - Whether it has `text()`.
 */
export function listCalls(node: TwimlNode, scope: Element, isText: boolean): Call[] {
  const hasWords = isText && node.children.some((child) => typeof child === 'string' && child.trim() !== '');
  return node.children.flatMap((child): Call | [] => {
    if (isElement(child)) return writeElement(child, scope);
    if (typeof child !== 'string') return { method: 'comment', values: [writeString(child.comment)] };
    if (isText) return hasWords ? { method: 'text', values: [writeString(child)] } : [];
    return child.trim() === '' ? [] : writeStrayText(child);
  });
}

/** Text where no method adds any: as the content of a document that is appended. */
function writeStrayText(text: string): Call {
  return { method: 'append', values: [`{ tag: 'Response', attributes: {}, children: [${writeString(text)}] }`] };
}

function writeElement(node: TwimlNode, scope: Element): Call {
  const [method, declare] = Object.entries(scope.children).find(([, child]) => child().tag === node.tag) ?? [];
  const typed = method === undefined || declare === undefined ? undefined : writeTyped(node, method, declare());
  return typed ?? writeFree(node, scope);
}

/** The call of the element's own method, if all that the node has fits its types. */
function writeTyped(node: TwimlNode, method: string, element: Element): Call | undefined {
  const attributes = writeAttributes(element, node.attributes);
  if (attributes === null) return undefined;
  const values = attributes === undefined ? [] : [attributes];
  const content = contentOf(node.children, element.text !== undefined);
  if (typeof content === 'string') return element.text === undefined ? undefined : { method, values: [...values, writeString(content)] };
  if (content.length === 0 && element.text === 'required') return { method, values: [...values, "''"] };
  if (content.length === 0 && !needsFill(element)) return { method, values };
  if (Object.keys(element.children).length === 0) return undefined;
  return { method, values, fill: { name: nameFill(node.tag), calls: listCalls(node, element, element.text !== undefined) } };
}

/** Whether the method wants a fill for nothing as well, because a document has some of the verbs inside. */
function needsFill(element: Element): boolean {
  return FAMILIES.some((family) => findSharedVerb(rootOf(family), element) !== undefined);
}

/** The call that adds an element unchecked. Its fill has the verbs of the place that it stands in. */
function writeFree(node: TwimlNode, scope: Element): Call {
  const attributes = writeFreeAttributes(node.attributes);
  const content = contentOf(node.children, true);
  const values = [writeString(node.tag), ...(attributes === undefined ? [] : [attributes])];
  if (typeof content === 'string') return { method: 'element', values: [...pad(values), writeString(content)] };
  if (content.length === 0) return { method: 'element', values };
  return { method: 'element', values: pad(values), fill: { name: 'inside', calls: listCalls(node, scope, scope.text !== undefined) } };
}

function pad(values: readonly string[]): readonly string[] {
  return values.length === 1 ? [...values, 'null'] : values;
}

/** The one text that a node holds, or all its children, without the white space around elements. */
function contentOf(children: readonly TwimlChild[], keepsText: boolean): string | readonly TwimlChild[] {
  const [first] = children;
  if (children.length === 1 && typeof first === 'string') return keepsText || first.trim() !== '' ? first : [];
  return children.every((child) => typeof child !== 'string' || child.trim() === '')
    ? children.filter((child) => typeof child !== 'string')
    : children;
}

/** The builder of an element is called by its tag, as in the documentation. */
function nameFill(tag: string): string {
  const name = tag.charAt(0).toLowerCase() + tag.slice(1).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return /^[a-z]\w*$/i.test(name) ? name : 'inside';
}
