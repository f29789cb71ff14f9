import { errorCode, integer, openEnum, optional, sid, text, timestamp } from '../../schema/fields.js';

/** What every report about a recording has. The parameters of the call are not among them. */
export const recordingParameters = {
  /** The account or subaccount that owns the recording. Its auth token signs the request. */
  AccountSid: sid('AC'),
  /** The recording: `RE…`. */
  RecordingSid: sid('RE'),
  /** Where the recording is; add `.mp3` or `.wav`. */
  RecordingUrl: optional(text()),
  /** How far the recording got. `absent` means that there was nothing to record. */
  RecordingStatus: openEnum('in-progress', 'completed', 'absent', 'failed'),
  /** Seconds that it lasts, after silence was trimmed, once it is complete. */
  RecordingDuration: optional(integer()),
  /** How many channels it has: 1 for both sides in one, 2 for a side each. Conferences have 1. */
  RecordingChannels: optional(integer()),
  /** When it began, in UTC. */
  RecordingStartTime: optional(timestamp()),
  /** What started it. */
  RecordingSource: openEnum(
    'DialVerb',
    'Conference',
    'OutboundAPI',
    'Trunking',
    'RecordVerb',
    'StartCallRecordingAPI',
    'StartConferenceRecordingAPI',
    'StartCallRecordingTwiML',
  ),
  /** Which side was recorded: sent by most recordings, `both` even where the side cannot be chosen. */
  RecordingTrack: optional(openEnum('both', 'inbound', 'outbound')),
  /** 0 when nothing went wrong, else Twilio's error number; no table names it. */
  ErrorCode: optional(errorCode()),
  /** The call that was recorded; of a call with two legs, the one that dialled. */
  CallSid: optional(sid('CA')),
  /** The conference that was recorded: `CF…`. */
  ConferenceSid: optional(sid('CF')),
};
