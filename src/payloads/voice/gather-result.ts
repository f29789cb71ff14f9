import { decimal, openEnum, optional, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';
import { geoParameters } from './groups/geo.js';

const parameters = {
  /** The keys that were pressed, without the finishing one; empty when none was. Text, because leading zeros matter. */
  Digits: optional(text()),
  /** The key that ended the input; empty after a time-out or when enough digits were there. No table names it. */
  FinishedOnKey: optional(text()),
  /** What the caller said. */
  SpeechResult: optional(text()),
  /** How sure the recognition of speech is, from 0 to 1; some engines leave it out or always say 0. */
  Confidence: optional(decimal()),
  /** `Gather End`; no table names it. */
  msg: optional(openEnum('Gather End')),
};

/** What a `<Gather>` collected from the caller. */
export interface GatherResult extends PayloadOf<typeof callParameters & typeof geoParameters & typeof parameters> {}

/** What other requests have beside digits: a key ends a recording, and those pressed in a queue may come along when the call leaves it. */
const lacks = ['RecordingUrl', 'RecordingSid', 'ErrorUrl', 'CallbackSource', 'DialCallStatus', 'QueueResult'];

/** Sent to the `action` of `<Gather>`, or to the document's own URL. Answer with voice TwiML. */
export const GatherResult: PayloadSchema<GatherResult, 'voice.gather', 'voice-twiml'> = form({
  kind: 'voice.gather',
  title: '<Gather> action',
  expects: 'voice-twiml',
  signs: [
    { has: ['Digits', 'CallSid'], lacks },
    { has: ['SpeechResult', 'CallSid'], lacks },
    { is: { msg: 'Gather End' }, has: ['CallSid'], lacks },
  ],
  parameters: [callParameters, geoParameters, parameters],
});
