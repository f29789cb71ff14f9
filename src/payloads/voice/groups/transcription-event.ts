import { integer, openEnum, optional, sid, timestamp } from '../../schema/fields.js';

/** What every event of a real-time transcription has. The parameters of the call are not among them. */
export const transcriptionEventParameters = {
  /** The account or subaccount that owns the call. Its auth token signs the request. */
  AccountSid: sid('AC'),
  /** The call: `CA…`. */
  CallSid: sid('CA'),
  /** The transcription, `GT…`; the transcriptions of `<Record>` are `TR…`. */
  TranscriptionSid: sid('GT'),
  /** When the event happened, in UTC, with up to nine digits of a second. */
  Timestamp: optional(timestamp('iso8601')),
  /** The event's place in the order of the transcription's events, from 1. Events may overtake one another: sort by it. */
  SequenceId: optional(integer()),
  /** What happened. */
  TranscriptionEvent: openEnum('transcription-started', 'transcription-content', 'transcription-stopped', 'transcription-error'),
};
