export type { ErrorArea } from './areas.js';
export { describeError, type ErrorDescription } from './describe-error.js';
export type { ErrorCode, KnownErrorCode } from './error-code.js';
export { errorCodes } from './values/codes.js';
