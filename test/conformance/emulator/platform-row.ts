import type { Delivery, EmulatorOptions, PersonOptions } from '../../../src/emulator/index.js';
import type { Matcher } from './matcher.js';

/** What the application of a row answers: in turn, where there are several; the last repeats. */
export interface Answer {
  readonly twiml?: string;
  readonly text?: string;
  readonly status?: number;
  /** `null`: no content type. */
  readonly type?: string | null;
  readonly body?: string;
  /** So many bytes. */
  readonly bytes?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly redirect?: string;
}

/** A step: `do` names it, and the rest is what it needs. */
export interface Step {
  readonly do: string;
  /** Under which its outcome is kept, for `$name` later. */
  readonly as?: string;
  readonly [parameter: string]: unknown;
}

/** A request that the application is to have got. */
export interface ExpectedRequest {
  readonly method?: string;
  readonly params?: Readonly<Record<string, Matcher>>;
  readonly query?: Readonly<Record<string, Matcher>>;
  readonly absent?: readonly string[];
  readonly headers?: Readonly<Record<string, Matcher>>;
}

/** The statuses that were called back. */
export interface ExpectedStatuses {
  readonly of?: string;
  readonly are: Matcher;
  readonly error?: Matcher;
}

/** What is to hold. */
export interface Expectation {
  readonly requests?: Readonly<Record<string, number | readonly ExpectedRequest[]>>;
  readonly statuses?: Readonly<Record<string, ExpectedStatuses>>;
  /** The texts that telephones have received. */
  readonly phones?: Readonly<Record<string, number | readonly Readonly<Record<string, Matcher>>[]>>;
  readonly values?: Readonly<Record<string, Matcher>>;
  /** None at all of error or warning, where it is empty; else each of them is there. */
  readonly findings?: readonly { readonly code?: number; readonly matches?: string; readonly severity?: string }[];
  readonly noFinding?: readonly { readonly code: number }[];
  /** Kinds of webhooks, in this order; others may lie between. */
  readonly kinds?: readonly string[];
  readonly noKinds?: readonly string[];
}

/** One run: an application, steps at telephones and at the REST API, and what is to hold. */
export interface PlatformRow {
  readonly id: string;
  readonly topic: string;
  readonly behaviour: string;
  readonly certainty: string;
  readonly sources: readonly string[];
  readonly setup?: Omit<EmulatorOptions, 'app'> & {
    readonly app?: Readonly<Record<string, Answer | readonly Answer[]>>;
    readonly phones?: Readonly<Record<string, PersonOptions & { readonly delivery?: Delivery }>>;
  };
  readonly steps: readonly Step[];
  readonly expect?: Expectation;
}
