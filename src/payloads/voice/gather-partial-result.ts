import { decimal, integer, optional, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';
import { geoParameters } from './groups/geo.js';

const parameters = {
  /** The place of this result among those of its `<Gather>`. They may overtake one another: sort by it. */
  SequenceNumber: optional(integer()),
  /** What may still change. */
  UnstableSpeechResult: optional(text()),
  /** What the recognition has settled on; empty at first. No table names it. */
  StableSpeechResult: optional(text()),
  /** How settled the result is, from 0 to 1. No table names it, but code in the field reads it. */
  Stability: optional(decimal()),
};

/** What a caller has said so far, while `<Gather>` is still listening. */
export interface GatherPartialResult extends PayloadOf<typeof callParameters & typeof geoParameters & typeof parameters> {}

/** Sent to the `partialResultCallback` of `<Gather>`, many times. Answer with any 2xx: TwiML has no effect. */
export const GatherPartialResult: PayloadSchema<GatherPartialResult, 'voice.gather.partial', 'nothing'> = form({
  kind: 'voice.gather.partial',
  title: '<Gather> partial speech result',
  expects: 'nothing',
  signs: [
    { has: ['UnstableSpeechResult', 'CallSid'], lacks: ['SpeechResult'] },
    { has: ['StableSpeechResult', 'CallSid'], lacks: ['SpeechResult'] },
  ],
  parameters: [callParameters, geoParameters, parameters],
});
