import * as z from 'zod';
import type { PayloadSchema } from './schema.js';

/** What Twilio sent that a schema does not know yet. */
export interface Drift {
  /** Parameters that the schema does not name. */
  readonly unknownParameters: string[];
  /** Values that are none of the known ones, and values that did not fit and were read as `undefined`. */
  readonly unknownValues: { readonly parameter: string; readonly value: unknown }[];
}

type Loose = Readonly<Record<string, unknown>>;
type Shape = Readonly<Record<string, z.core.$ZodType>>;

/** The values of a payload that did not fit. Beside the payload, not in it: they must not travel with it. */
const misfitsOf = /* @__PURE__ */ new WeakMap<object, Drift['unknownValues']>();

/** Remembers which values of the input did not make it into the payload. Rarely needed, so it may read the doubtful fields once more. */
export function noteMisfits(read: object, parameters: Loose, shape: Shape): void {
  const dropped = Object.keys(shape).filter((name) => {
    const field = (shape[name] as z.core.$ZodType)._zod.def as { readonly innerType?: z.core.$ZodType };
    const value = Object.hasOwn(parameters, name) ? parameters[name] : '';
    return field.innerType !== undefined && value !== '' && value !== undefined && !z.safeParse(field.innerType, value).success;
  });
  misfitsOf.set(
    read,
    dropped.map((parameter) => ({ parameter, value: parameters[parameter] })),
  );
}

/**
 * Tells what a payload holds that this version does not know: new parameters, new values of enumerations, and values in a form that was
 * not expected. None of it is a failure; log it, and you learn of Twilio's changes before you need them.
 *
 * @param payload - What `schema.parse` returned, itself: a copy does not remember what did not fit.
 */
export function findDrift(schema: Pick<PayloadSchema<unknown>, 'shape'>, payload: object): Drift {
  const { shape } = schema;
  const gathered = new Set(gatheredNames(schema));
  const unknownParameters = Object.keys(payload).filter((name) => !Object.hasOwn(shape, name) && !gathered.has(name));
  const unknownValues = [...(misfitsOf.get(payload) ?? [])];
  for (const [name, field] of Object.entries(shape)) {
    const value = (payload as Loose)[name];
    const known = knownValues(field);
    if (typeof value === 'string' && value !== '' && known !== undefined && !known.includes(value))
      unknownValues.push({ parameter: name, value });
  }
  return { unknownParameters, unknownValues };
}

function gatheredNames(schema: object): readonly string[] {
  const def = (schema as z.ZodType)._zod.def as { readonly gatherers?: readonly { readonly name: string }[] };
  return def.gatherers?.map(({ name }) => name) ?? [];
}

/** The known values of an open enumeration. */
function knownValues(field: z.core.$ZodType): readonly string[] | undefined {
  const def = field._zod.def as { readonly type: string; readonly innerType?: z.core.$ZodType; readonly known?: readonly string[] };
  return def.innerType === undefined ? def.known : knownValues(def.innerType);
}
