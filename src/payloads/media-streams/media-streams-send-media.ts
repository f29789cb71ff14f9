import { oneOf, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { type FrameSchema, frame, part } from '../schema/frame.js';
import { commandFields } from './stream-fields.js';

const audio = {
  /** Base64 of raw mu-law audio, 8000 samples a second, mono, of any length and without the header of a file. */
  payload: text(),
};

/** Audio to play. */
export interface MediaStreamsSendAudio extends PayloadOf<typeof audio> {}

const fields = {
  /** `media`. */
  event: oneOf('media'),
  /** The audio. */
  media: part<MediaStreamsSendAudio>(audio),
};

/** Plays audio to the call, after what was sent before it. */
export interface MediaStreamsSendMedia extends PayloadOf<typeof commandFields & typeof fields> {}

/** A command to Twilio, on streams in both directions. */
export const MediaStreamsSendMedia: FrameSchema<MediaStreamsSendMedia, 'media-streams.send-media'> = frame({
  kind: 'media-streams.send-media',
  title: 'media (to Twilio)',
  fields: [commandFields, fields],
});
