import { readHeader } from '../../request/headers.js';
import type { SignedRequest } from '../request.js';
import type { Change } from './change.js';
import { quote } from './change.js';

/** A finding that is a sentence of its own: nothing was tried. */
export type Statement = Omit<Change, 'finding'> & { readonly message: string };

/** Other headers by which a sender can be told. */
const OTHER_SENDERS: readonly (readonly [header: string, advice: string])[] = [
  ['x-twilio-email-event-webhook-signature', 'This is a SendGrid event webhook: use verifyEmailEvent.'],
  ['x-authy-signature', 'This is a webhook of the old Authy API, which signs in its own way.'],
  ['x-registry-signature', 'This is a webhook of the Twilio registry, which signs in its own way.'],
];

/** Says what a request without the signature's header may be. */
export function explainMissing({ headers }: SignedRequest): Statement {
  if (readHeader(headers, KEY_SID) !== undefined) return explainSharedKey(headers);
  const sender = OTHER_SENDERS.find(([name]) => readHeader(headers, name) !== undefined);
  const present = ['i-twilio-idempotency-token', 'x-home-region'].filter((name) => readHeader(headers, name) !== undefined);
  const isTwilio = present.length > 0 || /^TwilioProxy\//.test(readHeader(headers, 'user-agent') ?? '');
  const signs = isTwilio
    ? 'Other headers look like Twilio, so something in front may have removed it.'
    : 'No other header looks like Twilio either.';
  return {
    cause: 'signature-missing',
    message: `The request has no X-Twilio-Signature header. ${sender === undefined ? signs : ''}`.trim(),
    advice: sender?.[1],
  };
}

/** Says what a header that is no signature may be. */
export function explainMalformed({ headers }: SignedRequest): Statement {
  const header = readHeader(headers, 'x-twilio-signature') ?? '';
  if (/^[A-Za-z\d+/]{43}=$/.test(header) || readHeader(headers, KEY_SID) !== undefined) return explainSharedKey(headers);
  return {
    cause: 'signature-malformed',
    message: `The X-Twilio-Signature header is not the base64 of 20 bytes: it ${describeMalformed(header)}.`,
  };
}

function describeMalformed(header: string): string {
  if (header.includes(',')) return 'came more than once, or was joined with another';
  if (header.trim() !== header) return 'has white space around it';
  if (/%[\da-f]{2}/i.test(header)) return 'has URL escapes';
  if (/^[A-Za-z\d_-]+=?$/.test(header) && /[_-]/.test(header)) return 'has the alphabet of base64url';
  if (/^["'].*["']$/.test(header)) return 'has quotes around it';
  return `has ${header.length} characters, where a signature has 28 and ends with =`;
}

const KEY_SID = 'x-twilio-signature-key-sid';

/** Says that the request was signed with a key that this library does not know how to use. */
export function explainSharedKey(headers: SignedRequest['headers']): Statement {
  const sid = readHeader(headers, KEY_SID);
  const name = sid === undefined ? 'a shared key' : `the shared key ${quote(sid)}`;
  return { cause: 'shared-key', message: `The request seems to be signed with ${name}, not with an auth token.` };
}

/** Whether Twilio says that it used a shared key. */
export function namesSharedKey({ headers }: SignedRequest): boolean {
  return readHeader(headers, KEY_SID) !== undefined;
}
