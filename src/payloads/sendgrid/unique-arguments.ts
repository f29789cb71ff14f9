import type { JsonValue } from '../schema/fields.js';
import { SendgridEvent } from './sendgrid-event.js';

/**
 * The unique arguments that you gave a message, out of an event about it. SendGrid puts them beside its own fields, so that a field which it has
 * added since looks like one, and one that has the name of a field of SendGrid's is not among them.
 */
export function uniqueArguments(event: object): Readonly<Record<string, JsonValue>> {
  const own = Object.entries(event).filter(([name]) => !Object.hasOwn(SendgridEvent.shape, name));
  return Object.fromEntries(own) as Record<string, JsonValue>;
}
