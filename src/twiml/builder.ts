import { didYouMean } from './did-you-mean.js';
import type { Element } from './element.js';
import type { AttributeTable } from './kinds.js';
import { isElement, type TwimlChild, type TwimlNode } from './node.js';
import { checkName, DEPTH_LIMIT, writeTwiml } from './write.js';

/** What all builders share. The methods that add children are made for each element on first use: see {@link builderOf}. */
class Builder {
  readonly node: TwimlNode;
  readonly family: string | undefined;

  constructor(node: TwimlNode, family?: string) {
    this.node = node;
    this.family = family;
  }

  text(text: string): this {
    if (typeof text !== 'string') throw new TypeError(`text() takes a string, got ${describe(text)}`);
    addText(this.node.children, text);
    return this;
  }

  comment(text: string): this {
    if (typeof text !== 'string') throw new TypeError(`comment() takes a string, got ${describe(text)}`);
    this.node.children.push({ comment: text });
    return this;
  }

  element(tag: string, attributes?: object | null, content?: unknown): this {
    const node: TwimlNode = { tag: checkName(tag, 'tag'), attributes: {}, children: [] };
    if (typeof attributes === 'string' || typeof attributes === 'function')
      throw new TypeError(`element('${tag}') takes attributes, then content`);
    if (attributes != null) writeAttributes(node, attributes, undefined);
    if (content !== undefined) fillNode(node, content, this.constructor as BuilderClass);
    this.node.children.push(node);
    return this;
  }

  append(source: TwimlNode | { readonly node: TwimlNode }): this {
    const node = 'node' in source ? source.node : source;
    const copy = copyNode(node);
    if (copy.tag === 'Response') this.node.children.push(...copy.children);
    else this.node.children.push(copy);
    return this;
  }

  toXml(options?: { readonly declaration?: boolean | undefined }): string {
    return writeTwiml(this.node, options);
  }

  toString(): string {
    return writeTwiml(this.node);
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
export function builderOf(element: Element): BuilderClass {
  let made = classes.get(element);
  if (made === undefined) {
    made = class extends Builder {};
    classes.set(element, made);
    for (const [name, child] of Object.entries(element.children))
      Object.defineProperty(made.prototype, name, { value: methodOf(name, child) });
  }
  return made;
}

/** The method that adds one kind of child: `(content)`, or attributes first and then content. */
function methodOf(name: string, child: () => Element) {
  let element: Element | undefined;
  let Filled: BuilderClass;
  return function add(this: Builder, first?: unknown, second?: unknown): Builder {
    if (element === undefined) {
      element = child();
      Filled = builderOf(element);
    }
    const node: TwimlNode = { tag: element.tag, attributes: {}, children: [] };
    let content = second;
    if (typeof first === 'object' && first !== null) writeAttributes(node, first, element.attributes);
    else if (second === undefined) content = first;
    else if (first != null) throw new TypeError(`${name}() takes attributes, then content; got ${describe(first)} first`);
    if (content !== undefined) fillNode(node, content, Filled);
    else if (element.text === 'required')
      throw new TypeError(`${name}() needs its content: text${Object.keys(element.children).length > 0 ? ' or a callback' : ''}`);
    this.node.children.push(node);
    return this;
  };
}

function fillNode(node: TwimlNode, content: unknown, Filled: BuilderClass): void {
  if (typeof content === 'string') {
    if (content !== '') node.children.push(content);
    return;
  }
  if (typeof content !== 'function') throw new TypeError(`The content of <${node.tag}> is text or a callback, got ${describe(content)}`);
  const returned: unknown = content(new Filled(node));
  if (typeof returned === 'object' && returned !== null && 'then' in returned) {
    throw new TypeError(`The callback of <${node.tag}> returned a promise: await first, then build`);
  }
}

/** Writes attributes into a node; names are checked against the table, or only for their form where there is none. */
function writeAttributes(node: TwimlNode, values: object, table: AttributeTable | undefined): void {
  for (const name of Object.keys(values)) {
    const value: unknown = values[name as keyof typeof values];
    if (value === undefined || value === null) continue;
    if (table === undefined) checkName(name, 'attribute');
    else if (!Object.hasOwn(table, name))
      throw new TypeError(`<${node.tag}> has no attribute "${name}"${didYouMean(name, Object.keys(table))}`);
    const text = writeValue(value, table?.[name]?.separator ?? ' ');
    if (text === undefined) {
      throw new TypeError(`<${node.tag} ${name}> takes text, a number, a boolean or a list of those, got ${describe(value)}`);
    }
    if (name === '__proto__')
      Object.defineProperty(node.attributes, name, { value: text, enumerable: true, writable: true, configurable: true });
    else node.attributes[name] = text;
  }
}

function writeValue(value: unknown, separator: string): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (!Array.isArray(value)) return undefined;
  const items = value.map((item) => (Array.isArray(item) ? undefined : writeValue(item, separator)));
  return items.includes(undefined) ? undefined : items.join(separator);
}

/** Adds text; next to text it becomes one, as a reader of the document will see it. */
function addText(children: TwimlChild[], text: string): void {
  const last = children.length - 1;
  if (typeof children[last] === 'string') children[last] += text;
  else if (text !== '') children.push(text);
}

/** A deep copy: what is appended twice stays two, and nothing can come to contain itself. */
function copyNode(source: TwimlNode): TwimlNode {
  const root = copyShallow(source);
  const open = [{ from: source, to: root, next: 0 }];
  for (let top = open[0]; top !== undefined; top = open[open.length - 1]) {
    const child = top.from.children[top.next];
    top.next += 1;
    if (child === undefined) open.pop();
    else if (typeof child === 'string') addText(top.to.children, child);
    else if (!isElement(child)) top.to.children.push({ comment: child.comment });
    else {
      const copy = copyShallow(child);
      top.to.children.push(copy);
      if (open.push({ from: child, to: copy, next: 0 }) > DEPTH_LIMIT) throw new TypeError(`<${child.tag}> contains itself`);
    }
  }
  return root;
}

function copyShallow(node: TwimlNode): TwimlNode {
  if (typeof node !== 'object' || node === null || !Array.isArray(node.children)) {
    throw new TypeError(`append() takes a node { tag, attributes, children } or a builder, got ${describe(node)}`);
  }
  return { tag: checkName(node.tag, 'tag'), attributes: { ...node.attributes }, children: [] };
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number') return `the number ${value}`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
