import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { LineError } from './line-error.js';

/** A name and a password that Twilio sends with each request, because they are in the URL. */
export interface BasicAuth {
  /** As they stand in a URL before the host: `name:password`. */
  readonly credentials: string;
  /** Whether an `Authorization` header has them. It takes the same time whatever is wrong. */
  fits(header: string | undefined): boolean;
}

/**
 * Reads `name:password`, or makes up a password where there is none.
 *
 * @throws LineError when a character would have to be escaped: Twilio advises against those.
 */
export function makeBasicAuth(given: string | true): BasicAuth {
  const credentials = given === true ? `twilio:${randomBytes(12).toString('hex')}` : given;
  if (!/^[\w.~-]{1,64}:[\w.~-]{1,128}$/.test(credentials)) {
    throw new LineError('LINE_PLACE', '--basic-auth takes name:password, of letters, digits and . _ ~ - alone');
  }
  const expected = digest(`Basic ${Buffer.from(credentials).toString('base64')}`);
  return {
    credentials,
    fits: (header = '') => timingSafeEqual(digest(header.replace(/^basic /i, 'Basic ')), expected),
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
