import { flag, optional, sid, text } from '../../schema/fields.js';

/** Who an event of a conference is about, and how they take part after it. */
export const participantParameters = {
  /** The call of the participant: `CA…`. */
  CallSid: sid('CA'),
  /** Whether the others cannot hear the participant. */
  Muted: optional(flag()),
  /** Whether the participant is on hold. */
  Hold: optional(flag()),
  /** Whether the participant speaks to one other participant alone. */
  Coaching: optional(flag()),
  /** Whether the conference ends when the participant leaves. */
  EndConferenceOnExit: optional(flag()),
  /** Whether the conference starts when the participant enters. */
  StartConferenceOnEnter: optional(flag()),
  /** The name that was given to the participant. */
  ParticipantLabel: optional(text()),
};
