type Loose = Record<string, unknown>;

/** The texts of a payload of which reading made nothing, and what it has instead. Beside the payload, not in it: they must not travel with it. */
const droppedOf = /* @__PURE__ */ new WeakMap<object, readonly (readonly [name: string, text: unknown, read: unknown])[]>();

/** Remembers the texts that did not fit or were empty. Rarely needed, so it may look at all parameters. */
export function noteDropped(read: Loose, parameters: Loose, shape: object): void {
  const dropped = Object.keys(shape).filter(
    (name) => !read[name] && Object.hasOwn(parameters, name) && typeof parameters[name] === 'string',
  );
  droppedOf.set(
    read,
    dropped.map((name) => [name, parameters[name], read[name]]),
  );
}

/** Writes again what was dropped, where the payload has nothing else by now; `flat` is the payload without its lists. */
export function writeDropped(written: Loose, payload: object, flat: Loose): void {
  for (const [name, text, read] of droppedOf.get(payload) ?? []) if (flat[name] === read) written[name] = text;
}
