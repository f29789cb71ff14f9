import { openEnum, optional, sid, text } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';
import { geoParameters } from './groups/geo.js';

const parameters = {
  /** Who calls; the callback's own table has none of the parameters of a call. */
  From: optional(text()),
  /** Who is called; see `From`. */
  To: optional(text()),
  /** The transcription: `TR…`, unlike those of real-time transcription, which have `GT…` under the same name. */
  TranscriptionSid: sid('TR'),
  /** What was said; empty or absent when it failed. */
  TranscriptionText: optional(text()),
  /** Whether there is a text. */
  TranscriptionStatus: openEnum('completed', 'failed'),
  /** Where the transcription is, as a resource. */
  TranscriptionUrl: optional(text()),
  /** The recording that was transcribed: `RE…`. */
  RecordingSid: sid('RE'),
  /** Where that recording is, without an extension. */
  RecordingUrl: optional(text()),
  /** How it was transcribed: `fast`, recorded once. */
  TranscriptionType: optional(openEnum('fast')),
  /** The URL that this was sent to, recorded once. */
  url: optional(text()),
};

/** The text of a recording of `<Record transcribe="true">` is ready, or could not be had. */
export interface TranscribeCallback extends PayloadOf<Override<typeof callParameters & typeof geoParameters, typeof parameters>> {}

/** Sent to the `transcribeCallback` of `<Record>`, often when the call is over. Answer with any 2xx. */
export const TranscribeCallback: PayloadSchema<TranscribeCallback, 'voice.transcribe', 'nothing'> = form({
  kind: 'voice.transcribe',
  title: '<Record> transcription result',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ has: ['TranscriptionStatus', 'TranscriptionSid', 'CallSid'], lacks: ['TranscriptionEvent'] }],
  parameters: [callParameters, geoParameters, parameters],
});
