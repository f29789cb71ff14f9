import type { ApplicationState } from './protocol.js';

/** What parameters mean, by the kinds of their webhooks: a part of the JSON Schema of all payloads. */
export interface Meanings {
  readonly $defs?: Readonly<Record<string, { readonly properties?: Readonly<Record<string, { readonly description?: string }>> }>>;
}

/** What the one who listens knows besides, and a world does not. */
export interface Surroundings {
  /** What people call telephones, by address. */
  readonly names: Map<string, string>;
  readonly describeApplication?: (() => ApplicationState | undefined) | undefined;
  /** The version of the package. */
  readonly version: string;
  /** The command that starts all, to copy. */
  readonly command: string;
  readonly readMeanings?: (() => Promise<Meanings | undefined>) | undefined;
}
