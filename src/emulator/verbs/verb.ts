import type { TwimlNode } from '../../twiml/node.js';
import type { Leg } from '../calls/leg.js';
import type { DocumentLevel } from '../calls/names.js';
import type { Scope } from '../calls/scope.js';
import type { Document } from '../documents/document.js';
import type { Next, RunDocuments } from '../documents/flow.js';

/** What a verb is run with. */
export interface VerbContext {
  readonly leg: Leg;
  /** Ends when the document is interrupted: what the verb waits for then throws an `Interruption`. */
  readonly scope: Scope;
  readonly level: DocumentLevel;
  readonly document: Document;
  readonly node: TwimlNode;
  /** Whether it is the first verb of its document. */
  readonly isFirst: boolean;
  /** The number of the event that it began. */
  readonly event: number;
  /** Runs documents for another level, such as the music of a queue, or for another leg. @throws Interruption when the scope ends. */
  readonly runDocuments: RunDocuments;
}

/** How Twilio executes an element that stands in `<Response>`. */
export interface Verb {
  readonly tag: string;
  /** Whether an incoming call that nobody has answered stays so, when this is its first verb. @default it is answered */
  readonly staysUnanswered?: (node: TwimlNode) => boolean;
  /**
   * Runs it. What it returns decides what comes next: nothing (the next verb), the document of a webhook, or an end.
   *
   * @throws VerbFailure when it cannot be run; Interruption when it is interrupted.
   */
  run(context: VerbContext): Promise<Next>;
}
