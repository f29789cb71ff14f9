import { type PayloadUnion, union } from '../schema/union.js';
import { ConferenceAnnouncement } from './conference-announcement.js';
import { ConferenceEnd } from './conference-end.js';
import { ConferenceOther } from './conference-other.js';
import { ConferenceParticipantHold } from './conference-participant-hold.js';
import { ConferenceParticipantJoin } from './conference-participant-join.js';
import { ConferenceParticipantLeave } from './conference-participant-leave.js';
import { ConferenceParticipantModify } from './conference-participant-modify.js';
import { ConferenceParticipantMute } from './conference-participant-mute.js';
import { ConferenceParticipantSpeech } from './conference-participant-speech.js';
import { ConferenceRecordEnd } from './conference-record-end.js';
import { ConferenceStart } from './conference-start.js';

/** Something that happened in a conference: `StatusCallbackEvent` tells, or where it is absent `EventName`. */
export type ConferenceEvent =
  | ConferenceAnnouncement
  | ConferenceEnd
  | ConferenceParticipantHold
  | ConferenceParticipantJoin
  | ConferenceParticipantLeave
  | ConferenceParticipantModify
  | ConferenceParticipantMute
  | ConferenceParticipantSpeech
  | ConferenceRecordEnd
  | ConferenceStart
  | ConferenceOther;

/** Sent to the `statusCallback` of `<Conference>`, the first participant's, or to the one given to the Participants API. Answer with any 2xx. */
export const ConferenceEvent: PayloadUnion<
  readonly [
    typeof ConferenceAnnouncement,
    typeof ConferenceEnd,
    typeof ConferenceParticipantHold,
    typeof ConferenceParticipantJoin,
    typeof ConferenceParticipantLeave,
    typeof ConferenceParticipantModify,
    typeof ConferenceParticipantMute,
    typeof ConferenceParticipantSpeech,
    typeof ConferenceRecordEnd,
    typeof ConferenceStart,
    typeof ConferenceOther,
  ],
  'nothing'
> = union({
  title: 'Conference event',
  // The end of a recording comes to the same URL where recordings have none of their own.
  by: ['StatusCallbackEvent', 'EventName'],
  members: [
    ConferenceAnnouncement,
    ConferenceEnd,
    ConferenceParticipantHold,
    ConferenceParticipantJoin,
    ConferenceParticipantLeave,
    ConferenceParticipantModify,
    ConferenceParticipantMute,
    ConferenceParticipantSpeech,
    ConferenceRecordEnd,
    ConferenceStart,
    ConferenceOther,
  ],
  expects: 'nothing',
});
