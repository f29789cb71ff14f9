/** A verb or a document cannot be run: the caller hears an apology, unless there is a fallback. */
export class VerbFailure extends Error {
  override readonly name = 'VerbFailure';
  /** Twilio's number for it. */
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}
