import type { ListedName } from './values/index.js';

/**
 * What one attribute takes. The builder needs the separator alone: values are never refused while building, because Twilio adds voices and
 * languages every week. The rest is what the linter checks and what an editor shows.
 */
export interface Kind<T> {
  /** What the text stands for. */
  readonly type: 'text' | 'url' | 'phone' | 'integer' | 'decimal' | 'boolean' | 'enum' | 'list';
  /** The values of an enumeration; of a list, those of its items. */
  readonly values?: readonly string[];
  /** Names the table in `values/` that holds the values of an enumeration too long to load with the builder. */
  readonly listed?: ListedName;
  /** Whether other values are fine as well. */
  readonly open?: boolean;
  /** What stands between the items of a list. */
  readonly separator?: string;
  /** What the items of a list are, when they are numbers. */
  readonly items?: 'integer';
  /** Most items that Twilio takes. */
  readonly maxItems?: number;
  /** Smallest number that Twilio takes; in a list of numbers, for each. */
  readonly min?: number;
  /** Largest number that Twilio takes; in a list of numbers, for each. */
  readonly max?: number;
  /** Words that may stand instead of a number, such as `auto`. */
  readonly words?: readonly string[];
  /** Longest text, in characters; in a list, of each item. */
  readonly maxLength?: number;
  /** What the whole text looks like. */
  readonly pattern?: RegExp;
  /** Whether the element means nothing without this attribute. */
  readonly required?: boolean;
  /** Other spellings of the name that some of Twilio's libraries print. The builder never writes them; a reader takes them for this one. */
  readonly aliases?: readonly string[];
  /** What callers pass; it exists in the type alone. */
  readonly '~value'?: T;
}

/** A table of attributes, by XML name. */
export type AttributeTable = Readonly<Record<string, Kind<unknown>>>;

/** One of the values that are known, or another that Twilio has added since. */
export type Open<T extends string> = T | (string & {});

type Required = { readonly required: true };

/** What a caller may pass for a table of attributes. `undefined` and `null` leave an attribute out. */
export type AttributesOf<Table> = {
  [Name in keyof Table as Table[Name] extends Required ? never : Name]?: ValueOf<Table[Name]> | null | undefined;
} & {
  [Name in keyof Table as Table[Name] extends Required ? Name : never]: ValueOf<Table[Name]>;
};

type ValueOf<K> = K extends Kind<infer T> ? T : never;

/** Limits on a text. */
interface TextLimits {
  readonly maxLength?: number;
  readonly pattern?: RegExp;
}

/** Limits on a number, and the words that may stand for it. */
interface NumberLimits<Word extends string> {
  readonly min?: number;
  readonly max?: number;
  readonly words?: readonly Word[];
}

/** Limits on a list of texts. */
interface ListLimits {
  readonly maxItems?: number;
  readonly maxLength?: number;
}

/** Any text. Editors suggest the literals of `T`, if it has any. */
// @__NO_SIDE_EFFECTS__
export function text<T extends string = string>(limits?: TextLimits): Kind<T> {
  return { type: 'text', ...limits };
}

/** The address of a document or callback, absolute or relative to the document it stands in. */
// @__NO_SIDE_EFFECTS__
export function url(limits?: TextLimits): Kind<string | URL> {
  return { type: 'url', ...limits };
}

/** A phone number in E.164, or what stands for one. */
// @__NO_SIDE_EFFECTS__
export function phone(): Kind<string> {
  return { type: 'phone' };
}

/** A SID: these two letters and 32 hexadecimal digits. */
// @__NO_SIDE_EFFECTS__
export function sid(prefix: string): Kind<string> {
  return { type: 'text', pattern: new RegExp(`^${prefix}[0-9a-fA-F]{32}$`) };
}

/** A whole number, which may be text already. */
// @__NO_SIDE_EFFECTS__
export function integer<const Word extends string = never>(limits?: NumberLimits<Word>): Kind<number | `${number}` | Word> {
  return { type: 'integer', ...limits };
}

/** A number that may have a fraction, and may be text already. */
// @__NO_SIDE_EFFECTS__
export function decimal<const Word extends string = never>(limits?: NumberLimits<Word>): Kind<number | `${number}` | Word> {
  return { type: 'decimal', ...limits };
}

/** `true` or `false`, also as text. */
// @__NO_SIDE_EFFECTS__
export function boolean(): Kind<boolean | 'true' | 'false'> {
  return { type: 'boolean' };
}

/**
 * One of a closed set of values, as far as Twilio's pages go. Its type is open nevertheless, because values come out of configurations, where
 * they are any text.
 */
// @__NO_SIDE_EFFECTS__
export function oneOf<const T extends string>(...values: readonly T[]): Kind<Open<T>> {
  return { type: 'enum', values };
}

/** One of the known values, or another that Twilio has added since. */
// @__NO_SIDE_EFFECTS__
export function known<const T extends string>(...values: readonly T[]): Kind<Open<T>> {
  return { type: 'enum', values, open: true };
}

/** One of a long list of known values, which stands in `values/` under this name, or another that Twilio has added since. */
// @__NO_SIDE_EFFECTS__
export function listed<T extends string>(name: ListedName): Kind<Open<T>> {
  return { type: 'enum', listed: name, open: true };
}

/** One or several of a closed set of values: a list, or one text with spaces between them, as Twilio's pages write it. */
// @__NO_SIDE_EFFECTS__
export function listOf<const T extends string>(...values: readonly T[]): Kind<Open<T> | readonly T[]> {
  return { type: 'list', values, separator: ' ' };
}

/** One or several of the known values, or others that Twilio has added since, written with spaces between them. */
// @__NO_SIDE_EFFECTS__
export function listOfKnown<const T extends string>(...values: readonly T[]): Kind<Open<T> | readonly Open<T>[]> {
  return { type: 'list', values, separator: ' ', open: true };
}

/** One or several whole numbers: a list, or one text with spaces between them. */
// @__NO_SIDE_EFFECTS__
export function integers(limits?: NumberLimits<never>): Kind<number | string | readonly number[]> {
  return { type: 'list', items: 'integer', separator: ' ', ...limits };
}

/** Words or phrases, written with commas between them. */
// @__NO_SIDE_EFFECTS__
export function phrases(limits?: ListLimits): Kind<string | readonly string[]> {
  return { type: 'list', separator: ',', ...limits };
}

/** The HTTP method of a callback. */
// @__NO_SIDE_EFFECTS__
export function method(): Kind<Open<'GET' | 'POST'>> {
  return oneOf('GET', 'POST');
}

/** Makes an attribute one that the element means nothing without. */
// @__NO_SIDE_EFFECTS__
export function required<K extends Kind<unknown>>(kind: K): K & Required {
  return { ...kind, required: true };
}

/** Lets `true` and `false` stand for two more of an enumeration's values, or beside any text. */
// @__NO_SIDE_EFFECTS__
export function orBoolean<T>(kind: Kind<T>): Kind<T | boolean | 'true' | 'false'> {
  return kind.values === undefined ? kind : { ...kind, values: ['true', 'false', ...kind.values] };
}

/** Adds the spellings of an attribute's name that some of Twilio's libraries print. */
// @__NO_SIDE_EFFECTS__
export function aliased<T>(kind: Kind<T>, ...aliases: readonly string[]): Kind<T> {
  return { ...kind, aliases };
}
