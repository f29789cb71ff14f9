import { oneOf, openEnum, optional, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { type FrameSchema, frame, part } from '../schema/frame.js';
import { streamFields } from './stream-fields.js';

const key = {
  /** The key: `0` to `9`, `*` or `#`. */
  digit: text(),
  /** Which side pressed it, with another name than the tracks of `media` have. */
  track: optional(openEnum('inbound_track')),
};

/** A key that was pressed. */
export interface MediaStreamsKey extends PayloadOf<typeof key> {}

const fields = {
  /** `dtmf`. */
  event: oneOf('dtmf'),
  /** The key. */
  dtmf: part<MediaStreamsKey>(key),
};

/** The caller pressed a key. */
export interface MediaStreamsDtmf extends PayloadOf<typeof streamFields & typeof fields> {}

/** Comes from Twilio on streams in both directions, those of `<Connect>`. */
export const MediaStreamsDtmf: FrameSchema<MediaStreamsDtmf, 'media-streams.dtmf'> = frame({
  kind: 'media-streams.dtmf',
  title: 'dtmf',
  fields: [streamFields, fields],
});
