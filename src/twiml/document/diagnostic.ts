import type { Range } from './places.js';

/** How bad a finding is: Twilio fails the document, warns of it or ignores a part of it, or it is merely unwise. */
export type Severity = 'error' | 'warning' | 'info';

/** One thing that a linter found. */
export interface Diagnostic {
  /** The rule, such as `gather-children`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What was expected, what was found and what to do. */
  readonly message: string;
  /** The code under which Twilio's own debugger would report it. */
  readonly twilioCode?: number;
  /** Where in the tree: `/Response/Gather[2]/@action`. */
  readonly path: string;
  /** Where in the text; absent when nodes were linted that came from no text. */
  readonly range?: Range;
  /** What to write instead of a stretch of the text, where there is one likely answer. */
  readonly fix?: Fix;
}

/** A replacement in the text of the document. */
export interface Fix {
  readonly range: Range;
  readonly text: string;
}
