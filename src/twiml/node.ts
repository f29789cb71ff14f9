/** One TwiML element as plain data: what a builder makes, what the parser returns and what {@link writeTwiml} writes. */
export interface TwimlNode {
  /** The XML name, such as `Say`. */
  readonly tag: string;
  /** The attributes as they are written, in order. */
  readonly attributes: Record<string, string>;
  /** Elements, comments and text, in order. */
  readonly children: TwimlChild[];
}

/** An XML comment. Twilio ignores it. */
export interface TwimlComment {
  /** The text between the marks, without padding. */
  readonly comment: string;
}

/** What may stand inside an element. */
export type TwimlChild = TwimlNode | TwimlComment | string;

/** Whether a child is an element. */
export function isElement(child: TwimlChild): child is TwimlNode {
  return typeof child === 'object' && child !== null && 'tag' in child;
}

/** Adds text to a node. Next to other text the two become one, as a reader of the document will see it. */
export function addText(node: TwimlNode, text: string): void {
  const { children } = node;
  const last = children.length - 1;
  if (last >= 0 && typeof children[last] === 'string') children[last] += text;
  else if (text !== '') children.push(text);
}
