import { integer, openEnum, openEnumOf, optional, sid, text, timestamp } from '../../schema/fields.js';
import { answeredBy } from './answering.js';
import { callStatuses } from './call.js';

/** What every report of a call's progress has. */
export const callProgressParameters = {
  /** How far the call got. An answered call is `in-progress`. */
  CallStatus: openEnumOf(callStatuses),
  /** When the event happened, in UTC. */
  Timestamp: optional(timestamp()),
  /** `call-progress-events`. */
  CallbackSource: optional(openEnum('call-progress-events')),
  /** The event's place in the order of the call's events, from 0. Events may overtake one another: sort by it. */
  SequenceNumber: optional(integer()),
  /** Seconds that the call lasted, when it has ended; 0 when it was never answered. */
  CallDuration: optional(integer()),
  /** Minutes that the call is billed for, rounded up, when it has ended. */
  Duration: optional(integer()),
  /** The SIP status that the call ended with, such as 200 or 486. */
  SipResponseCode: optional(integer()),
  /** Where the recording is, without an extension, when the call was recorded. */
  RecordingUrl: optional(text()),
  /** The recording, when the call was recorded. */
  RecordingSid: optional(sid('RE')),
  /** Seconds that the recording lasts, before silence was trimmed. */
  RecordingDuration: optional(integer()),
  /** Who or what answered, when answering machines are to be detected before the document runs. */
  AnsweredBy: optional(answeredBy),
  /** How far the carrier vouches for your number, on calls that you started. */
  StirStatus: optional(openEnum('A', 'B', 'C')),
};
