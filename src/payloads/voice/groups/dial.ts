import { flag, integer, openEnum, optional, sid, text } from '../../schema/fields.js';

/** How a `<Dial>` ended. The parameters of the call beside these are those of the leg that dialled. */
export const dialParameters = {
  /** How the dialled leg ended: `answered` after a conference only. `completed` may also mean voicemail or a screening; see `DialBridged`. */
  DialCallStatus: openEnum('completed', 'answered', 'busy', 'no-answer', 'failed', 'canceled'),
  /** The leg that was dialled; absent after a conference or a queue. */
  DialCallSid: optional(sid('CA')),
  /** Seconds that the dialled leg lasted; absent after a conference, or when that leg was sent elsewhere meanwhile. */
  DialCallDuration: optional(integer()),
  /** Whether the two parties were ever connected. Older bodies lack it. */
  DialBridged: optional(flag()),
  /** Where the recording is, without an extension, when `<Dial>` recorded; it may not be there yet. */
  RecordingUrl: optional(text()),
  /** The recording, when `<Dial>` recorded; no table names it. */
  RecordingSid: optional(sid('RE')),
  /** Seconds that the recording lasts, when `<Dial>` recorded; no table names it. */
  RecordingDuration: optional(integer()),
};
