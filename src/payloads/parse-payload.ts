import type * as z from 'zod';
import { PayloadError } from '../errors.js';

/**
 * Reads parameters with a schema.
 *
 * @throws PayloadError `PAYLOAD_INVALID` with zod's issues. Its message names the parameters and never their values.
 */
export function parsePayload<Payload>(schema: z.ZodType<Payload> & { readonly kind?: string }, input: unknown): Payload {
  const read = schema.safeParse(input);
  if (read.success) return read.data;
  throw makePayloadError(schema.kind, read.error);
}

/** Says what does not fit, by name and without the values. */
export function makePayloadError(kind: string | undefined, { issues }: Pick<z.ZodError, 'issues'>): PayloadError {
  const faults = issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message));
  return new PayloadError('PAYLOAD_INVALID', `This is no ${kind ?? 'such'} webhook. ${faults.slice(0, 5).join('; ')}`, {
    ...(kind !== undefined && { kind }),
    issues: issues.map(({ code, path, message }) => ({ code, path, message })),
  });
}
