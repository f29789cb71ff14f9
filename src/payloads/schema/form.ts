import type * as z from 'zod';
import type { Optional, Read } from './field.js';
import type { Gatherer } from './lists.js';
import { type Description, makeSchema, type PayloadSchema, type UnsignedPayloadSchema } from './schema.js';
import type { StandIns } from './stand-ins.js';

/** A table of parameters, by name. */
export type ParameterTable = Readonly<Record<string, z.ZodType>>;

/** What a table of parameters is read into. Join tables with `&`: their doc comments stay. */
export type PayloadOf<Table> = {
  -readonly [Name in keyof Table as Table[Name] extends Optional<unknown> ? never : Name]: Read<Table[Name]>;
} & {
  -readonly [Name in keyof Table as Table[Name] extends Optional<unknown> ? Name : never]?: Read<Table[Name]> | undefined;
};

/** A table with the parameters of another put over its own. */
export type Override<Table, Own> = Omit<Table, keyof Own> & Own;

/** Everything about a kind of webhook but what can be left to its default. */
export type Declaration<Kind, Expects, Reply = unknown> = Omit<
  Description,
  'kind' | 'expects' | 'reply' | 'deadlineMs' | 'identifiable' | 'methods' | 'wire'
> & {
  readonly kind: Kind;
  readonly expects: Expects;
  readonly reply?: z.ZodType<Reply>;
  /** @default 14000 */
  readonly deadlineMs?: number;
  /** @default true */
  readonly identifiable?: boolean;
  /** @default ['POST', 'GET'] */
  readonly methods?: Description['methods'];
  /** The tables of the groups that it shares with other kinds, then its own; of two parameters of one name the later counts. */
  readonly parameters: readonly ParameterTable[];
  /** What is gathered from several parameters. */
  readonly lists?: readonly Gatherer[];
  /** Older or other names of parameters, read where the parameter itself is absent. */
  readonly standIns?: StandIns;
};

/** Declares the schema of a webhook that Twilio sends as a form, or in the query of a GET. */
// @__NO_SIDE_EFFECTS__
export function form<Payload, const Kind extends string, const Expects extends Description['expects'], Reply = unknown>(
  declaration: Declaration<Kind, Expects, Reply>,
): PayloadSchema<Payload, Kind, Expects, Reply> {
  return makeSchema(declaration, 'form');
}

/** Declares the schema of a webhook that Twilio sends as a form and does not sign. */
// @__NO_SIDE_EFFECTS__
export function unsignedForm<Payload, const Kind extends string, const Expects extends Description['expects']>(
  declaration: Declaration<Kind, Expects>,
): UnsignedPayloadSchema<Payload, Kind, Expects> {
  return makeSchema({ ...declaration, unsigned: true }, 'form') as unknown as UnsignedPayloadSchema<Payload, Kind, Expects>;
}
