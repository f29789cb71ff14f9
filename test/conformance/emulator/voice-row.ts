import type { ApplicationSettings, NumberSettings, SipDomainSettings } from '../../../src/emulator/index.js';
import type { Matcher } from './matcher.js';

/** What somebody does, or the clock, or REST. `at` counts from when the person's call was answered, `after` from the step before. */
export interface Step {
  readonly do: string;
  readonly who?: string;
  readonly to?: string;
  readonly until?: 'placed';
  readonly keys?: string;
  readonly atOnce?: boolean;
  readonly text?: string;
  readonly seconds?: number;
  readonly partials?: readonly string[];
  readonly sipHeaders?: Readonly<Record<string, string>>;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly socket?: string;
  readonly message?: unknown;
  readonly operation?: string;
  readonly target?: string;
  readonly params?: Readonly<Record<string, string | number | readonly string[]>>;
  readonly expect?: { readonly status?: number; readonly code?: number };
  readonly at?: number;
  readonly of?: string;
  readonly after?: number;
  /** Whether it does not matter that it fails. */
  readonly optional?: boolean;
}

/** A webhook that is to come. */
export interface ExpectedRequest {
  readonly kind: string;
  /** It is in no order against those that ask for documents. */
  readonly async?: boolean;
  /** Takes it out of the order of the others. */
  readonly lane?: string;
  /** Whose call it is about. */
  readonly call?: string;
  readonly method?: string;
  readonly url?: string;
  readonly params?: Readonly<Record<string, Matcher>>;
  readonly absent?: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, Matcher>>;
  readonly repeat?: { readonly min: number; readonly max: number };
  readonly refused?: boolean;
}

/** A sound that is to be heard, or one that must not be. */
export interface ExpectedSound {
  readonly none?: string;
  readonly type?: string | { readonly oneOf: readonly string[] };
  readonly text?: string;
  readonly url?: string;
  readonly digits?: string;
  readonly seconds?: number | Readonly<Record<string, unknown>>;
  readonly cut?: boolean;
  readonly repeated?: boolean;
  readonly optional?: boolean;
}

/** The application of a row: what it answers, by path. */
export interface Setup {
  readonly number?: NumberSettings;
  readonly numbers?: Readonly<Record<string, NumberSettings>>;
  readonly app?: { readonly sid: string } & ApplicationSettings;
  readonly sipDomain?: { readonly domain: string } & SipDomainSettings;
  readonly api?: Readonly<Record<string, string | number | readonly string[]>>;
  readonly queues?: Readonly<Record<string, { readonly maxSize?: number }>>;
  readonly account?: { readonly debugger?: string };
  readonly documents?: Readonly<Record<string, string>>;
  readonly raw?: Readonly<
    Record<string, { readonly type: string; readonly body?: string; readonly sayBytes?: number; readonly wavSeconds?: number }>
  >;
  readonly errors?: Readonly<Record<string, number | readonly number[]>>;
  readonly redirects?: Readonly<Record<string, string>>;
  readonly slow?: Readonly<Record<string, number>>;
  readonly refuse?: readonly string[];
  readonly setCookie?: Readonly<Record<string, string>>;
}

/** One run: an application, people, what they do, and what must come of it. */
export interface VoiceRow {
  readonly id: string;
  readonly behaviour: string;
  readonly certainty: string;
  readonly sources: readonly string[];
  readonly skip?: string;
  readonly setup: Setup;
  readonly people: Readonly<Record<string, { readonly address: string } & Readonly<Record<string, unknown>>>>;
  readonly steps: readonly Step[];
  readonly expect: readonly ExpectedRequest[];
  readonly hears: Readonly<Record<string, readonly ExpectedSound[]>>;
  readonly media?: readonly { readonly path: string; readonly times: Matcher; readonly beforeFirstSound?: boolean }[];
  readonly sockets?: Readonly<Record<string, readonly string[]>>;
  readonly findings?: { readonly must?: readonly Matcher[]; readonly mustNot?: readonly string[]; readonly clean?: boolean };
}
