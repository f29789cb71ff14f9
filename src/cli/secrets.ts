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
