import { oneOf } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { conferenceEventParameters } from './groups/conference-event.js';
import { participantParameters } from './groups/participant.js';

const parameters = {
  /** `participant-speech-start` or `participant-speech-stop`. */
  StatusCallbackEvent: oneOf('participant-speech-start', 'participant-speech-stop'),
};

/** A participant of a conference started or stopped speaking. */
export interface ConferenceParticipantSpeech
  extends PayloadOf<Override<typeof conferenceEventParameters & typeof participantParameters, typeof parameters>> {}

/** Sent for the event group `speaker`, very often. See `ConferenceEvent`. Answer with any 2xx. */
export const ConferenceParticipantSpeech: PayloadSchema<ConferenceParticipantSpeech, 'voice.conference.participant-speech', 'nothing'> =
  form({
    kind: 'voice.conference.participant-speech',
    title: 'Participant started or stopped speaking',
    expects: 'nothing',
    signs: [{ is: { StatusCallbackEvent: ['participant-speech-start', 'participant-speech-stop'] }, has: ['ConferenceSid'] }],
    parameters: [conferenceEventParameters, participantParameters, parameters],
  });
