type Loose = Record<string, unknown>;

/** What a parameter was that reading made nothing of, and what the payload has in its place: nothing, or a default. */
interface Dropped {
  readonly given: unknown;
  readonly read: unknown;
}

/** The parameters of a payload that did not fit, and those that were empty. Beside the payload, not in it: they must not travel with it. */
const droppedOf = /* @__PURE__ */ new WeakMap<object, Readonly<Record<string, Dropped>>>();

/** Remembers the parameters of which reading made nothing, so that they are written again. Rarely needed, so it may look at all of them. */
export function noteDropped(read: Loose, parameters: Loose, shape: object): void {
  const dropped = Object.keys(shape).flatMap((name) => {
    const given = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    const value = read[name];
    return isWritten(given) && (value === undefined || value === 0 || value === '') ? [[name, { given, read: value }] as const] : [];
  });
  droppedOf.set(read, Object.fromEntries(dropped));
}

/** The parameters that a payload still has nothing else for; `flat` is the payload without its lists. */
export function listDropped(payload: object, flat: Loose): readonly (readonly [name: string, given: unknown])[] {
  const dropped = Object.entries(droppedOf.get(payload) ?? {});
  return dropped.flatMap(([name, { given, read }]) => (flat[name] === read ? [[name, given] as const] : []));
}

/** Whether a value is one that the wire can have. */
function isWritten(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'));
}
