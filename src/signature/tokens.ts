/**
 * Reads the auth tokens of the options.
 *
 * @throws TypeError when there is none. A signature made with an empty key can be computed by anybody, so that a secret that was not set
 * must stop the program instead of letting everybody in; `undefined` and `null` are what such a secret becomes inside a template literal.
 */
export function readTokens(authToken: string | readonly string[] | undefined): readonly string[] {
  const tokens = typeof authToken === 'string' ? [authToken] : authToken;
  if (!Array.isArray(tokens) || tokens.length === 0 || !tokens.every(isSecret)) {
    throw new TypeError('authToken must be a text that is not empty, or a list of such: is TWILIO_AUTH_TOKEN set?');
  }
  return tokens;
}

/** Whether a value can be a secret at all. */
export function isSecret(secret: unknown): boolean {
  return typeof secret === 'string' && secret.trim() !== '' && secret !== 'undefined' && secret !== 'null';
}
