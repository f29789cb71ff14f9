import { addAttributes } from './attributes.js';
import { copyNode } from './copy-node.js';
import { describeValue, isPromise } from './describe-value.js';
import type { Element } from './element.js';
import { checkName } from './names.js';
import { addText, type TwimlNode } from './node.js';
import { writeTwiml } from './write.js';

/** What all builders share. The verbs are made for each element on first use: see {@link builderOf}. */
class Builder {
  readonly node: TwimlNode;

  constructor(node: TwimlNode) {
    this.node = node;
  }

  text(text: string): this {
    checkText(text, 'text');
    addText(this.node, text);
    return this;
  }

  comment(text: string): this {
    checkText(text, 'comment');
    this.node.children.push({ comment: text });
    return this;
  }

  element(tag: string, attributes?: object | null, content?: unknown): this {
    checkName(tag, 'an element');
    const node: TwimlNode = { tag, attributes: {}, children: [] };
    if (typeof attributes === 'object' && attributes !== null) addAttributes(node, attributes, undefined);
    else if (attributes != null) {
      throw new TypeError(`element() takes a tag, attributes, then content; got ${describeValue(attributes)} after the tag`);
    }
    if (typeof content === 'function') fill(content, standIn(this, node));
    else if (typeof content === 'string') addText(node, content);
    else if (content !== undefined) {
      throw new TypeError(`element() takes text or a callback as its content, got ${describeValue(content)}`);
    }
    this.node.children.push(node);
    return this;
  }

  append(source: TwimlNode | { readonly node: TwimlNode }): this {
    const isHeld = typeof source === 'object' && source !== null && 'node' in source;
    const copy = copyNode(isHeld ? source.node : source);
    for (const child of copy.tag === 'Response' ? copy.children : [copy]) {
      if (typeof child === 'string') addText(this.node, child);
      else this.node.children.push(child);
    }
    return this;
  }

  toString(): string {
    return writeTwiml(this.node, { declaration: false });
  }
}

/** What a document can do besides. */
export class DocumentBuilder extends Builder {
  readonly family: string | undefined;

  constructor(node: TwimlNode, family?: string) {
    super(node);
    this.family = family;
  }

  override toString(): string {
    return writeTwiml(this.node);
  }

  toXml(options?: { readonly declaration?: boolean | undefined }): string {
    return writeTwiml(this.node, options);
  }

  toResponse(init?: ResponseInit): Response {
    const headers = new Headers(init?.headers);
    if (!headers.has('content-type')) headers.set('content-type', 'text/xml; charset=utf-8');
    return new Response(this.toString(), { status: 200, ...init, headers });
  }
}

type BuilderClass = new (node: TwimlNode, family?: string) => Builder;

const classes = /* @__PURE__ */ new WeakMap<Element, BuilderClass>();

/** The builder class of an element, with one method for each child. Made on first use, so that unused elements cost nothing. */
export function builderOf(element: Element, Base: BuilderClass = Builder): BuilderClass {
  let made = classes.get(element);
  if (made === undefined) {
    // Named by its tag, for those who look at a builder in a debugger.
    made = { [element.tag]: class extends Base {} }[element.tag] as BuilderClass;
    for (const [name, child] of Object.entries(element.children)) {
      Object.defineProperty(made.prototype, name, { value: verbOf(name, child), writable: true, configurable: true });
    }
    classes.set(element, made);
  }
  return made;
}

/** The method that adds one kind of child: `(content)`, or attributes first and then content. */
function verbOf(name: string, child: () => Element) {
  let element: Element | undefined;
  let Filled: BuilderClass | undefined;
  return function add(this: Builder, first?: unknown, second?: unknown): Builder {
    if (element === undefined) {
      element = child();
      if (hasVerbs(element)) Filled = builderOf(element);
    }
    const node: TwimlNode = { tag: element.tag, attributes: {}, children: [] };
    let content = second;
    if (typeof first === 'object' && first !== null) addAttributes(node, first, element.attributes);
    else if (second === undefined) content = first ?? undefined;
    else if (first != null) throw new TypeError(`${name}() takes attributes, then content; got ${describeValue(first)} first`);
    if (typeof content === 'string' && element.text !== undefined) addText(node, content);
    else if (typeof content === 'function' && Filled !== undefined) fill(content, new Filled(node));
    else if (content !== undefined || element.text === 'required') {
      throw new TypeError(`${name}() takes ${describeContent(element)}, got ${describeValue(content)}`);
    }
    this.node.children.push(node);
    return this;
  };
}

/** A builder with the verbs of another, for an element that stands in the same place. */
function standIn(place: Builder, node: TwimlNode): Builder {
  const Place = place.constructor as BuilderClass;
  return new Place(node, place instanceof DocumentBuilder ? place.family : undefined);
}

function fill(content: Function, builder: Builder): void {
  const returned: unknown = content(builder);
  if (returned !== builder && isPromise(returned)) {
    throw new TypeError(`The callback of <${builder.node.tag}> returned a promise: await what it needs first, then build`);
  }
}

function hasVerbs(element: Element): boolean {
  return Object.keys(element.children).length > 0;
}

function describeContent(element: Element): string {
  if (element.text === undefined) return hasVerbs(element) ? 'a callback as its content' : 'no content';
  return hasVerbs(element) ? 'text or a callback as its content' : 'text as its content';
}

function checkText(text: unknown, method: string): void {
  if (typeof text !== 'string') throw new TypeError(`${method}() takes text, got ${describeValue(text)}`);
}
