import type { PersonOptions } from '../calls/person.js';
import type { Delivery } from '../messages/delivery.js';
import type { NumberSettings } from '../numbers.js';
import type { Faults } from '../wire/faults.js';

/** Faults as the console can set them. */
export interface FaultState extends Omit<Faults, 'app'> {
  readonly app?: {
    readonly delayMs?: number | undefined;
    readonly status?: number | undefined;
    readonly drop?: true | 'refused' | undefined;
  };
  /** Whether a function of the configuration decides what happens to requests. */
  readonly isDecidedByCode?: true;
}

/** A file as it goes in a command. */
export interface SentFile {
  readonly contentType: string;
  readonly base64: string;
}

/** What can be done. Nothing waits for what follows from it, other than the clock's `advance` and `idle`. */
export type Command =
  | {
      readonly do: 'text';
      readonly from: string;
      readonly to: string;
      readonly body: string;
      readonly media?: readonly SentFile[];
      readonly buttonText?: string;
      readonly buttonPayload?: string;
      readonly listId?: string;
      readonly listTitle?: string;
      readonly parameters?: Readonly<Record<string, string>>;
    }
  | {
      readonly do: 'call';
      readonly from: string;
      readonly to: string;
      readonly displayName?: string;
      readonly sipHeaders?: Readonly<Record<string, string>>;
      /** What a Voice SDK hands over. */
      readonly parameters?: Readonly<Record<string, string>>;
    }
  | { readonly do: 'answer' | 'decline' | 'ignore' | 'hang-up'; readonly callSid: string }
  | { readonly do: 'press'; readonly callSid: string; readonly keys: string }
  | {
      readonly do: 'say' | 'interrupt';
      readonly callSid: string;
      readonly text: string;
      readonly confidence?: number;
      readonly partials?: boolean;
    }
  /** Raw mu-law of 8000 samples a second, or a WAV of 16-bit samples. */
  | { readonly do: 'play'; readonly callSid: string; readonly base64: string }
  /** What a microphone hears now: mu-law in frames of 160 bytes. It goes where somebody listens to sound, and else nowhere. */
  | { readonly do: 'stream'; readonly callSid: string; readonly base64: string }
  | { readonly do: 'read'; readonly messageSid: string }
  | {
      readonly do: 'phone';
      readonly address: string;
      readonly name?: string;
      readonly is?: PersonOptions['is'];
      /** Such as `6s`; `false`: only `answer` answers. */
      readonly answersAfter?: string | number | false;
      readonly delivery?: Delivery;
    }
  /** Changes the settings that are given, or adds a number. A setting that is `null` is taken away. */
  | {
      readonly do: 'number';
      readonly address: string;
      readonly settings: { readonly [Name in keyof NumberSettings]?: NumberSettings[Name] | null };
    }
  /** Sends a webhook again, signed anew. It is a new event that names the old one; calls and messages do not go on from it. */
  | { readonly do: 'replay'; readonly seq: number; readonly url?: string; readonly parameters?: Readonly<Record<string, string>> }
  | { readonly do: 'faults'; readonly faults: FaultState }
  | { readonly do: 'pause' | 'resume' | 'idle' | 'reset' }
  | { readonly do: 'advance'; readonly by: string | number };

/** What came of a command. */
export interface CommandResult {
  readonly callSid?: string;
  readonly messageSid?: string;
  /** The number of the event that came of it, of a replay. */
  readonly seq?: number;
}
