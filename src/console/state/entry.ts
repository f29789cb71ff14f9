import type { EmulatorEvent, FrameEvent } from '../../emulator/events.js';
import type { Finding } from './types.js';

/** What kinds of things the timeline has, as its filter tells them apart. */
export const ENTRY_KINDS = {
  webhook: 'Webhooks',
  callback: 'Callbacks',
  rest: 'REST calls',
  call: 'Calls',
  message: 'Texts',
  speech: 'Speech and keys',
  socket: 'Sockets',
  verb: 'Verbs',
  finding: 'Findings',
} as const;

export type EntryKind = keyof typeof ENTRY_KINDS;

/** One line of the timeline: an event, and those that are folded into it. */
export interface Entry {
  /** The number of its first event. */
  readonly seq: number;
  readonly at: number;
  readonly kind: EntryKind;
  readonly event: EmulatorEvent;
  readonly title: string;
  detail: string;
  /** Which way it went: to the application, or from it. */
  readonly way?: 'out' | 'in';
  /** An HTTP status or a status of a call or text. */
  status?: string;
  tone?: 'good' | 'warn' | 'bad' | 'plain';
  durationMs?: number;
  /** How many frames are folded into it. */
  frames?: FrameEvent[];
  findings: Finding[];
  group: Group;
}

/** What belongs together: a call with all its legs, a conversation, or what belongs to neither. */
export interface Group {
  readonly key: string;
  readonly kind: 'call' | 'conversation' | 'other';
  /** The SID of the first leg. */
  readonly callSid?: string;
  from: string;
  to: string;
  /** The status of a call. */
  status?: string;
  readonly startedAt: number;
  readonly entries: Entry[];
}

/** Whether a kind of webhook tells of something, and asks for no document. */
export function isCallback(kind: string): boolean {
  return /\.(?:status|recording|amd|transcription|partial|batch-transcription)(?:\.|$)|\.conference\.(?!wait|announcement)/.test(kind);
}
