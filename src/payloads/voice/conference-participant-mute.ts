import { oneOf } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { conferenceEventParameters } from './groups/conference-event.js';
import { participantParameters } from './groups/participant.js';

const parameters = {
  /** `participant-mute` or `participant-unmute`. */
  StatusCallbackEvent: oneOf('participant-mute', 'participant-unmute'),
};

/** A participant of a conference was muted or unmuted. */
export interface ConferenceParticipantMute
  extends PayloadOf<Override<typeof conferenceEventParameters & typeof participantParameters, typeof parameters>> {}

/** Sent for the event group `mute`. See `ConferenceEvent`. Answer with any 2xx. */
export const ConferenceParticipantMute: PayloadSchema<ConferenceParticipantMute, 'voice.conference.participant-mute', 'nothing'> = form({
  kind: 'voice.conference.participant-mute',
  title: 'Participant muted or unmuted',
  expects: 'nothing',
  signs: [{ is: { StatusCallbackEvent: ['participant-mute', 'participant-unmute'] }, has: ['ConferenceSid'] }],
  parameters: [conferenceEventParameters, participantParameters, parameters],
});
