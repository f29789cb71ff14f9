import { oneOf } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { type FrameSchema, frame } from '../schema/frame.js';
import { commandFields } from './stream-fields.js';

const fields = {
  /** `clear`. */
  event: oneOf('clear'),
};

/** Drops the audio that has not been played yet: for when the caller interrupts. */
export interface MediaStreamsSendClear extends PayloadOf<typeof commandFields & typeof fields> {}

/** A command to Twilio, on streams in both directions; the marks that are outstanding come back at once. */
export const MediaStreamsSendClear: FrameSchema<MediaStreamsSendClear, 'media-streams.send-clear'> = frame({
  kind: 'media-streams.send-clear',
  title: 'clear (to Twilio)',
  fields: [commandFields, fields],
});
