import * as z from 'zod';
import { schemaFor, type WebhookKind, webhookKinds } from '../payloads/index.js';
import { makePayloadError, parsePayload } from '../payloads/parse.js';
import type { FormParameters } from '../request/forms.js';
import { findSample } from './samples.js';
import { substitute } from './substitute.js';

/** What fixtures need of a schema. A union of schemas makes fixtures of its first member. */
export interface FixtureSchema extends z.ZodType {
  readonly kind?: string;
  readonly members?: readonly z.ZodType[];
}

/** How a fixture is made. */
export interface FixtureOptions {
  /** Which of endlessly many: equal seeds make equal fixtures, unequal ones other SIDs and numbers. @default 0 */
  readonly seed?: number | undefined;
  /** Which of the kind's samples it is made from; see `listVariants`. @default the usual one */
  readonly variant?: string | undefined;
  /** When it happens: the latest of its dates, and the others as long before that as they were. @default the date of the sample */
  readonly now?: Date | undefined;
}

/** Values to put in place of the fixture's own, decoded: numbers as numbers, dates as dates, lists as lists. */
export type Overrides<Schema extends FixtureSchema> = Partial<z.output<Schema>>;

/**
 * Makes a realistic payload, as the schema would read it.
 *
 * @example
 * ```ts
 * fixture(IncomingMessage, { Body: 'hi', Media: [{ Url: 'https://example.com/a.jpg' }] }).NumMedia; // 1
 * ```
 *
 * @throws PayloadError when the overrides do not fit the schema.
 */
export function fixture<Schema extends FixtureSchema>(
  schema: Schema,
  overrides?: Overrides<Schema>,
  options?: FixtureOptions,
): z.output<Schema> {
  return parsePayload(schema, formFixture(schema, overrides, options)) as z.output<Schema>;
}

/** Makes the same as {@link fixture} as it is on the wire: the parameters of a form, or what a JSON body holds. */
export function formFixture<Schema extends FixtureSchema>(
  schema: Schema,
  overrides: Overrides<Schema> = {},
  options: FixtureOptions = {},
): FormParameters {
  const { seed = 0, variant, now } = options;
  const sample = substitute(findSample(kindOf(schema), variant).body, seed) as FormParameters;
  const overridden = Object.keys(overrides).length > 0;
  if (now === undefined && !overridden) return sample;
  const base = baseOf(schema);
  const payload = parsePayload(base, sample) as object;
  const dated = now === undefined ? payload : (moveDates(payload, now) as object);
  const written = z.safeEncode(schema, { ...dated, ...overrides } as never);
  if (!written.success) throw makePayloadError(kindOf(schema), written.error);
  return written.data as FormParameters;
}

/** A schema that was extended wants parameters that no sample has: the one that it was made from reads the sample. */
function baseOf(schema: FixtureSchema): z.ZodType {
  const kind = kindOf(schema) as WebhookKind;
  return webhookKinds.includes(kind) ? schemaFor(kind) : schema;
}

/** The kind of a schema. */
export function kindOf({ kind, members }: FixtureSchema): string {
  const [first] = (members ?? []) as readonly FixtureSchema[];
  if (kind !== undefined) return kind;
  if (first !== undefined) return kindOf(first);
  throw new TypeError('A fixture is made of a schema of ringback/payloads, or of one that extends it');
}

/** Moves all dates of a payload by as much as brings the latest one to `now`. */
function moveDates(payload: unknown, now: Date): unknown {
  const times = listDates(payload).map((date) => date.getTime());
  const byMs = now.getTime() - times.reduce((latest, time) => Math.max(latest, time), Number.NEGATIVE_INFINITY);
  return changeDates(payload, (date) => new Date(date.getTime() + byMs));
}

function listDates(value: unknown): Date[] {
  if (value instanceof Date) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listDates) : [];
}

function changeDates(value: unknown, change: (date: Date) => Date): unknown {
  if (value instanceof Date) return change(value);
  if (Array.isArray(value)) return value.map((item) => changeDates(item, change));
  if (typeof value !== 'object' || value === null || listDates(value).length === 0) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, changeDates(inner, change)]));
}
