import { createHash, createHmac } from 'node:crypto';

/** An auth token of the shape that Twilio's have. */
export const authToken = '0123456789abcdef0123456789abcdef';

/** Signs as Twilio does, by hand, so that no test trusts the code it tests. */
export function sign(text: string, token: string = authToken): string {
  return createHmac('sha1', token).update(text).digest('base64');
}

/** Writes the parameters of a form as they are signed, by hand. No name may be repeated. */
export function tailOf(form: string): string {
  return Array.from(new URLSearchParams(form), (pair) => pair)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flat()
    .join('');
}

export function sha256(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}
