import { oneOf, openEnum, optional, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { type FrameSchema, frame, part } from '../schema/frame.js';
import { streamFields } from './stream-fields.js';

const audio = {
  /** Base64 of raw mu-law audio: 160 bytes, which are 20 milliseconds. */
  payload: text(),
  /** Which side speaks. */
  track: optional(openEnum('inbound', 'outbound')),
  /** The piece's place in the order of its track, in decimal digits, from 1. */
  chunk: optional(text()),
  /** Milliseconds since the stream began, in decimal digits. */
  timestamp: optional(text()),
};

/** A piece of audio. */
export interface MediaStreamsAudio extends PayloadOf<typeof audio> {}

const fields = {
  /** `media`. */
  event: oneOf('media'),
  /** The audio. */
  media: part<MediaStreamsAudio>(audio),
};

/** Twenty milliseconds of one side of the call. */
export interface MediaStreamsMedia extends PayloadOf<typeof streamFields & typeof fields> {}

/** Comes fifty times a second for each track, from Twilio. */
export const MediaStreamsMedia: FrameSchema<MediaStreamsMedia, 'media-streams.media'> = frame({
  kind: 'media-streams.media',
  title: 'media (from Twilio)',
  fields: [streamFields, fields],
});
