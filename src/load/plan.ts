import type { TextOptions } from '../emulator/messages/incoming.js';
import type { NumberSettings } from '../emulator/numbers.js';

/** What a caller does, one thing after the other: that of `ringback call`. */
export type LoadAct =
  | { readonly does: 'press'; readonly keys: string }
  | { readonly does: 'say'; readonly words: string }
  | { readonly does: 'record'; readonly words: string }
  | { readonly does: 'wait' }
  | { readonly does: 'hang-up' };

/** What one person of a recorded conversation does and finds, in order. */
export type ReplayedStep =
  | { readonly does: 'text'; readonly to: string; readonly body: string; readonly options: TextOptions }
  | { readonly does: 'receive'; readonly body: string }
  | { readonly does: 'call'; readonly to: string }
  | { readonly does: 'press'; readonly keys: string }
  | { readonly does: 'say' | 'hear'; readonly text: string }
  | { readonly does: 'stay'; readonly ms: number }
  | { readonly does: 'hang-up' };

/** What every person does who arrives. */
export type StoryPlan =
  | { readonly type: 'call'; readonly acts: readonly LoadAct[]; readonly expected: readonly string[] }
  | { readonly type: 'texts'; readonly bodies: readonly string[]; readonly expected: readonly string[] }
  | { readonly type: 'replay'; readonly steps: readonly ReplayedStep[] }
  /** A function of a telephone, in a module: its `file:` URL. */
  | { readonly type: 'module'; readonly url: string };

/** All that is to be done, as plain data: worker threads get it whole. */
export interface LoadPlan {
  /** Where the application is, and what it believes itself to be. */
  readonly app: string;
  readonly publicUrl: string;
  readonly authToken: string;
  readonly allowRemote: boolean;
  /** Whether connections are used again. */
  readonly keepAlive: boolean;
  /** The number that is called and written to, and the settings of all. */
  readonly number: string;
  readonly numbers: Readonly<Record<string, NumberSettings>>;
  /** Those who arrive take them in turn. */
  readonly stories: readonly StoryPlan[];
  /** What those do whom the application dials. */
  readonly dialled: 'answer' | 'busy' | 'no-answer';
  /** How many arrive in a second, once the ramp is over. */
  readonly perSecond: number;
  /** Whether the times between arrivals are left to chance, as those of independent callers are. */
  readonly isRandom: boolean;
  /** How long the rate rises from nothing. */
  readonly rampMs: number;
  /** What is due before that is not measured. */
  readonly warmUpMs: number;
  /** How long people arrive, the ramp included. */
  readonly durationMs: number;
  /** How many arrive at most. */
  readonly mostStories: number;
  /** How long somebody hesitates before they act: the least and the most. */
  readonly thinkMs: readonly [least: number, most: number];
  /** How long a caller stays on the line after the last act. */
  readonly holdMs: number;
  /** Whoever is later than this does not come at all: a generator that cannot keep up must come to its end, too. */
  readonly latestMs: number;
  /** How long to wait at the end for what is under way. */
  readonly patienceMs: number;
  /** How many different people there are. */
  readonly people: number;
  readonly seed: number;
}

/** Which part of a plan is whose, where several threads share it. */
export interface Share {
  /** From 0. */
  readonly index: number;
  readonly count: number;
}
