import { oneOf, openEnum, optional, sid, text } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { conferenceEventParameters } from './groups/conference-event.js';

const parameters = {
  /** `conference-end`. */
  StatusCallbackEvent: oneOf('conference-end'),
  /** Why it ended. */
  ReasonConferenceEnded: optional(
    openEnum(
      'conference-ended-via-api',
      'last-participant-kicked',
      'last-participant-left',
      'participant-with-end-conference-on-exit-kicked',
      'participant-with-end-conference-on-exit-left',
    ),
  ),
  /** Why it ended, in a sentence for people. */
  Reason: optional(text()),
  /** The call of the participant who ended it by leaving: `CA…`. */
  CallSidEndingConference: optional(sid('CA')),
  /** The name of the participant who ended it by leaving, where they have one. */
  ParticipantLabelEndingConference: optional(text()),
};

/** A conference ended: everybody left, one left whose leaving ends it, or the API ended it. */
export interface ConferenceEnd extends PayloadOf<Override<typeof conferenceEventParameters, typeof parameters>> {}

/** Sent for the event group `end`. See `ConferenceEvent`. Answer with any 2xx. */
export const ConferenceEnd: PayloadSchema<ConferenceEnd, 'voice.conference.end', 'nothing'> = form({
  kind: 'voice.conference.end',
  title: 'Conference ended',
  expects: 'nothing',
  signs: [{ is: { StatusCallbackEvent: 'conference-end' }, has: ['ConferenceSid'] }],
  parameters: [conferenceEventParameters, parameters],
});
