import type * as z from 'zod';
import { PayloadError } from '../errors.js';
import { readFormat } from '../request/content.js';
import type { FormParameters } from '../request/forms.js';
import { identifyWebhook, type PayloadOfKind, schemaFor, type WebhookKind } from './kinds.js';
import { type PayloadInput, readInput, type Wire } from './schema/input.js';
import type { PayloadSchema } from './schema/schema.js';

/** A webhook of any kind, told apart by `kind`. */
export type Webhook = {
  [Kind in WebhookKind]: {
    /** What kind it is, such as `voice.gather`; it tells the type of `payload`. */
    readonly kind: Kind;
    /** The parameters, read. */
    readonly payload: PayloadOfKind<Kind>;
    /** The parameters just as they came, or what the body's JSON holds. */
    readonly parameters: FormParameters;
  };
}[WebhookKind];

/**
 * Reads a webhook whose kind is not known beforehand.
 *
 * @param input - The raw text of a form or of JSON, or parameters that were parsed already.
 * @param options - `contentType` tells JSON text from a form; without it text that begins with a brace or bracket is JSON.
 * @throws PayloadError `PAYLOAD_UNKNOWN_KIND` when no kind fits, `PAYLOAD_INVALID` when the parameters of the kind do not fit it.
 */
export function parseWebhook(input: PayloadInput, options: { readonly contentType?: string | undefined } = {}): Webhook {
  const parameters = readInput(input, wireOf(options.contentType));
  // A text in JSON would be read once more, as something else than it is.
  const kind = typeof parameters === 'object' ? identifyWebhook(parameters) : undefined;
  if (kind === undefined) {
    throw new PayloadError(
      'PAYLOAD_UNKNOWN_KIND',
      'These parameters belong to no kind of webhook that is known; webhookKinds lists those that are.',
    );
  }
  const payload = parsePayload(schemaFor(kind) as unknown as PayloadSchema<unknown>, parameters);
  return { kind, payload, parameters } as unknown as Webhook;
}

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

function wireOf(contentType: string | undefined): Wire {
  return contentType === undefined ? 'unknown' : (readFormat(contentType) ?? 'form');
}
