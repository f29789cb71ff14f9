import { errorCode, integer, optional, text } from '../../schema/fields.js';

/** What a fax that is over has: its pages, or what went wrong. */
export const faxDocumentParameters = {
  /** How many pages went over. */
  NumPages: optional(integer()),
  /** Where the document is, for two hours. */
  MediaUrl: optional(text()),
  /** Twilio's error number, when the fax failed. */
  ErrorCode: optional(errorCode()),
  /** What `ErrorCode` means. */
  ErrorMessage: optional(text()),
};
