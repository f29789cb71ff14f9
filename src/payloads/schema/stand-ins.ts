type Loose = Record<string, unknown>;

/** Parameters that say the same as another one, by the name of that other: `{ MessageSid: ['SmsSid'] }`. */
export type StandIns = Readonly<Record<string, readonly string[]>>;

/** What payloads have that the wire had not. Beside the payload, not in it: it must not travel with it. */
const filledIn = /* @__PURE__ */ new WeakMap<object, Loose>();

/** Gives parameters that are absent the value of the first one that stands in for them. The input stays as it is. */
export function useStandIns(parameters: Loose, standIns: StandIns): Loose {
  let filled: Loose | undefined;
  for (const name of Object.keys(standIns)) {
    if (Object.hasOwn(parameters, name)) continue;
    const standIn = standIns[name]?.find((candidate) => Object.hasOwn(parameters, candidate));
    if (standIn === undefined) continue;
    filled ??= { ...parameters };
    filled[name] = parameters[standIn];
  }
  return filled ?? parameters;
}

/** Remembers which of the named parameters a payload has without having got them, so that they are not written. */
export function noteFilledIn(read: Loose, parameters: Loose, names: readonly string[]): void {
  let absent: Loose | undefined;
  for (const name of names) {
    if (Object.hasOwn(parameters, name) || read[name] === undefined) continue;
    absent ??= {};
    absent[name] = read[name];
  }
  if (absent !== undefined) filledIn.set(read, absent);
}

/** The names of what was filled in and still has the value that it was filled with; `flat` is the payload without its lists. */
export function listFilledIn(payload: object, flat: Loose): readonly string[] {
  return Object.entries(filledIn.get(payload) ?? {})
    .filter(([name, value]) => flat[name] === value)
    .map(([name]) => name);
}
