import { oneOf } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { conferenceEventParameters } from './groups/conference-event.js';
import { participantParameters } from './groups/participant.js';

const parameters = {
  /** `participant-hold` or `participant-unhold`. */
  StatusCallbackEvent: oneOf('participant-hold', 'participant-unhold'),
};

/** A participant of a conference was put on hold or taken off it. */
export interface ConferenceParticipantHold
  extends PayloadOf<Override<typeof conferenceEventParameters & typeof participantParameters, typeof parameters>> {}

/** Sent for the event group `hold`. See `ConferenceEvent`. Answer with any 2xx. */
export const ConferenceParticipantHold: PayloadSchema<ConferenceParticipantHold, 'voice.conference.participant-hold', 'nothing'> = form({
  kind: 'voice.conference.participant-hold',
  title: 'Participant held or resumed',
  expects: 'nothing',
  signs: [{ is: { StatusCallbackEvent: ['participant-hold', 'participant-unhold'] }, has: ['ConferenceSid'] }],
  parameters: [conferenceEventParameters, participantParameters, parameters],
});
