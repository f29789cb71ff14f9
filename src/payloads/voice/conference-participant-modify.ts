import { oneOf } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { conferenceEventParameters } from './groups/conference-event.js';
import { participantParameters } from './groups/participant.js';

const parameters = {
  /** `participant-modify`. */
  StatusCallbackEvent: oneOf('participant-modify'),
};

/** How a participant takes part in a conference was changed: the coaching, the wait URL, or what leaving does. */
export interface ConferenceParticipantModify
  extends PayloadOf<Override<typeof conferenceEventParameters & typeof participantParameters, typeof parameters>> {}

/** Sent for the event group `modify`. See `ConferenceEvent`. Answer with any 2xx. */
export const ConferenceParticipantModify: PayloadSchema<ConferenceParticipantModify, 'voice.conference.participant-modify', 'nothing'> =
  form({
    kind: 'voice.conference.participant-modify',
    title: 'Participant modified',
    expects: 'nothing',
    signs: [{ is: { StatusCallbackEvent: 'participant-modify' }, has: ['ConferenceSid'] }],
    parameters: [conferenceEventParameters, participantParameters, parameters],
  });
