import { type LintOptions, lintTwiml, parseTwiml } from '../twiml/document/index.js';
import type { TwimlChild, TwimlNode } from '../twiml/index.js';

/** What the matchers take: the text of a document, a node or a builder. */
export type TwimlSource = string | TwimlNode | { readonly node: TwimlNode };

/** What vitest and jest want of a matcher. Both would print a difference twice that stood beside the message too. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/**
 * What `expect` has once it was extended by {@link twimlMatchers}, for the declarations of vitest and jest.
 *
 * @example
 * ```ts
 * declare module 'vitest' {
 *   interface Matchers extends TwimlAssertions {}
 * }
 * ```
 */
export interface TwimlAssertions<Result = void> {
  /** Expects a well-formed document whose root is `<Response>`. */
  toBeTwiml(): Result;
  /** Expects a document in which the linter finds neither an error nor a warning. */
  toBeValidTwiml(options?: LintOptions): Result;
  /** Expects the same document; the order of attributes is free, and so are comments and blanks between elements. */
  toEqualTwiml(other: TwimlSource): Result;
  /** Expects an element of this name anywhere, with at least these attributes and, where it is given, this text. */
  toContainVerb(tag: string, attributes?: Readonly<Record<string, unknown>>, text?: string | RegExp): Result;
}

/**
 * Matchers for TwiML, for `expect.extend` of vitest and jest. Elsewhere call them: `pass` and `message()` of what they return tell.
 *
 * @example
 * ```ts
 * expect.extend(twimlMatchers);
 * expect(await response.text()).toContainVerb('Say', { voice: 'Polly.Joanna' }, 'Welcome.');
 * ```
 */
export const twimlMatchers: {
  /** Expects a well-formed document whose root is `<Response>`. */
  toBeTwiml(this: unknown, received: unknown): MatcherResult;
  /** Expects a document in which the linter finds neither an error nor a warning. */
  toBeValidTwiml(this: unknown, received: unknown, options?: LintOptions): MatcherResult;
  /** Expects the same document; the order of attributes is free, and so are comments and blanks between elements. */
  toEqualTwiml(this: unknown, received: unknown, other: TwimlSource): MatcherResult;
  /** Expects an element of this name anywhere, with at least these attributes and, where it is given, this text. */
  toContainVerb(
    this: unknown,
    received: unknown,
    tag: string,
    attributes?: Readonly<Record<string, unknown>>,
    text?: string | RegExp,
  ): MatcherResult;
} = {
  toBeTwiml(received) {
    const read = readSource(received);
    if ('fault' in read) return { pass: false, message: () => `Expected TwiML, but ${read.fault}` };
    const pass = read.root.tag === 'Response';
    return {
      pass,
      message: () => (pass ? 'Expected no TwiML, but it is' : `Expected the root element <Response>, found <${read.root.tag}>`),
    };
  },

  toBeValidTwiml(received, options) {
    const read = readSource(received);
    if ('fault' in read) return { pass: false, message: () => `Expected valid TwiML, but ${read.fault}` };
    const problems = lintTwiml(received as TwimlSource, options).filter(({ severity }) => severity !== 'info');
    const list = problems.map(({ path, message, rule }) => `  ${path}: ${message} [${rule}]`).join('\n');
    const pass = problems.length === 0;
    return {
      pass,
      message: () => (pass ? 'Expected TwiML that is not valid, but it is' : `Expected valid TwiML, but Twilio would complain:\n${list}`),
    };
  },

  toEqualTwiml(received, other) {
    const read = readSource(received);
    if ('fault' in read) return { pass: false, message: () => `Expected TwiML, but ${read.fault}` };
    const wanted = readSource(other);
    if ('fault' in wanted) throw new TypeError(`toEqualTwiml() takes TwiML, but ${wanted.fault}`);
    const [actual, expected] = [outline(read.root), outline(wanted.root)];
    const pass = actual === expected;
    const difference = () => paintDifference(this, expected, actual) ?? `Expected:\n${expected}\n\nReceived:\n${actual}`;
    return {
      pass,
      message: () => (pass ? `Expected another document than\n${expected}` : `The documents differ:\n${difference()}`),
    };
  },

  toContainVerb(received, tag, attributes = {}, text) {
    const read = readSource(received);
    if ('fault' in read) return { pass: false, message: () => `Expected TwiML, but ${read.fault}` };
    const wanted = describeVerb(tag, attributes, text);
    const candidates = listElements(read.root).filter((element) => element.tag === tag);
    const pass = candidates.some((element) => hasAttributes(element, attributes) && hasText(element, text));
    const found =
      candidates.length === 0 ? `no <${tag}> at all in` : `only\n${candidates.map((element) => indent(outline(element))).join('\n')}\nin`;
    return {
      pass,
      message: () =>
        pass
          ? `Expected no ${wanted} in\n${indent(outline(read.root))}`
          : `Expected ${wanted}, found ${found}\n${indent(outline(read.root))}`,
    };
  },
};

function readSource(source: unknown): { readonly root: TwimlNode } | { readonly fault: string } {
  if (typeof source === 'string') {
    try {
      return { root: parseTwiml(source) };
    } catch (error) {
      return { fault: `it cannot be read: ${(error as Error).message}` };
    }
  }
  const node = typeof source === 'object' && source !== null && 'node' in source ? source.node : source;
  if (typeof node === 'object' && node !== null && 'tag' in node && 'children' in node) return { root: node as TwimlNode };
  return { fault: `got ${source === null ? 'null' : typeof source}: pass the text (await response.text()), a node or a builder` };
}

/** The coloured differences of vitest and jest, which both call a matcher on an object that has them. */
function paintDifference(context: unknown, expected: string, actual: string): string | null | undefined {
  const { utils } = Object(context) as { utils?: { diff?: (expected: unknown, actual: unknown) => string | null | undefined } };
  return utils?.diff?.(expected, actual);
}

/** A document with an element a line and attributes in order, so that a difference stands in a line of its own. */
function outline(node: TwimlNode, level = 0): string {
  const space = '  '.repeat(level);
  const attributes = Object.entries(node.attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  const start = `${space}<${node.tag}${attributes.map(([name, value]) => ` ${name}=${JSON.stringify(value)}`).join('')}`;
  const lines = joinText(node.children).map((child) =>
    typeof child === 'string' ? `${space}  ${JSON.stringify(child)}` : outline(child, level + 1),
  );
  return lines.length === 0 ? `${start}/>` : [`${start}>`, ...lines, `${space}</${node.tag}>`].join('\n');
}

/** Children as Twilio reads them: without comments, and without the blanks that only lay out elements. */
function joinText(children: readonly TwimlChild[]): (TwimlNode | string)[] {
  const joined: (TwimlNode | string)[] = [];
  for (const child of children) {
    if (typeof child !== 'string' && 'comment' in child) continue;
    const last = joined.length - 1;
    if (typeof child === 'string' && typeof joined[last] === 'string') joined[last] += child;
    else joined.push(child);
  }
  return joined.filter((child) => typeof child !== 'string' || child.trim() !== '');
}

function listElements(root: TwimlNode): TwimlNode[] {
  const elements: TwimlNode[] = [];
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    elements.push(node);
    for (const child of node.children) if (typeof child === 'object' && 'tag' in child) open.push(child);
  }
  return elements;
}

function hasAttributes({ attributes }: TwimlNode, wanted: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(wanted).every(([name, value]) => attributes[name] === (Array.isArray(value) ? value.join(' ') : String(value)));
}

function hasText(element: TwimlNode, wanted: string | RegExp | undefined): boolean {
  if (wanted === undefined) return true;
  const text = textOf(element).trim();
  return typeof wanted === 'string' ? text === wanted.trim() : wanted.test(text);
}

function textOf({ children }: TwimlNode): string {
  return children.map((child) => (typeof child === 'string' ? child : 'tag' in child ? textOf(child) : '')).join('');
}

function describeVerb(tag: string, attributes: Readonly<Record<string, unknown>>, text: string | RegExp | undefined): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
  const content = text === undefined ? '' : ` with the text ${typeof text === 'string' ? JSON.stringify(text) : text}`;
  return `<${tag}${written.join('')}>${content}`;
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}
