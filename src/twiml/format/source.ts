import { nodeIn } from '../document/node-in.js';
import { parseTwiml } from '../document/parse.js';
import type { TwimlNode } from '../node.js';

/** A document: as text, as a node, or what holds one, such as a builder. */
export type TwimlSource = string | TwimlNode | { readonly node: TwimlNode };

/** No document that Twilio runs is a tenth as deep. What is deeper is not worth an indentation, and no call stack holds it. */
export const DEEPEST = 500;

/** @throws TwimlError `TWIML_MALFORMED` when a text is not well-formed. @throws TypeError when it is no document at all. */
export function nodeOf(source: TwimlSource): TwimlNode {
  return typeof source === 'string' ? parseTwiml(source) : nodeIn(source);
}
