import { errorCode, optional, text } from '../../schema/fields.js';

/** Why Twilio asks the fallback URL. */
export const failureParameters = {
  /** Twilio's error number, such as 11200: on requests to the fallback URL. */
  ErrorCode: optional(errorCode()),
  /** The URL that failed: on requests to the fallback URL. */
  ErrorUrl: optional(text()),
};
