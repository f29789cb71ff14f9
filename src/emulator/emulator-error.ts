/**
 * What went wrong at a step of a test:
 * - `EMULATOR_NOT_HEARD`: what the person waited for was not said, or not in time;
 * - `EMULATOR_CALL_ENDED`: the call has ended, so that nothing can be pressed or said;
 * - `EMULATOR_NOT_LISTENING`: nothing on the call ever listened to keys, or to words;
 * - `EMULATOR_NO_CALL`: no call came in, or no text, in time;
 * - `EMULATOR_FINDING`: something happened that Twilio's debugger reports as an error (`strict`);
 * - `EMULATOR_UNKNOWN_NUMBER`: the number is not among `numbers`;
 * - `EMULATOR_BUSY_LINE`: the telephone is busy or off, and cannot call;
 * - `EMULATOR_CLOSED`: the emulator was closed.
 */
export type EmulatorErrorCode =
  | 'EMULATOR_NOT_HEARD'
  | 'EMULATOR_CALL_ENDED'
  | 'EMULATOR_NOT_LISTENING'
  | 'EMULATOR_NO_CALL'
  | 'EMULATOR_FINDING'
  | 'EMULATOR_UNKNOWN_NUMBER'
  | 'EMULATOR_BUSY_LINE'
  | 'EMULATOR_CLOSED';

/** A step of a test could not be done. The message has what is needed to find the fault: the transcript, the last webhook, the findings. */
export class EmulatorError extends Error {
  override readonly name = 'EmulatorError';
  readonly code: EmulatorErrorCode;

  constructor(code: EmulatorErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
