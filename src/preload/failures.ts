import type { Socket } from 'node:net';

/** Why something does not go to Twilio. It is emitted, passed or rejected with, where a failure of the network would be. */
function makeFailure(message: string, code: string, cause?: unknown): Error {
  return Object.assign(new Error(message, { cause }), { code });
}

/** The failure of a connection or a look-up that must not happen. */
export function refusal(host: string, port?: unknown): Error {
  const name = port === undefined ? host : `${host}:${String(port)}`;
  return makeFailure(
    `ringback let nothing out to ${name}. While RINGBACK_EMULATOR_URL is set, requests to Twilio's REST API by HTTP or HTTPS go to the ` +
      'emulator, and nothing else goes to twilio.com. Unset RINGBACK_EMULATOR_URL to reach Twilio itself.',
    'RINGBACK_REFUSED',
  );
}

/** The failure of a request to Twilio while the emulator is not there. It has the code that the system gave, so that retries work as ever. */
export function emulatorDown(host: string, emulator: URL, cause: unknown): Error {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'ECONNREFUSED';
  const failure = makeFailure(
    `ringback's emulator does not answer at ${emulator.origin} (${code}), so a request to ${host} went nowhere. Start the emulator, or ` +
      'correct RINGBACK_EMULATOR_URL.',
    code,
    cause,
  );
  warnOnce(failure.message);
  return failure;
}

/** Fails a connection as a look-up would: later, when the caller listens. */
export function failLater<T extends Socket>(socket: T, failure: Error): T {
  process.nextTick(() => socket.destroy(failure));
  return socket;
}

let hasWarned = false;

/** Many an application hides the failures of its requests, and one line in its output saves a search. */
function warnOnce(message: string): void {
  if (hasWarned) return;
  hasWarned = true;
  process.emitWarning(message, { type: 'RingbackWarning' });
}
