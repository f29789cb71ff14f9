import { oneOf, openEnum, optional } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { conferenceEventParameters } from './groups/conference-event.js';
import { participantParameters } from './groups/participant.js';

const parameters = {
  /** `participant-leave`. */
  StatusCallbackEvent: oneOf('participant-leave'),
  /** How far the participant's call got. */
  ParticipantCallStatus: optional(openEnum('no-answer', 'busy', 'in-progress', 'failed', 'canceled', 'completed')),
  /** Why they left, with underscores where `ReasonConferenceEnded` has hyphens. Those who could not be added never joined. */
  ReasonParticipantLeft: optional(
    openEnum(
      'conference_ended_via_api',
      'moderator_ended_conference',
      'participant_updated_via_api',
      'participant_hung_up',
      'participant_add_failed',
    ),
  ),
};

/** A call left a conference, or could not be added to it. */
export interface ConferenceParticipantLeave
  extends PayloadOf<Override<typeof conferenceEventParameters & typeof participantParameters, typeof parameters>> {}

/** Sent for the event group `leave`. See `ConferenceEvent`. Answer with any 2xx. */
export const ConferenceParticipantLeave: PayloadSchema<ConferenceParticipantLeave, 'voice.conference.participant-leave', 'nothing'> = form({
  kind: 'voice.conference.participant-leave',
  title: 'Participant left',
  expects: 'nothing',
  signs: [{ is: { StatusCallbackEvent: 'participant-leave' }, has: ['ConferenceSid'] }],
  parameters: [conferenceEventParameters, participantParameters, parameters],
});
