/** A request that Twilio refuses: https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions */
export class RestError extends Error {
  override readonly name = 'RestError';
  /** Twilio's number for it. */
  readonly code: number;
  /** The status of the answer. */
  readonly status: number;
  /** What the developer is to be told besides, because the fault is the emulator's rather than the application's. */
  finding: string | undefined;
  /** What the developer is to be told besides, because the application has perhaps asked by mistake. */
  warning: string | undefined;

  constructor(code: number, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** What is under way cannot be deleted: https://www.twilio.com/docs/api/errors/20009. The page names no status. */
export function notComplete(why: string): RestError {
  return new RestError(20009, `Cannot delete this resource before it is complete. ${why}.`, 409);
}

/** What a path names does not exist. */
export function notFound(path: string): RestError {
  return new RestError(20404, `The requested resource ${path} was not found`, 404);
}
