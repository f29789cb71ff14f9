import twilio from 'twilio';
import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import type { Element } from '../../../src/twiml/element.js';
import { faxResponse, messagingResponse, type TwimlNode, voiceResponse } from '../../../src/twiml/index.js';
import { isElement } from '../../../src/twiml/node.js';
import { isShared } from '../../twiml/declared.js';
import type { DocumentPlan, ElementPlan, Part } from './plan.js';

/** A builder of ours, whose verbs are called by name. */
type Ours = { readonly [verb: string]: (...given: unknown[]) => Ours };

/** A builder of twilio-node, with what it hides. */
interface Theirs {
  addText(text: string): void;
  addChild(tag: string, attributes: object): Theirs;
  _getXml(): { comment(text: string): void };
}

/** What is read of a node of xmlbuilder2's. */
interface Dom {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly data: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly childNodes: Iterable<Dom>;
}

const ourDocuments = { voice: voiceResponse, messaging: messagingResponse, fax: faxResponse };
const theirDocuments = { voice: twilio.twiml.VoiceResponse, messaging: twilio.twiml.MessagingResponse, fax: twilio.twiml.FaxResponse };

/** Verbs that twilio-node 6.3 does not have, by the class that lacks them. There the element is added by its tag. */
export const missingVerbs: Readonly<Record<string, string>> = {
  'Connect.assistant': 'Removed from twilio-node 6; other libraries still have it.',
  'ConversationRelay.failover': 'Announced in November 2026; no library has it yet.',
  'VoiceResponse.annotate': 'No library has it; its errors are documented.',
  'Stop.recording': 'Documented; no library has it in this place yet.',
  'MessagingResponse.sms': 'The former name of Message, from before 2012; Twilio still reads it.',
};

export function buildOurs({ family, content }: DocumentPlan): { readonly node: TwimlNode; toString(): string } {
  const document = ourDocuments[family]();
  for (const part of content) addOurs(document as unknown as Ours, part);
  return document;
}

function addOurs(builder: Ours, part: Part): void {
  if (typeof part === 'string') builder['text']?.(part);
  else if ('comment' in part) builder['comment']?.(part.comment);
  else builder[part.verb]?.(...argumentsOf(part));
}

/** The arguments in the shape that the verb takes for them: attributes if any, then text, or a callback for anything else. */
function argumentsOf({ attributes, content, element }: ElementPlan): unknown[] {
  const given: unknown[] = attributes === undefined ? [] : [attributes];
  if (isText(content) && element.text !== undefined) given.push(content[0]);
  else if (content.length > 0 || element.text === 'required' || isShared(element)) {
    given.push((builder: Ours) => {
      for (const part of content) addOurs(builder, part);
    });
  }
  return given;
}

export function buildTheirs({ family, content }: DocumentPlan): string {
  const document = new theirDocuments[family]();
  for (const part of content) addTheirs(document as unknown as Theirs, part);
  return document.toString();
}

function addTheirs(builder: Theirs, part: Part): void {
  if (typeof part === 'string') builder.addText(part);
  else if ('comment' in part) builder._getXml().comment(part.comment);
  else {
    const { content } = part;
    const [first] = content;
    const isText = content.length === 1 && typeof first === 'string';
    const child = addElement(builder, part, isText ? first : undefined);
    for (const inner of isText ? [] : content) addTheirs(child, inner);
  }
}

function addElement(builder: Theirs, { verb, element, attributes }: ElementPlan, text: string | undefined): Theirs {
  const values = joinPhrases(element, attributes ?? {});
  const { name } = builder.constructor;
  // What stands inside an element that twilio-node does not know is a GenericNode, which has no verbs.
  if (name === 'GenericNode' || `${name}.${verb}` in missingVerbs) {
    const child = builder.addChild(element.tag, values);
    if (text !== undefined) child.addText(text);
    return child;
  }
  const add = (builder as unknown as Record<string, (attributes: object, text?: string) => Theirs>)[verb];
  if (add === undefined) throw new Error(`${name} has no ${verb}()`);
  return add.call(builder, values, text);
}

/** twilio-node takes lists of phrases as text alone; given a list, it would put spaces where Twilio reads commas. */
function joinPhrases(element: Element, attributes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      const isPhrases = Array.isArray(value) && element.attributes[name]?.separator === ',';
      return [name, isPhrases ? value.join(',') : value];
    }),
  );
}

/** The tree as xmlbuilder2 builds it through its own interface. */
export function buildWithXmlbuilder2(root: TwimlNode): TwimlNode {
  return treeOf(domOf(addToXmlbuilder2(create(), root)));
}

/** The tree that xmlbuilder2 reads out of a document. */
export function readWithXmlbuilder2(xml: string): TwimlNode {
  return treeOf(domOf(create({ skipWhitespaceOnlyText: false }, xml)), 1);
}

function addToXmlbuilder2(parent: XMLBuilder, node: TwimlNode): XMLBuilder {
  const element = parent.ele(node.tag);
  for (const [name, value] of Object.entries(node.attributes)) element.att(name, value);
  for (const child of node.children) {
    if (typeof child === 'string') element.txt(child);
    else if (isElement(child)) addToXmlbuilder2(element, child);
    else element.com(child.comment);
  }
  return element;
}

/** A tree of xmlbuilder2's as one of ours. Comments lose so many characters of padding on each side. */
function treeOf({ nodeName, attributes, childNodes }: Dom, padding = 0): TwimlNode {
  return {
    tag: nodeName,
    attributes: Object.fromEntries(Array.from(attributes, ({ name, value }) => [name, value])),
    children: Array.from(childNodes, (child) => {
      if (child.nodeType === 3) return child.data;
      return child.nodeType === 8 ? { comment: child.data.slice(padding, child.data.length - padding) } : treeOf(child, padding);
    }),
  };
}

function domOf(builder: XMLBuilder): Dom {
  return builder.root().node as unknown as Dom;
}

function isText(content: readonly Part[]): content is readonly [string] {
  return content.length === 1 && typeof content[0] === 'string';
}
