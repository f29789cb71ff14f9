/**
 * Makes a table when somebody first looks into it. The build makes every table of parameters so (tools/lazy-tables.js): an application reads few
 * kinds, and to make the fields of all took a tenth of the time that it took to load them. Tables are listed, copied and asked by name, so that
 * is what this answers.
 */
// @__NO_SIDE_EFFECTS__
export function lazyTable<Table extends object>(make: () => Table): Table {
  let made: Table | undefined;
  const find = (): Table => (made ??= make());
  return new Proxy({} as Table, {
    get: (_, name) => Reflect.get(find(), name),
    ownKeys: () => Reflect.ownKeys(find()),
    getOwnPropertyDescriptor: (_, name) => Reflect.getOwnPropertyDescriptor(find(), name),
  });
}
