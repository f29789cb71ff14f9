import { oneOf } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { type FrameSchema, frame, part } from '../schema/frame.js';
import { label, type MediaStreamsLabel, streamFields } from './stream-fields.js';

const fields = {
  /** `mark`. */
  event: oneOf('mark'),
  /** The mark, as you sent it. */
  mark: part<MediaStreamsLabel>(label),
};

/** What you sent before a mark has been played, or was dropped by `clear`. */
export interface MediaStreamsMark extends PayloadOf<typeof streamFields & typeof fields> {}

/** Comes from Twilio, once for each mark that you sent. */
export const MediaStreamsMark: FrameSchema<MediaStreamsMark, 'media-streams.mark'> = frame({
  kind: 'media-streams.mark',
  title: 'mark (from Twilio)',
  fields: [streamFields, fields],
});
