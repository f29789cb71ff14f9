const REDACTED = '[secret]';

/** Names of headers and parameters whose values prove or open something. */
const SECRET_NAME = /signature|^(?:proxy-)?authorization$|^(?:set-)?cookie$|password|secret|(?:auth|access|call|api)[-_]?token/i;

/** User names and passwords in URLs. */
const CREDENTIALS = /(\b[a-z][a-z0-9+.-]{0,20}:\/\/)[^/?#\s"'<>@]{1,500}@/gi;

/** Basic and bearer credentials, wherever they are quoted. */
const AUTHORIZATION = /\b(Basic|Bearer) ([A-Za-z0-9+/=._~-]{8,})/g;

/**
 * Takes out of a line what nobody should read later: values whose names say so, credentials in URLs and headers, and the secrets that are
 * known, wherever they are.
 */
export function redact(value: unknown, secrets: readonly string[], name = ''): unknown {
  if (typeof value === 'string') return SECRET_NAME.test(name) && value !== '' ? REDACTED : redactText(value, secrets);
  if (Array.isArray(value)) return value.map((item) => redact(item, secrets, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [redactText(key, secrets), redact(item, secrets, key)]));
}

function redactText(text: string, secrets: readonly string[]): string {
  const known = secrets.reduce((rest, secret) => (secret.length < 8 ? rest : rest.replaceAll(secret, REDACTED)), text);
  return known
    .replace(CREDENTIALS, '$1')
    .replace(AUTHORIZATION, (found, scheme, text) => (isCredential(scheme, text) ? `${scheme} ${REDACTED}` : found));
}

/** "Basic training" is nobody's password. */
function isCredential(scheme: string, text: string): boolean {
  if (scheme === 'Bearer') return text.length >= 20 && /\d/.test(text);
  try {
    return atob(text).includes(':');
  } catch {
    return false;
  }
}

/**
 * The same for a file: in a text, what is secret is taken out.
 *
 * @returns `undefined` for what is no text, and has a secret in it.
 */
export function redactBytes(bytes: Uint8Array, secrets: readonly string[]): Uint8Array | undefined {
  const text = readText(bytes);
  if (text === undefined) {
    const letters = new TextDecoder('latin1').decode(bytes);
    return secrets.some((secret) => secret.length >= 8 && letters.includes(secret)) ? undefined : bytes;
  }
  const redacted = redactText(text, secrets);
  return redacted === text ? bytes : new TextEncoder().encode(redacted);
}

function readText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
