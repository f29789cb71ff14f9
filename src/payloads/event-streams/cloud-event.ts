import type * as z from 'zod';
import { listedObject } from '../schema/listed-object.js';
import { makeSchema, type PayloadSchema } from '../schema/schema.js';
import { envelopeParameters } from './groups/envelope.js';

const EventObject = listedObject('type', 'EventStreamsRequest');

/** What a file declares of events whose data are alike. */
interface EventDeclaration<Kind> {
  readonly kind: Kind;
  readonly title: string;
  /** `type`, whose values tell the events apart, and `data`. */
  readonly parameters: { readonly type: z.ZodType; readonly data: z.ZodType };
}

/** Twilio waits 5 seconds for a sink. */
const DEADLINE_MS = 4000;

/** Declares the schema of events that Event Streams delivers. It takes an event by itself, or a list of one. */
// @__NO_SIDE_EFFECTS__
export function cloudEvent<Payload, const Kind extends string>({
  kind,
  title,
  parameters,
}: EventDeclaration<Kind>): PayloadSchema<Payload, Kind, 'nothing'> {
  return makeSchema(
    {
      kind,
      title,
      expects: 'nothing' as const,
      deadlineMs: DEADLINE_MS,
      signs: [{ is: { type: listTypes(parameters.type) } }],
      parameters: [envelopeParameters, parameters],
    },
    'json',
    EventObject,
  );
}

/** The types of event that a schema is for. */
function listTypes(type: z.ZodType): readonly string[] {
  return (type as unknown as z.ZodEnum<Record<string, string>>).options;
}
