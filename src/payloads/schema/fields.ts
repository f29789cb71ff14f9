import * as z from 'zod';
import { $constructor } from 'zod/v4/core';
import type { ErrorCode } from '../../error-codes/error-code.js';
import type { Optional } from './field.js';
import { readJsonText, restoreJsonText, writeJsonText } from './json-text.js';
import { lazily, lazyCodec } from './lazily.js';
import { lazyTable } from './lazy-table.js';
import { isSid } from './sid.js';
import { formatTimestamp, readTimestamp, rememberText, type TimestampFormat, textOf } from './timestamp.js';

/** One parameter: how its text on the wire is read, and written again. */
export type Parameter<T> = z.ZodType<T, string>;

/** A SID: a prefix of two capital letters that names the kind of resource, and 32 hexadecimal digits. */
export type Sid<Prefix extends string> = `${Prefix}${string}`;

const textField: Parameter<string> = /* @__PURE__ */ lazily(z.ZodString, (): z.core.$ZodStringDef => ({ type: 'string' }));

/** Any text, the empty one too. */
// @__NO_SIDE_EFFECTS__
export function text(): Parameter<string> {
  return textField;
}

/** The definition of {@link SidField}. */
interface SidDef extends z.core.$ZodStringDef {
  /** Whether a value is what Twilio sends; one that is not is drift, and no reason to refuse the payload. */
  readonly isUsual: (text: string) => boolean;
}

// The compiler takes an assertion function only by a name of declared type.
const BaseString: z.core.$constructor<z.ZodString, z.core.$ZodStringDef> = z.ZodString;

const SidField: z.core.$constructor<z.ZodString, SidDef> = /* @__PURE__ */ $constructor('SidField', (inst, def) => {
  BaseString.init(inst, def);
  const read = inst._zod.parse;
  inst._zod.parse = (payload, ctx) => {
    if (payload.value !== '') return read(payload, ctx);
    payload.issues.push({ code: 'custom', input: '', message: 'expected a SID, such as CA0123456789abcdef0123456789abcdef' });
    return payload;
  };
});

const sidField = /* @__PURE__ */ lazily(SidField, (): SidDef => ({ type: 'string', isUsual: isSid }));

/**
 * A SID with one of these prefixes. The prefixes are in the type alone: at run time any text does that is not empty, because people mask SIDs
 * in their fixtures, and Twilio adds shapes. `findDrift` names those that are not two capital letters and 32 hexadecimal digits; `isSid`
 * checks one strictly.
 */
// @__NO_SIDE_EFFECTS__
export function sid<const Prefix extends string>(..._prefixes: readonly Prefix[]): Parameter<Sid<Prefix>> {
  return sidField as unknown as Parameter<Sid<Prefix>>;
}

/** The definition of {@link OpenEnum}. */
interface OpenEnumDef extends z.core.$ZodStringDef {
  /** The values that are known. */
  readonly known: readonly string[];
}

/** Text that usually is one of a few known values. */
interface OpenEnum extends z.ZodString {
  readonly _zod: z.ZodString['_zod'] & { readonly def: OpenEnumDef };
}

const BaseOptional: z.core.$constructor<z.ZodOptional, z.core.$ZodOptionalDef> = z.ZodOptional;

const OpenEnum: z.core.$constructor<OpenEnum, OpenEnumDef> = /* @__PURE__ */ $constructor('OpenEnum', (inst, def) => {
  BaseString.init(inst, def);
});

/** One of the known values, or another that Twilio has added since: editors complete it, and nothing refuses it. */
// @__NO_SIDE_EFFECTS__
export function openEnum<const Known extends string>(...known: readonly Known[]): Parameter<Known | (string & {})> {
  return lazily(OpenEnum, (): OpenEnumDef => ({ type: 'string', known }));
}

/** The same for values that signs name too. */
// @__NO_SIDE_EFFECTS__
export function openEnumOf<const Known extends string>(...lists: readonly (readonly Known[])[]): Parameter<Known | (string & {})> {
  return openEnum(...lists.flat());
}

/** One of these values and no other: for the parameters that tell kinds of webhook apart. */
// @__NO_SIDE_EFFECTS__
export function oneOf<const Value extends string>(...values: readonly Value[]): Parameter<Value> {
  return lazily(z.ZodEnum, () => z.enum(values).def, { options: values }) as unknown as Parameter<Value>;
}

/**
 * A value that none of a family's kinds has. At run time it is the text that came, without anything behind it: the pattern is in the type
 * alone, and keeps it apart from the values that are known, so that a `switch` tells the kinds.
 */
export type Unlisted = `${string} (unlisted)`;

/** The value that tells kinds of a family apart, where it is none that is known; `findDrift` names it. */
// @__NO_SIDE_EFFECTS__
export function unlisted(): Parameter<Unlisted> {
  return openEnum() as unknown as Parameter<Unlisted>;
}

/** Adding nothing takes the sign of a negative zero away, which would not be written again. */
function readNumber(text: string): number {
  return Number(text) + 0;
}

// @__NO_SIDE_EFFECTS__
function makeNumber(pattern: RegExp, error: string): Parameter<number> {
  return lazyCodec(() => z.codec(z.string().regex(pattern, { error }), z.number(), { decode: readNumber, encode: String }));
}

const integerField: Parameter<number> = /* @__PURE__ */ makeNumber(/^-?\d{1,15}$/, 'expected a whole number');

/** A whole number in decimal digits. */
// @__NO_SIDE_EFFECTS__
export function integer(): Parameter<number> {
  return integerField;
}

/** One of Twilio's error codes. */
// @__NO_SIDE_EFFECTS__
export function errorCode(): Parameter<ErrorCode> {
  return integerField as unknown as Parameter<ErrorCode>;
}

const decimalField: Parameter<number> = /* @__PURE__ */ makeNumber(
  /^-?\d{1,15}(?:\.\d+)?(?:[eE][-+]?\d{1,3})?$/,
  'expected a decimal number',
);

/** A number that may have a fraction, with a point. */
// @__NO_SIDE_EFFECTS__
export function decimal(): Parameter<number> {
  return decimalField;
}

/** How a flag is written; every way is read. */
type FlagSpelling = 'true' | 'True' | '1';

const FALSE: Readonly<Record<FlagSpelling, string>> = { true: 'false', True: 'False', '1': '0' };

// @__NO_SIDE_EFFECTS__
function makeFlag(spelling: FlagSpelling): Parameter<boolean> {
  return lazyCodec(() =>
    z.codec(z.string().regex(/^(?:true|false|[01])$/i, { error: 'expected true, false, 1 or 0' }), z.boolean(), {
      decode: (value) => value === '1' || value.toLowerCase() === 'true',
      encode: (value) => (value ? spelling : FALSE[spelling]),
    }),
  );
}

const flags: Readonly<Record<FlagSpelling, Parameter<boolean>>> = /* @__PURE__ */ (() => ({
  true: makeFlag('true'),
  True: makeFlag('True'),
  '1': makeFlag('1'),
}))();

/**
 * `true` or `false`, `1` or `0`, in any case.
 *
 * @param spelling - How Twilio writes a true one. @default "true"
 */
// @__NO_SIDE_EFFECTS__
export function flag(spelling: FlagSpelling = 'true'): Parameter<boolean> {
  return flags[spelling];
}

// @__NO_SIDE_EFFECTS__
function makeTimestamp(format: TimestampFormat): Parameter<Date> {
  return lazyCodec(() =>
    z.codec(z.string(), z.date(), {
      decode: (value, payload) => {
        const date = readTimestamp(value);
        if (date !== undefined) return rememberText(date, value);
        payload.issues.push({ code: 'custom', input: value, message: 'expected a date and time' });
        return z.NEVER;
      },
      encode: (date) => textOf(date) ?? formatTimestamp(date, format),
    }),
  );
}

const timestamps: Readonly<Record<TimestampFormat, Parameter<Date>>> = /* @__PURE__ */ (() => ({
  rfc2822: makeTimestamp('rfc2822'),
  iso8601: makeTimestamp('iso8601'),
  'epoch-seconds': makeTimestamp('epoch-seconds'),
  'epoch-milliseconds': makeTimestamp('epoch-milliseconds'),
}))();

/**
 * A date and time, read from RFC 2822, ISO 8601 or the seconds or milliseconds since 1970. The `Date` remembers its text, and while it is
 * not changed `z.encode` writes that text again.
 *
 * @param format - How Twilio writes this one. @default "rfc2822"
 */
// @__NO_SIDE_EFFECTS__
export function timestamp(format: TimestampFormat = 'rfc2822'): Parameter<Date> {
  return timestamps[format];
}

/** The definition of {@link JsonField}. */
interface JsonDef extends z.core.$ZodCodecDef {
  /** Makes the text again of what a parser has read already. */
  readonly restore: (value: object) => unknown;
}

const BaseCodec: z.core.$constructor<z.ZodCodec, z.core.$ZodCodecDef> = z.ZodCodec;

/** JSON in a parameter, which those that send a webhook on as JSON often make a part of theirs. */
const JsonField: z.core.$constructor<z.ZodCodec, JsonDef> = /* @__PURE__ */ $constructor('JsonField', (inst, def) => {
  BaseCodec.init(inst, def);
  const read = inst._zod.parse;
  inst._zod.parse = (payload, ctx) => {
    if (typeof payload.value === 'object' && payload.value !== null && ctx.direction !== 'backward')
      payload.value = def.restore(payload.value);
    return read(payload, ctx);
  };
});

// @__NO_SIDE_EFFECTS__
function lazyJson(restore: JsonDef['restore'], make: () => z.ZodCodec<z.ZodType, z.ZodType>): z.ZodType {
  return lazily(JsonField, () => ({ ...(make().def as z.core.$ZodCodecDef), restore }));
}

/**
 * JSON in a parameter. Text that is no JSON, or whose content does not fit, stays the text that it is: look with `typeof`. What was read
 * remembers its text, and while it is not changed `z.encode` writes that text again. An object or a list, which a parser has made of the text
 * already, is read too.
 */
// @__NO_SIDE_EFFECTS__
export function jsonText<Content extends z.ZodType = z.ZodType<JsonObject>>(content?: Content): Parameter<z.output<Content> | string> {
  return lazyJson(restoreJsonText, () =>
    z.codec(z.string(), z.unknown(), {
      decode: (value) => readJsonText(value, content),
      encode: (value) => writeJsonText(value),
    }),
  ) as Parameter<z.output<Content> | string>;
}

/** What JSON can hold. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** An object of JSON. */
export interface JsonObject {
  readonly [name: string]: JsonValue | undefined;
}

/** The values of a parameter whose name may come several times, one after the other. Objects among them are read as the JSON that they were. */
// @__NO_SIDE_EFFECTS__
export function repeated<T>(item: Parameter<T>): z.ZodType<readonly T[], string | readonly string[]> {
  const restore = (values: object) => (Array.isArray(values) ? values.map(restoreJsonText) : restoreJsonText(values));
  return lazyJson(restore, () =>
    z.codec(z.union([z.string(), z.array(z.string())]), z.array(z.unknown()), {
      decode: (value, payload) => {
        const values = typeof value === 'string' ? [value] : value;
        const read = values.map((one) => item.safeParse(one));
        const failed = read.find(({ success }) => !success);
        if (failed !== undefined) payload.issues.push({ code: 'custom', input: value, message: 'a value does not fit' });
        return read.map(({ data }) => data);
      },
      // A parameter that came once is no list on the wire.
      encode: (values) => {
        const written = values.map((value) => z.encode(item, value as T));
        return written.length === 1 ? (written[0] ?? '') : written;
      },
    }),
  ) as unknown as z.ZodType<readonly T[], string | readonly string[]>;
}

/**
 * How many values were dropped because they did not fit, and how many with those that are empty; {@link OptionalField} counts, and the
 * payload looks whether they moved.
 */
export const misfits: { count: number; dropped: number } = { count: 0, dropped: 0 };

/** The field behind {@link optional}. What is absent, it reads as absent. */
export const OptionalField: z.core.$constructor<z.ZodOptional, z.core.$ZodOptionalDef> = /* @__PURE__ */ $constructor(
  'OptionalField',
  (inst, def) => {
    BaseOptional.init(inst, def);
    const read = inst._zod.parse;
    inst._zod.parse = (payload, ctx) => {
      if (payload.value === undefined) return payload;
      const before = payload.value;
      const result = read(payload, ctx) as z.core.ParsePayload;
      if (result.issues.length === 0 || ctx.direction === 'backward') return result;
      misfits.dropped += 1;
      // What is empty, or null in JSON, is absent.
      if (before !== '' && before !== null) misfits.count += 1;
      return { value: undefined, issues: [] };
    };
  },
);

/** Whether an optional field reads every text but the empty one as it is: the usual case is worth a short cut. */
export function isReadAsIs(field: z.ZodType): boolean {
  const { innerType } = field._zod.def as Partial<z.core.$ZodOptionalDef>;
  return innerType === textField || innerType instanceof SidField || innerType instanceof OpenEnum;
}

const BaseDefault: z.core.$constructor<z.ZodDefault, z.core.$ZodDefaultDef> = z.ZodDefault;

const FallbackField: z.core.$constructor<z.ZodDefault, z.core.$ZodDefaultDef> = /* @__PURE__ */ $constructor(
  'FallbackField',
  (inst, def) => {
    BaseDefault.init(inst, def);
    const read = inst._zod.parse;
    inst._zod.parse = (payload, ctx) => {
      const before = payload.value;
      const result = read(payload, ctx) as z.core.ParsePayload;
      if (result.issues.length === 0 || ctx.direction === 'backward') return result;
      misfits.dropped += 1;
      if (before !== '') misfits.count += 1;
      return { value: def.defaultValue, issues: [] };
    };
  },
);

const textOrEmptyField = /* @__PURE__ */ lazily(
  FallbackField,
  (): z.core.$ZodDefaultDef => ({ type: 'default', innerType: textField, defaultValue: '' }),
);
const integerOrZeroField = /* @__PURE__ */ lazily(
  FallbackField,
  (): z.core.$ZodDefaultDef => ({ type: 'default', innerType: integerField, defaultValue: 0 }),
);

/** Any text; absent, it is the empty one. */
// @__NO_SIDE_EFFECTS__
export function textOrEmpty(): Parameter<string> {
  return textOrEmptyField as unknown as Parameter<string>;
}

/** A whole number; absent or none, it is 0. */
// @__NO_SIDE_EFFECTS__
export function integerOrZero(): Parameter<number> {
  return integerOrZeroField as unknown as Parameter<number>;
}

/** The optional field of each field, which is its own optional field too: those that `optionalTable` leaves as they are. */
const optionals = /* @__PURE__ */ new WeakMap<object, unknown>();

/**
 * A parameter that may be absent. A value that does not fit never refuses the payload: it reads as `undefined`, and so does an empty text
 * where a number or a date was due, or a `null` in JSON.
 */
// @__NO_SIDE_EFFECTS__
export function optional<Field extends z.ZodType>(field: Field): z.ZodOptional<Field> {
  let made = optionals.get(field);
  if (made === undefined) {
    made = lazily(OptionalField, (): z.core.$ZodOptionalDef => ({ type: 'optional', innerType: field }));
    optionals.set(field, made).set(made as object, made);
  }
  return made as z.ZodOptional<Field>;
}

/** A table whose parameters may all be absent. */
export type OptionalTable<Table> = { readonly [Name in keyof Table]: Table[Name] & Optional<unknown> };

/** Makes all parameters of tables optional: of an event that nobody knows nobody can tell what must be there. */
// @__NO_SIDE_EFFECTS__
export function optionalTable<Table extends Readonly<Record<string, z.ZodType>>>(
  ...tables: readonly Partial<Table>[]
): OptionalTable<Table> {
  return lazyTable(() => {
    const fields = Object.entries<z.ZodType>(Object.assign({}, ...tables));
    return Object.fromEntries(fields.map(([name, field]) => [name, optional(field)])) as unknown as OptionalTable<Table>;
  });
}
