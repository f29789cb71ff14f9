import { integer, oneOf, optional, sid, text, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';

const parameters = {
  /** `conference-record-end`, in a parameter that no other event of a conference has. */
  EventName: oneOf('conference-record-end'),
  /** The conference: `CF…`. */
  ConferenceSid: sid('CF'),
  /** Where the recording is; add `.mp3` or `.wav`. */
  RecordingUrl: optional(text()),
  /** Seconds that the recording lasts, unlike the `Duration` of calls, which is in minutes. */
  Duration: optional(integer()),
  /** Bytes that the recording takes. */
  RecordingFileSize: optional(integer()),
  /** The conference's name. */
  FriendlyName: optional(text()),
  /** The account or subaccount that owns the conference. Its auth token signs the request. */
  AccountSid: optional(sid('AC')),
  /** The event's place in the order of the conference's events. */
  SequenceNumber: optional(integer()),
  /** When the recording ended, in UTC. */
  Timestamp: optional(timestamp()),
};

/** The recording of a conference ended, in the old form. */
export interface ConferenceRecordEnd extends PayloadOf<typeof parameters> {
  /** Absent: what names the other events of a conference has no part in this one. */
  StatusCallbackEvent?: undefined;
}

/** Sent to the old `eventCallbackUrl` of `<Conference>`, or to its `statusCallback` when recordings have no URL. Answer with any 2xx. */
export const ConferenceRecordEnd: PayloadSchema<ConferenceRecordEnd, 'voice.conference.record-end', 'nothing'> = form({
  kind: 'voice.conference.record-end',
  title: 'Conference recording ended (old callback)',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ is: { EventName: 'conference-record-end' } }],
  parameters: [parameters],
});
