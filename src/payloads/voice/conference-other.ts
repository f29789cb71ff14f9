import { type OptionalTable, optionalTable, unlisted } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { conferenceEventParameters } from './groups/conference-event.js';

const shared: OptionalTable<typeof conferenceEventParameters> = /* @__PURE__ */ optionalTable(conferenceEventParameters);

const parameters = {
  /** What happened, in a word that is not known. */
  StatusCallbackEvent: unlisted(),
};

/** Something happened in a conference that this version does not know. */
export interface ConferenceOther extends PayloadOf<Override<typeof shared, typeof parameters>> {}

/** Sent to the `statusCallback` of `<Conference>`, where Twilio has added an event. See `ConferenceEvent`. Answer with any 2xx. */
export const ConferenceOther: PayloadSchema<ConferenceOther, 'voice.conference.other', 'nothing'> = form({
  kind: 'voice.conference.other',
  title: 'Conference event that is not known',
  expects: 'nothing',
  signs: [{ otherwise: true, has: ['StatusCallbackEvent', 'ConferenceSid'] }],
  parameters: [shared, parameters],
});
