import { oneOf } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { conferenceEventParameters } from './groups/conference-event.js';

const parameters = {
  /** `conference-start`. */
  StatusCallbackEvent: oneOf('conference-start'),
};

/** A conference began: two are in it, and one of them lets it start. */
export interface ConferenceStart extends PayloadOf<Override<typeof conferenceEventParameters, typeof parameters>> {}

/** Sent for the event group `start`. See `ConferenceEvent`. Answer with any 2xx. */
export const ConferenceStart: PayloadSchema<ConferenceStart, 'voice.conference.start', 'nothing'> = form({
  kind: 'voice.conference.start',
  title: 'Conference started',
  expects: 'nothing',
  signs: [{ is: { StatusCallbackEvent: 'conference-start' }, has: ['ConferenceSid'] }],
  parameters: [conferenceEventParameters, parameters],
});
