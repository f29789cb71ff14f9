/**
 * The events of one request. They come as a list, mostly of one; as a lone object where batches are off; and as an object with the keys 0, 1
 * and so on where Twilio Functions have spread the list. `undefined` when it is none of these.
 *
 * @param by - The field that names an event.
 */
export function listEvents(input: unknown, by: string): readonly unknown[] | undefined {
  if (Array.isArray(input)) return input;
  if (typeof input !== 'object' || input === null) return undefined;
  if (Object.hasOwn(input, by) || !Object.hasOwn(input, '0')) return [input];
  const events: unknown[] = [];
  while (Object.hasOwn(input, events.length)) events.push((input as Readonly<Record<number, unknown>>)[events.length]);
  return events;
}
