import { oneOf, openEnum, optional, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { always, type FrameSchema, frame, part, wholeNumberInText } from '../schema/frame.js';
import { streamFields } from './stream-fields.js';

const audio = {
  /** Base64 of raw mu-law audio: 160 bytes, which are 20 milliseconds. */
  payload: text(),
  /** Which side speaks. */
  track: optional(openEnum('inbound', 'outbound')),
  /** The piece's place in the order of its track, from 1. Twilio writes it as text. */
  chunk: always(wholeNumberInText()),
  /** Milliseconds since the stream began. Twilio writes it as text. */
  timestamp: always(wholeNumberInText()),
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
