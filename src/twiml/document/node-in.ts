import { describeValue } from '../describe-value.js';
import type { TwimlNode } from '../node.js';

/**
 * The node of a document that is no text: itself, or the one that a builder holds.
 *
 * @throws TypeError when it is neither, such as the bytes of a file or the answer of a server.
 */
export function nodeIn(source: TwimlNode | { readonly node: TwimlNode }): TwimlNode {
  const node = isObject(source) && 'node' in source ? source.node : source;
  if (isObject(node) && typeof node.tag === 'string' && isObject(node.attributes) && Array.isArray(node.children)) return node;
  const what = ArrayBuffer.isView(source) ? 'bytes, which are to be decoded first' : describeValue(source);
  throw new TypeError(`A document is text, a node { tag, attributes: { … }, children: [ … ] } or a builder, got ${what}`);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
