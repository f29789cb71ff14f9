import { oneOf } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { conferenceEventParameters } from './groups/conference-event.js';
import { participantParameters } from './groups/participant.js';

const parameters = {
  /** `participant-join`. */
  StatusCallbackEvent: oneOf('participant-join'),
};

/** A call joined a conference. */
export interface ConferenceParticipantJoin
  extends PayloadOf<Override<typeof conferenceEventParameters & typeof participantParameters, typeof parameters>> {}

/** Sent for the event group `join`. See `ConferenceEvent`. Answer with any 2xx. */
export const ConferenceParticipantJoin: PayloadSchema<ConferenceParticipantJoin, 'voice.conference.participant-join', 'nothing'> = form({
  kind: 'voice.conference.participant-join',
  title: 'Participant joined',
  expects: 'nothing',
  signs: [{ is: { StatusCallbackEvent: 'participant-join' }, has: ['ConferenceSid'] }],
  parameters: [conferenceEventParameters, participantParameters, parameters],
});
