/** What can be wrong with a real line. */
export type LineErrorCode = 'LINE_ACCOUNT' | 'LINE_JOURNAL' | 'LINE_PLACE' | 'LINE_TAKEN' | 'LINE_TUNNEL';

/**
 * A line cannot be opened or put back:
 * - `LINE_ACCOUNT`: there are no credentials, Twilio refuses them, or its client is not installed;
 * - `LINE_JOURNAL`: what was changed cannot be written down, or be read again;
 * - `LINE_PLACE`: the account has no such number, or it is answered by something else;
 * - `LINE_TAKEN`: a URL that is there now may not be overwritten without leave;
 * - `LINE_TUNNEL`: there is no tunnel, or it leads elsewhere.
 */
export class LineError extends Error {
  override readonly name = 'LineError';
  readonly code: LineErrorCode;

  constructor(code: LineErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
