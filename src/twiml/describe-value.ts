/** Says in a message what a caller passed, without its content. */
export function describeValue(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return `the number ${value}`;
  if (Array.isArray(value)) return 'a list';
  if (isPromise(value)) return 'a promise';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** Whether something is a `URL`, of whatever window or polyfill. */
export function isUrl(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.prototype.toString.call(value) === '[object URL]';
}

/** Whether something has to be awaited. */
export function isPromise(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
