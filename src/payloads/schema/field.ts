/**
 * What a field is read into, and no more of its schema. Payloads are typed by it: the types of zod are others for ES modules than for
 * CommonJS, and payloads are not. The declarations of tables that are published name it in place of zod.
 */
export interface Field<Value> {
  readonly _zod: { readonly output: Value };
}

/** A field that may be absent. */
export interface Optional<Value> {
  readonly _zod: { readonly output: Value | undefined; readonly optout: 'optional' };
}

/** The value that a field is read into, as `z.output` tells it. */
export type Read<Schema> = Schema extends Field<unknown> ? Schema['_zod']['output'] : unknown;
