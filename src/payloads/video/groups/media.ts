import { integer, optional, text } from '../../schema/fields.js';

/** The file that a recording or composition became. */
export const mediaParameters = {
  /** Where the file is: a path under `video.twilio.com`. */
  MediaUri: optional(text()),
  /** Seconds that it lasts. */
  Duration: optional(integer()),
  /** Its size in bytes. */
  Size: optional(integer()),
  /** Its URL in your own bucket; absent without external storage. */
  MediaExternalLocation: optional(text()),
};
