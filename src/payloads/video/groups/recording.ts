import { integer, openEnum, optional, sid, text } from '../../schema/fields.js';

/** What every report about the recording of a track has, beside what it has of the room. */
export const trackRecordingParameters = {
  /** The recording, which is of one track. */
  RecordingSid: sid('RT'),
  /** Where its description is: a path under `video.twilio.com`. */
  RecordingUri: optional(text()),
  /** Who is recorded. */
  ParticipantSid: optional(sid('PA')),
  /** The identity of the access token of who is recorded. */
  ParticipantIdentity: optional(text()),
  /** The track that is recorded: `MT…`. */
  SourceSid: optional(sid('MT')),
  /** The name that the publisher gave the track; `SourceSid` where there is none. */
  TrackName: optional(text()),
  /** What is recorded; documented for all requests, and absent from those recorded in 2020. */
  Type: optional(openEnum('audio', 'video', 'data')),
  /** The file format: `mka` holds sound, `mkv` pictures. */
  Container: optional(openEnum('mka', 'mkv')),
  /** How it is encoded: documented in capitals, recorded in small letters. */
  Codec: optional(openEnum('PCMU', 'OPUS', 'VP8', 'H264', 'pcmu', 'opus', 'vp8', 'h264')),
  /** Milliseconds from an origin that all tracks of the room share to the start of this one: the difference of two aligns them. */
  OffsetFromTwilioVideoEpoch: optional(integer()),
};
