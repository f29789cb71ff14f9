import { oneOf } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { type FrameSchema, frame, part } from '../schema/frame.js';
import { commandFields, label, type MediaStreamsLabel } from './stream-fields.js';

const fields = {
  /** `mark`. */
  event: oneOf('mark'),
  /** What Twilio sends back, once the audio before it was played. */
  mark: part<MediaStreamsLabel>(label),
};

/** Asks to be told when what was sent before it has been played. */
export interface MediaStreamsSendMark extends PayloadOf<typeof commandFields & typeof fields> {}

/** A command to Twilio, on streams in both directions; a `mark` of the same name comes back. */
export const MediaStreamsSendMark: FrameSchema<MediaStreamsSendMark, 'media-streams.send-mark'> = frame({
  kind: 'media-streams.send-mark',
  title: 'mark (to Twilio)',
  fields: [commandFields, fields],
});
