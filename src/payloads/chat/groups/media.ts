import { integer, optional, sid, text } from '../../schema/fields.js';

/** What describes the file of a media message. */
export const mediaParameters = {
  /** The file, to be fetched from the Media Content Service. */
  MediaSid: sid('ME'),
  /** Its MIME type. */
  MediaContentType: optional(text()),
  /** Its size in bytes. */
  MediaSize: optional(integer()),
  /** The name that it was given when it was uploaded, if any. */
  MediaFilename: optional(text()),
};
