import { oneOf, optional, sid, text } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { conferenceEventParameters } from './groups/conference-event.js';
import { participantParameters } from './groups/participant.js';

const parameters = {
  /** `announcement-end` or `announcement-fail`. */
  StatusCallbackEvent: oneOf('announcement-end', 'announcement-fail'),
  /** The URL of what was announced. */
  AnnounceUrl: optional(text()),
  /** Why it failed, in a sentence for people. */
  ReasonAnnouncementFailed: optional(text()),
  /** The call of the only participant who was to hear it, while they are there; absent when all were. */
  CallSid: optional(sid('CA')),
};

/** An announcement to a conference, or to one participant, ended or failed. */
export interface ConferenceAnnouncement
  extends PayloadOf<Override<typeof conferenceEventParameters & typeof participantParameters, typeof parameters>> {}

/** Sent for the event group `announcement`. See `ConferenceEvent`. Answer with any 2xx. */
export const ConferenceAnnouncement: PayloadSchema<ConferenceAnnouncement, 'voice.conference.announcement', 'nothing'> = form({
  kind: 'voice.conference.announcement',
  title: 'Announcement ended or failed',
  expects: 'nothing',
  signs: [{ is: { StatusCallbackEvent: ['announcement-end', 'announcement-fail'] }, has: ['ConferenceSid'] }],
  parameters: [conferenceEventParameters, participantParameters, parameters],
});
