/** The headers of a request in any of the shapes that runtimes and frameworks hand out. Names are looked up without regard to case. */
export type RequestHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Finds the value of a header. A header that came several times is one value, joined by commas, as HTTP says and `Headers` does.
 *
 * @param name - In lower case, such as `x-twilio-signature`.
 */
export function readHeader(headers: RequestHeaders, name: string): string | undefined {
  if (isHeaders(headers)) return headers.get(name) ?? undefined;
  // Node and most frameworks hand out lower-case names, so that the walk over all names is rarely taken.
  const value = Object.hasOwn(headers, name) ? headers[name] : findValue(headers, name);
  if (typeof value === 'string' || value === undefined) return value;
  return Array.isArray(value) && value.length > 0 ? value.join(', ') : undefined;
}

function isHeaders(headers: RequestHeaders): headers is Headers {
  return typeof headers.get === 'function';
}

function findValue(headers: Exclude<RequestHeaders, Headers>, name: string): string | readonly string[] | undefined {
  for (const key of Object.keys(headers)) {
    if (key.length === name.length && key.toLowerCase() === name) return headers[key];
  }
  return undefined;
}
