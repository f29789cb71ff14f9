import { builderOf, DocumentBuilder } from './builder.js';
import type { AttributeTable } from './kinds.js';
import type { TwimlNode } from './node.js';

/** All that is known of one element at run time: what the builder's method, the linter and the reference are made from. */
export interface Element {
  /** The XML name. */
  readonly tag: string;
  /** Whether the element carries text of its own, and whether it means nothing without content. */
  readonly text?: 'required' | 'optional';
  /** What each attribute takes. */
  readonly attributes: AttributeTable;
  /** The element behind each method of the builder; functions, so that elements may contain themselves. */
  readonly children: Readonly<Record<string, () => Element>>;
}

/** A value that `.element()` writes as an attribute. */
export type AttributeValue = string | number | boolean | URL | readonly (string | number | boolean)[] | null | undefined;

/** Attributes of an element that nothing is known of. */
type UncheckedAttributes = Readonly<Record<string, AttributeValue>>;

/** What every builder can do, wherever it stands. */
export interface TwimlBuilder {
  /** The element as plain data, with all that was added so far. */
  readonly node: TwimlNode;
  /** Adds an XML comment, which Twilio ignores. `--`, which no comment can hold, is written `- -`. */
  comment(text: string): this;
  /**
   * Adds an element that this version does not know, or a known one in a new way. Nothing but the form of its names is checked.
   *
   * @param tag - The XML name, in Twilio's case.
   * @param content - Attributes, or text, or a callback that adds children with the verbs of the place that the element stands in.
   */
  element(tag: string, content?: UncheckedAttributes | string | PlaceFill<this> | null): this;
  /**
   * Adds an element that this version does not know, or a known one in a new way. Nothing but the form of its names is checked.
   *
   * @param tag - The XML name, in Twilio's case.
   * @param content - Text, or a callback that adds children with the verbs of the place that the element stands in.
   */
  element(tag: string, attributes: UncheckedAttributes | null | undefined, content?: string | PlaceFill<this>): this;
  /** Adds a copy of a node that was built or parsed elsewhere. Of a whole `<Response>`, its children are added. */
  append(node: TwimlNode | { readonly node: TwimlNode }): this;
}

/** A builder of an element that carries text between its children. */
export interface TextBuilder {
  /** Adds what is spoken or sent in this place. It is escaped, so nothing in it is read as markup. Texts in a row become one. */
  text(text: string): this;
}

/** Any document, finished or not. */
export interface TwimlDocument<Family extends 'voice' | 'messaging' | 'fax'> {
  /** What the document answers, so that one kind cannot be given for another. */
  readonly family: Family;
  /** The document as plain data. */
  readonly node: TwimlNode;
  /** Adds an XML comment, which Twilio ignores. `--`, which no comment can hold, is written `- -`. */
  comment(text: string): this;
  /** The document as XML, with its declaration. */
  toString(): string;
  /**
   * The document as XML.
   *
   * @param options - `declaration: false` leaves `<?xml …?>` out. @default { declaration: true }
   */
  toXml(options?: { readonly declaration?: boolean | undefined }): string;
  /**
   * The document as the answer to a webhook: status 200 and `content-type: text/xml; charset=utf-8`, unless `init` says otherwise.
   */
  toResponse(init?: ResponseInit): Response;
  /** The document as XML, so that `JSON.stringify()` makes a text of it rather than an object that nothing reads. */
  toJSON(): string;
}

/** The empty second base of every attribute interface: with it the compiler's errors call the interface by its name. */
export interface TwimlAttributes {}

/**
 * The second base where `length` or `name` is an attribute, no attribute is required, and no fill may stand in its place. Texts, lists and
 * functions have those of their own and would pass for attributes; this keeps them out.
 */
export interface TwimlAttributesAlone {
  readonly [Symbol.iterator]?: never;
  readonly [Symbol.hasInstance]?: never;
}

/**
 * Fills an element with children. What it returns is ignored, but a promise is a `TypeError`: a document is built in one go.
 *
 * Where it may stand in place of attributes it extends them, for the editor's sake and the compiler's: in a union of the two, a name is
 * explained only if both sides have it from the same place, and a misspelt one is compared with the names that both sides have.
 */
export type Fill<Builder> = (element: Builder) => Builder | void;

/**
 * A fill that cannot be left out, because the place around the element has some of the same verbs: what is chained after the call, as with
 * twilio-node, would land behind the element. `(element) => element` leaves it empty.
 *
 * It takes no attributes by themselves; the compiler names this type then, and `Example` says how to write it.
 */
export interface NeededFill<Builder, Example extends string> extends Fill<Builder> {
  readonly '~example'?: Example;
}

/** A fill whose element has the verbs of the place around it, among which may be some that end a document. */
type PlaceFill<Builder> = (element: Builder) => Builder | TwimlDocument<'voice' | 'messaging' | 'fax'> | void;

/** The methods of a builder that add a child. */
type VerbOf<Builder> = Exclude<keyof Builder, keyof TwimlBuilder | keyof TextBuilder | keyof TwimlDocument<'voice'>>;

/** Declares an element. Its children must be exactly the verbs of `Builder`. */
// @__NO_SIDE_EFFECTS__
export function element<Builder = never>(
  declaration: Omit<Element, 'children'> & { readonly children: { readonly [Verb in VerbOf<Builder>]: () => Element } },
): Element {
  return declaration;
}

/** Starts a document. */
export function startDocument<Builder>(root: Element, family: 'voice' | 'messaging' | 'fax'): Builder {
  const Document = builderOf(root, DocumentBuilder);
  return new Document({ tag: root.tag, attributes: {}, children: [] }, family) as Builder;
}
