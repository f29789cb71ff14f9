import type { LintAttribute } from './attributes.js';
import type { Severity } from './diagnostic.js';
import type { Fault } from './fault.js';
import type { LintElement } from './lint-element.js';
import type { Source } from './places.js';
import type { LintSituation } from './situation.js';
import type { LintDocument } from './tree.js';

/** What a rule found, before it is placed in the document. */
export interface Finding {
  /** What was expected, what was found and what to do. */
  readonly message: string;
  /** The element that it is about; the one that was checked unless another is named. */
  readonly element?: LintElement | undefined;
  /** The attribute that it is about. */
  readonly attribute?: string;
  /** Whether it is about what stands in the element, rather than its tag. */
  readonly content?: boolean;
  /** Twilio's code, where the rule has several; `null` where no code is known of what was found. */
  readonly code?: number | null | undefined;
  /** How bad it is, where that depends. */
  readonly severity?: Severity | undefined;
  /** The stretch of the text that it is about, where that is no element. */
  readonly span?: { readonly start: number; readonly end: number };
  /** What would put it right. */
  readonly repair?: Repair | undefined;
}

/**
 * A change that puts something right: another tag, name of the attribute, value of the attribute, or text of the element; or an element
 * into which everything behind it moves, up to and with another.
 */
export type Repair =
  | { readonly tag: string }
  | { readonly attribute: string }
  | { readonly value: string }
  | { readonly content: string }
  | { readonly into: LintElement; readonly upTo: LintElement };

/** What a check returns: nothing, a finding or several. */
export type Findings = Finding | readonly Finding[] | undefined;

/** An answer to a webhook. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string | Uint8Array;
  /** How long it took from the request on, in milliseconds. */
  readonly durationMs?: number | undefined;
}

/** A document or an answer that shows what a rule is about. */
export type Example =
  | string
  | { readonly xml: string; readonly options: LintSituation }
  | { readonly reply: Reply; readonly options?: LintSituation };

/**
 * What a rule looks at. Checks are functions of what they are given: they change nothing and read nothing else. Of the options they see the
 * situation alone: the others name rules, which would make every rule import all others.
 */
interface Checks {
  /** Looks at elements that are known: those of some tags, or all. */
  readonly element?: (element: LintElement, document: LintDocument, situation: LintSituation) => Findings;
  /** The tags that `element` is called for, in Twilio's case. */
  readonly tags?: readonly string[];
  /** Looks at elements that do not stand where Twilio wants them, or are not known. */
  readonly misplaced?: (element: LintElement, document: LintDocument, situation: LintSituation) => Findings;
  /** Looks at the attributes of elements that are known. */
  readonly attribute?: (attribute: LintAttribute, element: LintElement, situation: LintSituation) => Findings;
  /** Looks at the document as a whole. */
  readonly document?: (document: LintDocument, situation: LintSituation) => Findings;
  /** Looks at the text. */
  readonly source?: (source: Source, situation: LintSituation) => Findings;
  /** Looks at why a text could not be read. */
  readonly fault?: (fault: Fault) => Findings;
  /** Looks at the answer that carries a document. */
  readonly reply?: (reply: Reply, situation: LintSituation) => Findings;
}

/** One rule: what must hold, how bad it is when it does not, and how to find out. */
export interface Rule<Id extends string = string> extends Checks {
  /** What diagnostics and the option `rules` call it. */
  readonly id: Id;
  /** How bad it is, unless a finding says otherwise. */
  readonly severity: Severity;
  /** The codes under which Twilio's debugger reports it, the usual one first. */
  readonly codes: readonly number[];
  /** What must hold, in a sentence or two. */
  readonly text: string;
  /** Breaks the rule. */
  readonly trips: Example;
  /** Keeps it. */
  readonly passes: Example;
}
