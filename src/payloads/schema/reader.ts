import * as z from 'zod';
import { isPlainObject } from '../../request/plain-object.js';
import { makeRoomyObject } from '../../request/roomy-object.js';
import { isReadAsIs, OptionalField } from './fields.js';
import type { PayloadDef } from './schema.js';

type Loose = Record<string, unknown>;
type Result = z.core.ParsePayload;
type Parse = (payload: Result, ctx: z.core.ParseContextInternal) => z.util.MaybeAsync<Result>;

/** Reads what a schema knows of parameters, and puts the others among the strangers. */
export type Reader = (payload: Result, ctx: z.core.ParseContextInternal, strangers: Loose) => z.util.MaybeAsync<Result>;

/**
 * Makes the function that reads parameters. A message can have 54, and 20 come: zod's own object reads those that must be there and those that
 * an application has added, and the optional ones are read as they come, by their fields. To ask for all takes three times as long.
 *
 * @param askForAll - zod's own object of all, for what is no plain object: its parameters may be inherited.
 */
export function makeReader({ shape, error, catchall, gatherers }: PayloadDef, askForAll: Parse): Reader {
  const fields = Object.entries(shape as Readonly<Record<string, z.ZodType>>);
  const optional = new Map(fields.filter(([, field]) => field instanceof OptionalField));
  const asIs = new Set([...optional].filter(([, field]) => isReadAsIs(field)).map(([name]) => name));
  const needed = Object.fromEntries(fields.filter(([name]) => !optional.has(name)));
  const object = new z.ZodObject({ type: 'object', shape: needed, error });
  const isStrict = catchall !== undefined && gatherers.length === 0;
  return (payload, ctx, strangers) => {
    const parameters = payload.value as Loose;
    const isPlain = !isStrict && isPlainObject(parameters);
    return whenRead(isPlain ? object._zod.run(payload, ctx) : askForAll(payload, ctx), (result) => {
      if (result.issues.length > 0) return result;
      const read = Object.assign(makeRoomyObject<unknown>(), result.value);
      result.value = read;
      for (const name of Object.keys(parameters)) {
        const value = parameters[name];
        if (typeof value === 'string' && value !== '' && asIs.has(name)) {
          read[name] = value;
          continue;
        }
        const field = optional.get(name);
        if (field === undefined) {
          if (!Object.hasOwn(needed, name) && name !== '__proto__') strangers[name] = value;
        } else if (isPlain) read[name] = (field._zod.run({ value, issues: [] }, ctx) as Result).value;
      }
      return result;
    });
  };
}

/** Goes on with a result, or with the one that a promise will have. */
export function whenRead<Result>(result: z.util.MaybeAsync<Result>, next: (result: Result) => Result): z.util.MaybeAsync<Result> {
  return result instanceof Promise ? result.then(next) : next(result);
}
