import { readHeader } from '../../request/headers.js';
import type { Signer } from '../keys.js';
import type { SignedRequest } from '../request.js';
import { readSignature } from '../signature-header.js';
import { readSettings } from '../signature-settings.js';
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
export function explainMalformed(request: SignedRequest, signer: Signer | undefined): Statement {
  const header = readHeader(request.headers, 'x-twilio-signature') ?? '';
  const settings = readSettings(request.headers);
  const expected = LENGTHS[signer?.algorithm ?? 'HMAC_SHA1'];
  const sent = readSignature(header);
  if (sent !== undefined) {
    const found = LENGTHS[sent.algorithm];
    const said = settings === undefined ? `has no ${SETTINGS}, which says so` : `says ${settings.named}`;
    return {
      cause: 'shared-key',
      message: `The signature has ${found.bytes} bytes, as ${sent.algorithm} makes${settings === undefined ? ' with a shared key' : ''}, but the request ${said}.`,
      advice:
        settings === undefined ? `Look what removed the ${SETTINGS} header: the proxy, or the code that hands headers on.` : undefined,
    };
  }
  if (namesKeySid(request)) return explainKeySid(request.headers);
  return {
    cause: 'signature-malformed',
    message: `The X-Twilio-Signature header is not the base64 of ${expected.bytes} bytes: it ${describeMalformed(header, expected.characters)}.`,
  };
}

const SETTINGS = 'X-Twilio-Webhooks-Signature-Settings';

const LENGTHS = {
  HMAC_SHA1: { bytes: 20, characters: 28 },
  HMAC_SHA256: { bytes: 32, characters: 44 },
} as const;

function describeMalformed(header: string, characters: number): string {
  if (header.includes(',')) return 'came more than once, or was joined with another';
  if (header.trim() !== header) return 'has white space around it';
  if (/%[\da-f]{2}/i.test(header)) return 'has URL escapes';
  if (/^[A-Za-z\d_-]+=?$/.test(header) && /[_-]/.test(header)) return 'has the alphabet of base64url';
  if (/^["'].*["']$/.test(header)) return 'has quotes around it';
  if (/^(?:[A-Za-z\d+/]{27}|[A-Za-z\d+/]{43})=$/.test(header)) return 'has bits behind its last byte, as no encoder writes them';
  return `has ${header.length} characters, where a signature has ${characters} and ends with =`;
}

/** The header by which the private beta of shared keys named the key. What Twilio sends now is another. */
const KEY_SID = 'x-twilio-signature-key-sid';

/** Says that the request was signed as in the private beta of shared keys. */
export function explainKeySid(headers: SignedRequest['headers']): Statement {
  const sid = quote(readHeader(headers, KEY_SID) ?? '');
  return {
    cause: 'shared-key',
    message:
      `The request names the shared key ${sid} by X-Twilio-Signature-Key-Sid, as the private beta did. ` +
      `That header is not read: Twilio now names the key by ${SETTINGS}.`,
  };
}

/** Whether a request names a shared key as in the private beta, and not as Twilio does now. */
export function namesKeySid({ headers }: SignedRequest): boolean {
  return readHeader(headers, KEY_SID) !== undefined && readSettings(headers) === undefined;
}
