import * as z from 'zod';
import { describeGiven } from '../../request/describe-given.js';
import type { Gatherer } from './lists.js';
import type { PayloadSchema } from './schema.js';

/** What Twilio sent that a schema does not know yet. */
export interface Drift {
  /** Parameters that the schema does not name; inside JSON by their path, such as `data.newField`. */
  readonly unknownParameters: string[];
  /** Values that are none of the known ones, SIDs of another form, and values that did not fit and were read as `undefined`. */
  readonly unknownValues: { readonly parameter: string; readonly value: unknown }[];
}

type Loose = Readonly<Record<string, unknown>>;
type Shape = Readonly<Record<string, z.core.$ZodType>>;

/** The values of a payload that did not fit. Beside the payload, not in it: they must not travel with it. */
const misfitsOf = /* @__PURE__ */ new WeakMap<object, Drift['unknownValues']>();

/** The fields that are known of an object inside a payload. */
const shapesOf = /* @__PURE__ */ new WeakMap<object, Shape>();

/** Remembers which values of the input did not make it into the payload. Rarely needed, so it may read the doubtful fields once more. */
export function noteMisfits(read: object, parameters: Loose, shape: Shape): void {
  const dropped = Object.keys(shape).filter((name) => {
    const field = (shape[name] as z.core.$ZodType)._zod.def as { readonly innerType?: z.core.$ZodType };
    const value = Object.hasOwn(parameters, name) ? parameters[name] : '';
    return (
      field.innerType !== undefined && value !== '' && value !== undefined && value !== null && !z.safeParse(field.innerType, value).success
    );
  });
  misfitsOf.set(
    read,
    dropped.map((parameter) => ({ parameter, value: parameters[parameter] })),
  );
}

/** Remembers which fields are known of an object inside a payload. */
export function noteShape(read: object, shape: Shape): void {
  shapesOf.set(read, shape);
}

/**
 * Tells what a payload holds that this version does not know: new parameters, new values of enumerations, and values in a form that was
 * not expected. None of it is a failure; log it, and you learn of Twilio's changes before you need them.
 *
 * @param payload - What `schema.parse` returned, itself: a copy does not remember what did not fit.
 * @throws TypeError when it is no object.
 */
export function findDrift(schema: Pick<PayloadSchema<unknown>, 'shape'>, payload: object): Drift {
  if (typeof payload !== 'object' || payload === null)
    throw new TypeError(`findDrift() takes a schema and what it has read, and got ${describeGiven(payload)}`);
  const drift: Drift = { unknownParameters: [], unknownValues: [] };
  collectDrift(payload, schema.shape, '', drift, gatherersOf(schema));
  return drift;
}

function collectDrift(read: object, shape: Shape, path: string, drift: Drift, gatherers: readonly Gatherer[]): void {
  for (const { parameter, value } of misfitsOf.get(read) ?? []) drift.unknownValues.push({ parameter: `${path}${parameter}`, value });
  for (const [name, value] of Object.entries(read)) {
    if (gatherers.some((gatherer) => gatherer.name === name || (value === '' && gatherer.covers(name)))) continue;
    if (!Object.hasOwn(shape, name)) {
      drift.unknownParameters.push(`${path}${name}`);
      continue;
    }
    if (typeof value === 'string' && value !== '' && !isUsual(shape[name] as z.core.$ZodType, value))
      drift.unknownValues.push({ parameter: `${path}${name}`, value });
    collectInside(value, `${path}${name}`, drift);
  }
}

/** Looks into an object of JSON, or into those of a list. */
function collectInside(value: unknown, path: string, drift: Drift): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [index, item] of Array.isArray(value) ? value.entries() : [['', value] as const]) {
    const shape = typeof item === 'object' && item !== null ? shapesOf.get(item) : undefined;
    if (shape !== undefined) collectDrift(item, shape, index === '' ? `${path}.` : `${path}.${index}.`, drift, []);
  }
}

function gatherersOf(schema: object): readonly Gatherer[] {
  const def = (schema as z.ZodType)._zod.def as { readonly gatherers?: readonly Gatherer[] };
  return def.gatherers ?? [];
}

/** What a field may say of its values: an open enumeration lists those that are known, a SID has a usual form. */
interface Expected {
  readonly innerType?: z.core.$ZodType;
  readonly known?: readonly string[];
  readonly isUsual?: (text: string) => boolean;
}

function isUsual(field: z.core.$ZodType, value: string): boolean {
  const { innerType, known, isUsual: check } = field._zod.def as Expected;
  if (innerType !== undefined) return isUsual(innerType, value);
  return known?.includes(value) ?? check?.(value) ?? true;
}
