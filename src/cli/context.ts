import type { ConsoleFile } from '../emulator/control/control.js';

/** Takes what a command prints. */
export interface Output {
  write(text: string): unknown;
}

/** What the outside world is to the commands, so that tests run them in the same process. */
export interface CommandContext {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** What was asked for. */
  readonly stdout: Output;
  /** What went wrong, and notes for whoever reads along. */
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder of the project. @default that of the process */
  readonly folder?: string | undefined;
  /** Whether what is printed may have colours. */
  readonly colours: boolean;
  /** Whether what is printed is seen by somebody who can see a line change. */
  readonly isTerminal?: boolean | undefined;
  /** What a thread of `ringback load` runs, where the package at hand has it. */
  readonly loadWorker?: URL | undefined;
  /** The package's own version. */
  readonly version: string;
  /** Ends commands that would run for ever. */
  readonly signal: AbortSignal;
  /** Hears of a fault that would end the process at once, for commands that must put something right first. */
  readonly onCrash?: ((listener: (error: unknown) => void) => void) | undefined;
  /** Somebody who types, where the input and the output are a terminal. */
  readonly openTerminal?: (() => Terminal) | undefined;
  /** The pages of the console, where the package at hand has them. */
  readonly readPages?: (() => Promise<ReadonlyMap<string, ConsoleFile> | undefined>) | undefined;
  /** What each parameter of a kind of webhook means, where the package at hand has it. */
  readonly readMeanings: () => Promise<Meanings | undefined>;
}

/** Somebody who types. */
export interface Terminal {
  readonly lines: AsyncIterable<string>;
  /** Reads no more, so that the process can end. */
  close(): void;
}

/** The part that is used of the JSON Schema of all payloads. */
export interface Meanings {
  readonly $defs?: Readonly<Record<string, ParameterMeanings>>;
}

interface ParameterMeanings {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
}

/**
 * What a command tells the shell: 0 for all is well, 1 for problems found; `ringback dev` ends as what it runs does. Wrong use throws a
 * {@link UsageError}, which is 2.
 */
export type ExitCode = number;

/** Runs as the action of a command: says how it went by what it returns. */
export type Finish = (code: ExitCode) => void;

/** The user asked for something that cannot be: a message without a stack trace, and exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
