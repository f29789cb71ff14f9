import type { SignatureCause, SignatureExplanation } from '../errors.js';
import { decodeText } from '../request/forms.js';
import { readHeader } from '../request/headers.js';
import { decodeBase64 } from './base64.js';
import type { EmailEventRequest, EmailFault } from './email-event.js';
import { isRaw } from './signed-text.js';

/** Says why a request of SendGrid was refused, from what can be seen: the key cannot sign anything to compare with. */
export function explainEmailFault(request: EmailEventRequest, code: EmailFault, fault: string): SignatureExplanation {
  const { cause, message = fault, suggestion } = findReason(request, code);
  return { valid: false, cause, message, suggestion, triedUrls: [] };
}

interface Reason {
  readonly cause: SignatureCause;
  /** More than the error says. */
  readonly message?: string;
  readonly suggestion: string;
}

function findReason(request: EmailEventRequest, code: EmailFault): Reason {
  if (code === 'SIGNATURE_MISSING') return explainMissing(request);
  if (code === 'SIGNATURE_MALFORMED') return { cause: 'signature-malformed', suggestion: 'Pass the header as it came.' };
  if (code === 'SIGNATURE_EXPIRED') {
    return {
      cause: 'signature-expired',
      suggestion: 'Somebody may have sent it again. If it is new, set the clock of this machine, or allow more by maxAgeSeconds.',
    };
  }
  return explainBody(request);
}

function explainMissing({ headers }: EmailEventRequest): Reason {
  const cause = 'signature-missing';
  const typed = typeof headers.get === 'function' ? [] : Object.entries(headers);
  const other = typed.find(([name, value]) => /^x-twilio-email-event-webhook-/i.test(name) && value != null && !isHeader(value));
  if (other !== undefined) {
    const message = `The header ${other[0].toLowerCase()} given is of type ${typeof other[1]}, not text.`;
    return { cause, message, suggestion: 'Pass the headers as they came: the signature covers the text of the timestamp.' };
  }
  const [missing, ...more] = ['Signature', 'Timestamp'].filter(
    (part) => !readHeader(headers, `x-twilio-email-event-webhook-${part.toLowerCase()}`),
  );
  if (missing !== undefined && more.length === 0) {
    const message = `The request lacks X-Twilio-Email-Event-Webhook-${missing}, and has the other header that goes with it.`;
    return { cause, message, suggestion: 'Pass all headers as they came, and let proxies pass them on.' };
  }
  if (readHeader(headers, 'x-twilio-signature')) {
    const message = 'The request has X-Twilio-Signature, which Twilio sends, and neither of the headers that SendGrid sends.';
    return { cause, message, suggestion: 'Verify webhooks of Twilio by verifySignature and the auth token, at a URL of their own.' };
  }
  return { cause, suggestion: "Turn on the signature in SendGrid's settings of the event webhook." };
}

function isHeader(value: unknown): boolean {
  return typeof value === 'string' || Array.isArray(value);
}

function explainBody({ body = '' }: EmailEventRequest): Reason {
  if (!isRaw(body)) return { cause: 'body-parsed', suggestion: 'Pass the raw body: the signature covers its bytes.' };
  if (body.length === 0) return { cause: 'body-missing', suggestion: 'Pass the raw body. Something read it before.' };
  const text = typeof body === 'string' ? body : decodeText(body);
  if (/^\s*\[/.test(decodeText(decodeBase64(text) ?? new Uint8Array(0)))) {
    return {
      cause: 'body-changed',
      message: 'The body given is base64 of a list of events.',
      suggestion: "Decode it first: an AWS Lambda event says isBase64Encoded, and its body is Buffer.from(event.body, 'base64').",
    };
  }
  if (!text.endsWith('\r\n')) {
    return {
      cause: 'body-changed',
      suggestion: 'SendGrid ends its body with CR LF, which the body given lacks: pass the raw body, not one written anew.',
    };
  }
  return {
    cause: 'unknown',
    suggestion: 'Compare the public key with the one that SendGrid shows for this webhook, and pass the raw body.',
  };
}
