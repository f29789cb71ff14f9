import type { SharedKey } from '../signature/index.js';
import { ALGORITHMS, isKeyId } from '../signature/signature-settings.js';
import { type CommandContext, UsageError } from './context.js';

/**
 * Finds the auth token: that of the option, else of the environment.
 *
 * @throws UsageError when it is empty.
 */
export function readAuthToken(option: string | undefined, { env }: Pick<CommandContext, 'env'>): string | undefined {
  const token = option ?? (env.TWILIO_AUTH_TOKEN || undefined);
  if (token?.trim() === '') throw new UsageError('--auth-token is empty');
  return token;
}

/**
 * Reads a shared key as it is given on the command line: its id, its secret, and the algorithm where it is not HMAC_SHA1, with colons
 * between. The secret may have colons of its own.
 *
 * @throws UsageError without a word of what was given: it may be a secret.
 */
export function readSharedKey(text: string): SharedKey {
  const colon = text.indexOf(':');
  const id = text.slice(0, Math.max(colon, 0));
  const rest = text.slice(colon + 1);
  const algorithm = ALGORITHMS.find((name) => rest.toUpperCase().endsWith(`:${name}`));
  const secret = algorithm === undefined ? rest : rest.slice(0, -algorithm.length - 1);
  if (!isKeyId(id) || secret.trim() === '') {
    throw new UsageError(`--shared-key takes id:secret or id:secret:algorithm, where the algorithm is ${ALGORITHMS.join(' or ')}`);
  }
  return { id, secret, ...(algorithm !== undefined && { algorithm }) };
}

/** Finds the shared keys: those of the options, else that of the environment. */
export function readSharedKeys(options: readonly string[], { env }: Pick<CommandContext, 'env'>): readonly SharedKey[] {
  const texts = options.length > 0 ? options : [env.TWILIO_SHARED_KEY].filter((text) => text !== undefined && text !== '');
  return texts.map((text) => readSharedKey(text as string));
}
