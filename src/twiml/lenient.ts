import { KEEPS_UNKNOWN, setAttribute, writeValue } from './attributes.js';
import type { TwimlAttributes } from './element.js';
import { isName } from './names.js';

/**
 * Lets a verb take attributes that come out of a store or a configuration: `say(lenient(stored), 'Hello')`. Names that the element is not
 * known to have are written as they are, where they would otherwise be a `TypeError` in the middle of a call; Twilio warns of them in its
 * debugger (12200) and goes on. What no attribute can be is left out: a name that is no XML name, an object, a function, `NaN`.
 *
 * Check what people may store with `lintTwiml` when they store it.
 *
 * @param stored - Without any, there are no attributes. Further ones may be spread around it: `{ ...lenient(stored), voice: 'man' }`.
 *
 * @example
 * ```ts
 * const stored: Record<string, unknown> = JSON.parse('{ "voice": "man", "interruptByDtmf": true }');
 * voiceResponse().say(lenient(stored), 'Hello').toXml({ declaration: false });
 * // <Response><Say voice="man" interruptByDtmf="true">Hello</Say></Response>
 * ```
 */
export function lenient<Attributes extends TwimlAttributes>(stored: object | null | undefined): Attributes {
  const kept: Record<PropertyKey, unknown> = { [KEEPS_UNKNOWN]: true };
  for (const [name, value] of Object.entries(stored ?? {})) {
    if (isName(name) && writeValue(value, ' ') !== undefined) setAttribute(kept, name, value);
  }
  return kept as Attributes;
}
