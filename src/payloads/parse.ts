import { PayloadError } from '../errors.js';
import { readFormat } from '../request/content.js';
import type { FormParameters } from '../request/forms.js';
import { schemas } from './generated/schemas.js';
import { type Identify, makeIdentifier } from './identify.js';
import { identifyInput } from './identify-webhook.js';
import { type PayloadOfKind, schemaFor, type WebhookKind } from './kinds.js';
import { parsePayload } from './parse-payload.js';
import { isMistaken, type PayloadInput, readInput, type Wire } from './schema/input.js';
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

/** By the signs of the schemas, which are there anyway: in a bundle they would be a second time beside the table of `identifyWebhook`. */
let identify: Identify | undefined;

/**
 * Reads a webhook whose kind is not known beforehand.
 *
 * @param input - The raw text of a form or of JSON, or parameters that were parsed already.
 * @param options - `contentType` tells JSON text from a form; without it text that begins with a brace or bracket is JSON.
 * @throws PayloadError `PAYLOAD_UNKNOWN_KIND` when no kind fits, `PAYLOAD_INVALID` when the parameters of the kind do not fit it.
 */
export function parseWebhook(input: PayloadInput, options: { readonly contentType?: string | undefined } = {}): Webhook {
  const parameters = readInput(input, wireOf(options.contentType));
  identify ??= makeIdentifier(schemas as unknown as Parameters<typeof makeIdentifier>[0]);
  // A text in JSON would be read once more, as something else than it is.
  const kind = typeof parameters === 'object' ? identifyInput(parameters, identify) : undefined;
  if (kind === undefined) {
    throw new PayloadError(
      'PAYLOAD_UNKNOWN_KIND',
      isMistaken(input)
        ? 'Expected the body of a webhook, not a promise or the whole request.'
        : 'These parameters belong to no kind of webhook that is known; webhookKinds lists those that are.',
    );
  }
  const payload = parsePayload(schemaFor(kind) as unknown as PayloadSchema<unknown>, parameters);
  return { kind, payload, parameters } as unknown as Webhook;
}

function wireOf(contentType: string | undefined): Wire {
  return contentType === undefined ? 'unknown' : (readFormat(contentType) ?? 'form');
}
