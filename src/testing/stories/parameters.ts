/** What a parameter may be written from; `undefined` is left out. */
export type ParameterValue = string | number | boolean | Date | undefined;

/** Writes parameters as Twilio does: numbers and booleans as words, dates as RFC 2822. */
export function writeParameters(values: Readonly<Record<string, ParameterValue>>): Record<string, string> {
  const written = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, writeValue(value)] as const]));
  return Object.fromEntries(written);
}

function writeValue(value: Exclude<ParameterValue, undefined>): string {
  return value instanceof Date ? value.toUTCString().replace('GMT', '+0000') : String(value);
}
