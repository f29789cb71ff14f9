/**
 * Makes a table when somebody first looks into it. The build makes every table of parameters so (tools/lazy-tables.js): an application reads few
 * kinds, and to make the fields of all took a tenth of the time that it took to load them. Whoever reads in it is answered by the table itself;
 * nobody writes into it.
 */
// @__NO_SIDE_EFFECTS__
export function lazyTable<Table extends object>(make: () => Table): Table {
  let made: Table | undefined;
  const find = (): Table => (made ??= make());
  return new Proxy({} as Table, {
    get: (_, name) => Reflect.get(find(), name),
    has: (_, name) => Reflect.has(find(), name),
    ownKeys: () => Reflect.ownKeys(find()),
    getOwnPropertyDescriptor: (_, name) => Reflect.getOwnPropertyDescriptor(find(), name),
  });
}
