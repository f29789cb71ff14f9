import { addAttributes } from './attributes.js';
import { copyNode } from './copy-node.js';
import { describeValue, isPromise, isUrl } from './describe-value.js';
import type { Element } from './element.js';
import type { AttributeTable } from './kinds.js';
import { checkName } from './names.js';
import { addText, type TwimlNode } from './node.js';
import { findSharedVerb } from './shared-verb.js';
import { writeTwiml } from './write.js';

/** What all builders share. The verbs are made for each element on first use: see {@link builderOf}. */
class Builder {
  readonly node: TwimlNode;
  readonly family: string;

  constructor(node: TwimlNode, family: string) {
    this.node = node;
    this.family = family;
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

  element(tag: string, first?: unknown, second?: unknown): this {
    checkName(tag, 'an element');
    return add(this, 'element', { tag, text: 'optional' }, this.constructor as BuilderClass, first, second);
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

/** What a whole document can do besides. */
export class DocumentBuilder extends Builder {
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

  toJSON(): string {
    return this.toString();
  }
}

type BuilderClass = new (node: TwimlNode, family: string) => Builder;

const classes = /* @__PURE__ */ new WeakMap<Element, BuilderClass>();

/** The builder class of an element, with one method for each child. Made on first use, so that unused elements cost nothing. */
export function builderOf(element: Element, Base: BuilderClass = Builder): BuilderClass {
  let made = classes.get(element);
  if (made === undefined) {
    // Named by its tag, for those who look at a builder in a debugger.
    made = { [element.tag]: class extends Base {} }[element.tag] as BuilderClass;
    classes.set(element, made);
    for (const [name, child] of Object.entries(element.children)) {
      Object.defineProperty(made.prototype, name, { value: verbOf(name, child, element), writable: true, configurable: true });
    }
  }
  return made;
}

/** The method that adds one kind of child. */
function verbOf(name: string, child: () => Element, place: Element) {
  let element: Addable | undefined;
  let Inner: BuilderClass | undefined;
  return function verb(this: Builder, first?: unknown, second?: unknown): Builder {
    if (element === undefined) {
      const declared = child();
      element = { ...declared, shared: findSharedVerb(place, declared) };
      if (Object.keys(declared.children).length > 0) Inner = builderOf(declared);
    }
    return add(this, name, element, Inner, first, second);
  };
}

/** What has to be known of an element to add it. Without a table, it may have any attributes. */
interface Addable {
  readonly tag: string;
  readonly text?: 'required' | 'optional';
  readonly attributes?: AttributeTable;
  /** A verb that the element and the place around it both have, so that content is needed. */
  readonly shared?: string | undefined;
}

/**
 * Adds an element, given its content, or attributes and then its content.
 *
 * @param Inner - Builds what stands inside; without it, no callback may be given.
 */
function add<Place extends Builder>(
  place: Place,
  verb: string,
  { tag, text, attributes, shared }: Addable,
  Inner: BuilderClass | undefined,
  first: unknown,
  second: unknown,
): Place {
  const node: TwimlNode = { tag, attributes: {}, children: [] };
  let content = isUrl(second) ? String(second) : second;
  if (second === undefined && isUrl(first)) content = String(first);
  else if (typeof first === 'object' && first !== null) addAttributes(node, first, attributes);
  else if (second === undefined) content = first ?? undefined;
  else if (first != null) throw new TypeError(`${verb}() takes attributes, then content; got ${describeValue(first)} first`);
  if (typeof content === 'string' && text !== undefined) addText(node, content);
  else if (typeof content === 'function' && Inner !== undefined) fill(content, new Inner(node, place.family));
  else if (content !== undefined || text === 'required' || shared !== undefined) {
    const taken = [...(text === undefined ? [] : ['text']), ...(Inner === undefined ? [] : ['a callback'])];
    const hint = content === undefined && shared !== undefined ? `. ${explainFill(verb, shared)}` : '';
    throw new TypeError(`${verb}() takes ${taken.join(' or ') || 'no content'}, got ${describeValue(content)}${hint}`);
  }
  place.node.children.push(node);
  return place;
}

/** For those who chain: what is called after the verb stands behind its element. */
function explainFill(verb: string, inner: string): string {
  return `Write ${verb}({ … }, (${verb}) => ${verb}.${inner}(…)), since what is chained stands behind it; (${verb}) => ${verb} leaves it empty`;
}

function fill(content: Function, builder: Builder): void {
  const returned: unknown = content(builder);
  if (returned !== builder && isPromise(returned)) {
    throw new TypeError(`The callback of <${builder.node.tag}> returned a promise: await what it needs first, then build`);
  }
}

function checkText(text: unknown, method: string): void {
  if (typeof text !== 'string') throw new TypeError(`${method}() takes text, got ${describeValue(text)}`);
}
