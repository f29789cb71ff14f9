import { oneOf, type Parameter } from '../../schema/fields.js';

/** The type of an event, for the kinds that have several: the list serves the signs too. */
// @__NO_SIDE_EFFECTS__
export function eventType<const Type extends string>(types: readonly Type[]): Parameter<Type> {
  return oneOf(...types);
}
