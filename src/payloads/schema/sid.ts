import type { Sid } from './fields.js';

const SID = /^[A-Z]{2}[0-9a-fA-F]{32}$/;

/**
 * Whether this is a real SID: two capital letters and 32 hexadecimal digits, 34 characters in all. The schemas ask for any text, because
 * people mask SIDs in their fixtures; ask this where a SID leads to something of yours, in a URL or a database.
 *
 * @param prefixes - The prefixes that will do, such as `'CA'` for a call, or `'SM', 'MM'` for a message; without any, every prefix does.
 */
export function isSid<const Prefix extends string>(text: unknown, ...prefixes: readonly Prefix[]): text is Sid<Prefix> {
  return typeof text === 'string' && SID.test(text) && (prefixes.length === 0 || prefixes.some((prefix) => text.startsWith(prefix)));
}
