/** Says in a message what a caller passed, without its content: `nothing`, `a string`, `a promise: await it`, `an instance of Request`. */
export function describeGiven(value: unknown): string {
  if (value === undefined || value === null) return value === null ? 'null' : 'nothing';
  if (typeof value !== 'object') return `a ${typeof value}`;
  if (Array.isArray(value)) return 'a list';
  if ('then' in value) return 'a promise: await it';
  const name: unknown = value.constructor?.name;
  return typeof name === 'string' && name !== '' && name !== 'Object' ? `an instance of ${name}` : 'an object';
}
