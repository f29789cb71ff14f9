import { onlyText } from './input.js';

/** Gathers parameters that Twilio spreads over several names into one property, and scatters them again. */
export interface Gatherer {
  /** The property that holds what was gathered, such as `Media`. */
  readonly name: string;
  /** Gathers from the parameters that the schema does not know; the others are in the payload. */
  readonly gather: (parameters: Parameters, payload: Parameters) => unknown;
  /** Whether a parameter is in what was gathered, and so leaves the payload. */
  readonly owns: (parameter: string, gathered: unknown) => boolean;
  /** Whether a parameter is one of those that it gathers from, gathered or not. */
  readonly covers: (parameter: string) => boolean;
  /** The parameters that a value of the property stands for. */
  readonly scatter: (gathered: unknown) => Record<string, unknown>;
}

type Parameters = Readonly<Record<string, unknown>>;
type Item = Record<string, unknown>;

/** The lengths of lists whose count said another one. Until such a list is changed, what is written is the count that came. */
const lengths = /* @__PURE__ */ new WeakMap<object, number>();

/**
 * A list whose items are spread over numbered parameters: with `{ Url: 'MediaUrl' }`, `MediaUrl0` is the `Url` of the first item. It ends
 * before the first number that is missing or came twice, and before items that are empty to its end, unless they are counted; what comes
 * after stays as it is.
 *
 * @param count - The parameter that says how many there are; written from the list.
 */
// @__NO_SIDE_EFFECTS__
export function numbered(name: string, parts: Readonly<Record<string, string>>, count?: string): Gatherer {
  const entries = Object.entries(parts);
  const bases = entries.map(([, base]) => base);
  const partsAt = makePartNames(parts);
  return {
    name,
    gather: (parameters, payload) => {
      const list: Item[] = [];
      const readNext = () => readItem(parameters, partsAt(list.length));
      for (let item = readNext(); item !== undefined; item = readNext()) list.push(item);
      const counted = count === undefined ? undefined : payload[count];
      const least = typeof counted === 'number' ? counted : 0;
      while (list.length > least && isEmpty(list.at(-1))) list.pop();
      if (typeof counted === 'number' && counted !== list.length) lengths.set(list, list.length);
      return list;
    },
    owns: (parameter, gathered) => numberIn(parameter, bases) < (gathered as Item[]).length,
    covers: (parameter) => numberIn(parameter, bases) < Number.POSITIVE_INFINITY,
    scatter: (gathered) => {
      const list = gathered as readonly Item[];
      const flat: Record<string, unknown> = count === undefined || lengths.get(list) === list.length ? {} : { [count]: list.length };
      for (const [index, item] of list.entries()) {
        for (const [part, base] of entries) if (item[part] !== undefined) flat[`${base}${index}`] = item[part];
      }
      return flat;
    },
  };
}

/** Most lists are short, and a name that was looked up before is found in a fraction of the time. */
const USUAL_LENGTH = 10;

/** The parameters that hold the parts of one item. */
type PartNames = readonly { readonly part: string; readonly parameter: string }[];

/** Makes the function that tells the parameters of the parts of an item. */
function makePartNames(parts: Readonly<Record<string, string>>): (index: number) => PartNames {
  const usual: PartNames[] = [];
  const make = (index: number) => Object.entries(parts).map(([part, base]) => ({ part, parameter: `${base}${index}` }));
  return (index) => {
    const known = usual[index];
    if (known !== undefined) return known;
    const made = make(index);
    if (index < USUAL_LENGTH) usual[index] = made;
    return made;
  };
}

/** The text of a parameter that is in what the schema gathers. */
function readText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : onlyText(value);
}

function readItem(parameters: Parameters, names: PartNames): Item | undefined {
  let item: Item | undefined;
  for (const { part, parameter } of names) {
    if (!Object.hasOwn(parameters, parameter)) continue;
    const value = readText(parameters[parameter]);
    if (value === undefined) return undefined;
    item ??= {};
    item[part] = value;
  }
  return item;
}

/** Whether nothing is in an item: some senders write a number for an item that is not there. */
function isEmpty(item: Item | undefined): boolean {
  return item !== undefined && Object.values(item).every((value) => value === '');
}

/** A list of texts spread over numbered parameters: `OtherRecipients0`, `OtherRecipients1` and so on. */
// @__NO_SIDE_EFFECTS__
export function numberedTexts(name: string, base: string): Gatherer {
  const items = numbered(name, { text: base });
  return {
    name,
    gather: (parameters, payload) => (items.gather(parameters, payload) as Item[]).map(({ text }) => text),
    owns: items.owns,
    covers: items.covers,
    scatter: (gathered) => items.scatter((gathered as readonly unknown[]).map((text) => ({ text }))),
  };
}

/** A record of the parameters whose names begin alike: with `SipHeader_`, `SipHeader_X-Id` is the entry `X-Id`. One that came twice stays. */
// @__NO_SIDE_EFFECTS__
export function prefixed(name: string, prefix: string): Gatherer {
  return {
    name,
    gather: (parameters) => {
      const record: Record<string, unknown> = {};
      for (const parameter of Object.keys(parameters)) {
        const key = parameter.startsWith(prefix) ? parameter.slice(prefix.length) : '';
        const value = key === '' ? undefined : readText(parameters[parameter]);
        if (key !== '__proto__' && value !== undefined) record[key] = value;
      }
      return record;
    },
    owns: (parameter, gathered) => parameter.startsWith(prefix) && Object.hasOwn(gathered as object, parameter.slice(prefix.length)),
    covers: (parameter) => parameter.startsWith(prefix),
    scatter: (gathered) => Object.fromEntries(Object.entries(gathered as object).map(([key, value]) => [`${prefix}${key}`, value])),
  };
}

/** The number behind one of the bases, written as Twilio does; a number no list is as long as when there is none. */
function numberIn(parameter: string, bases: readonly string[]): number {
  for (const base of bases) {
    const digits = parameter.startsWith(base) ? parameter.slice(base.length) : '';
    if (/^(?:0|[1-9]\d{0,8})$/.test(digits)) return Number(digits);
  }
  return Number.POSITIVE_INFINITY;
}
