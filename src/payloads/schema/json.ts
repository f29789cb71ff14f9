import type { Declaration } from './form.js';
import { type Description, makeSchema, type PayloadSchema } from './schema.js';

/** Declares the schema of a webhook that Twilio sends as JSON. It takes the raw text, or the object that was parsed from it. */
// @__NO_SIDE_EFFECTS__
export function json<Payload, const Kind extends string, const Expects extends Description['expects'], Reply = unknown>(
  declaration: Declaration<Kind, Expects, Reply>,
): PayloadSchema<Payload, Kind, Expects, Reply> {
  return makeSchema(declaration, 'json');
}
