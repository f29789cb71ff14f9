import { integer, optional, sid, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';
import { geoParameters } from './groups/geo.js';

const parameters = {
  /** Where the recording is, without an extension: add `.mp3` or `.wav`. It may not be there yet. */
  RecordingUrl: text(),
  /** The recording. Recorded in every body, though the table lacks it. */
  RecordingSid: optional(sid('RE')),
  /** Seconds that it lasts, before silence was trimmed. */
  RecordingDuration: optional(integer()),
  /** The key that ended it, or the word `hangup`; absent when silence or the maximal length did. */
  Digits: optional(text()),
};

/** What a `<Record>` recorded. After a hang-up `CallStatus` is `completed`, and TwiML has no effect. */
export interface RecordResult extends PayloadOf<typeof callParameters & typeof geoParameters & typeof parameters> {}

/** Sent to the `action` of `<Record>`, or to the document's own URL. Answer with voice TwiML. */
export const RecordResult: PayloadSchema<RecordResult, 'voice.record', 'voice-twiml'> = form({
  kind: 'voice.record',
  title: '<Record> action',
  expects: 'voice-twiml',
  signs: [
    {
      has: ['RecordingUrl', 'CallSid', 'From'],
      lacks: ['RecordingStatus', 'CallbackSource', 'CallDuration', 'DialCallStatus', 'TranscriptionSid', 'ConferenceSid', 'ErrorUrl'],
    },
  ],
  parameters: [callParameters, geoParameters, parameters],
});
