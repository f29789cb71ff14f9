import { addOns } from '../schema/add-ons.js';
import { jsonText } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';

const parameters = {
  /** What the add-ons found out; of each, `payload` tells where to fetch it. */
  AddOns: jsonText(addOns),
};

/** Marketplace add-ons are done with a recording. */
export interface RecordingAddOnResult extends PayloadOf<typeof parameters> {}

/** Sent to the callback URL of an installed add-on that works on recordings. Answer with any 2xx. */
export const RecordingAddOnResult: PayloadSchema<RecordingAddOnResult, 'voice.recording.add-on', 'nothing'> = form({
  kind: 'voice.recording.add-on',
  title: 'Marketplace add-on result for a recording',
  expects: 'nothing',
  methods: ['POST', 'PUT'],
  signs: [{ has: ['AddOns'], lacks: ['CallSid', 'MessageSid', 'SmsSid'] }],
  parameters: [parameters],
});
