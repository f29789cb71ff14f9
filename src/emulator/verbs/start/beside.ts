/** Something that runs beside a call until it is stopped or the call ends: a stream, a transcription, a recording. */
export interface Beside {
  /** The element that started it, such as `Stream`. */
  readonly tag: string;
  readonly name: string | undefined;
  /** The SID by which callbacks name it, where it is known from the start. */
  readonly sid?: string;
  stop(): void;
}
