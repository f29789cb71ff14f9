import { describeValue } from './describe-value.js';
import type { TwimlComment, TwimlNode } from './node.js';

/**
 * Nodes come from callers' own code, so what their type promises has to be looked at. Their names are checked where they are used.
 *
 * @throws TypeError when it is no node.
 */
export function checkNode(node: TwimlNode): void {
  if (!isObject(node) || !isObject(node.attributes) || !Array.isArray(node.children)) {
    throw new TypeError(`A node is { tag, attributes: { … }, children: [ … ] }, got ${describeValue(node)}`);
  }
}

/**
 * Returns the text of an attribute.
 *
 * @throws TypeError when it is none.
 */
export function checkAttribute(node: TwimlNode, name: string): string {
  const text = node.attributes[name];
  if (typeof text !== 'string')
    throw new TypeError(`The attributes of a node are text, got ${describeValue(text)} as ${name} of <${node.tag}>`);
  return text;
}

/**
 * Returns the text of a comment.
 *
 * @throws TypeError when what is neither text nor a node is no comment either.
 */
export function checkComment(child: TwimlComment): string {
  if (!isObject(child) || typeof child.comment !== 'string') {
    throw new TypeError(`A child of a node is text, a node or { comment }, got ${describeValue(child)}`);
  }
  return child.comment;
}

/**
 * Refuses a node that contains itself, which has no end. Whenever a node is entered, it is compared with the one half way down to it: round
 * a circle the two come to be the same, as the hare comes to meet the tortoise, and elsewhere they never are.
 *
 * @param path - The nodes around this one, outermost first.
 * @throws TypeError when it goes round in a circle.
 */
export function checkPath(path: readonly TwimlNode[], node: TwimlNode): void {
  if (path[path.length >> 1] === node) throw new TypeError(`<${node.tag}> contains itself`);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
