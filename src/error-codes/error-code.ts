import type { errorCodes } from './values/codes.js';

/** A code that {@link describeError} describes. */
export type KnownErrorCode = (typeof errorCodes)[number];

/** One of Twilio's error codes. Those that are described are known to editors; Twilio adds others, so that every number is one. */
export type ErrorCode = KnownErrorCode | (number & {});
