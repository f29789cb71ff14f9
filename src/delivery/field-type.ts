import type { KindSchema } from './kind.js';

/** What a parameter is, as far as its schema tells. */
export interface FieldType {
  /** In a word or two. */
  readonly name: 'text' | 'number' | 'true or false' | 'date' | 'JSON' | 'list' | 'one of';
  /** Whether a payload cannot be without it. */
  readonly required: boolean;
  /** The values that are known, where it has few. */
  readonly values: readonly string[];
}

/** What is read of a schema. A definition is part of what zod promises to those who look at schemas. */
interface Definition {
  readonly type: string;
  readonly innerType?: FieldSchema;
  readonly out?: FieldSchema;
  readonly known?: readonly string[];
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly values?: readonly unknown[];
}

interface FieldSchema {
  readonly _zod: { readonly def: unknown };
}

const NAMES: Readonly<Record<string, FieldType['name']>> = {
  number: 'number',
  boolean: 'true or false',
  date: 'date',
  unknown: 'JSON',
  object: 'JSON',
  record: 'JSON',
  union: 'JSON',
  array: 'list',
};

/** Tells what the parameters of a kind of webhook are. */
export function listFieldTypes({ shape }: Pick<KindSchema, 'shape'>): ReadonlyMap<string, FieldType> {
  return new Map(Object.entries(shape).map(([name, schema]) => [name, typeOf(schema, true)]));
}

function typeOf(schema: FieldSchema, required: boolean): FieldType {
  const { type, innerType, out, known, entries, values } = schema._zod.def as Definition;
  if ((type === 'optional' || type === 'default') && innerType !== undefined) return typeOf(innerType, false);
  if (type === 'pipe' && out !== undefined) return typeOf(out, required);
  const listed = known ?? (entries === undefined ? values?.map(String) : Object.values(entries).map(String)) ?? [];
  const name = NAMES[type] ?? (listed.length > 0 ? 'one of' : 'text');
  return { name, required, values: listed };
}
