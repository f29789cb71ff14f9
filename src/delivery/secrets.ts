/** Leaves a secret out of a text, such as an answer that repeats the headers of its request. */
export function hideSecrets(text: string, secrets: readonly (string | undefined)[]): string {
  let hidden = text;
  // Of a token of three letters there would be too many by chance.
  for (const secret of secrets) if (secret !== undefined && secret.length >= 8) hidden = hidden.replaceAll(secret, '[hidden]');
  return hidden;
}
