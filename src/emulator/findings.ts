import type { Severity } from '../twiml/document/index.js';

/** Something that Twilio's debugger would complain of, or that an emulator cannot do. */
export interface Finding {
  /** Twilio's number for it, such as 11200. */
  readonly twilioCode?: number;
  readonly severity: Severity;
  /** What is wrong and what to do. */
  readonly message: string;
  /** The linter's rule that found it. */
  readonly rule?: string;
  /** The number (`seq`) of the event that it is about. */
  readonly event: number;
}
