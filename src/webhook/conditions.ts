/** What the URL must be like for a handler of a router. All that is named here holds. */
export interface RouteConditions {
  /** Parameters of your own in the URL's query, each with its value or one of several, as in `{ mode: 'menu' }` for `/voice?mode=menu`. */
  readonly query?: Readonly<Record<string, string | readonly string[]>> | undefined;
  /** The path of the URL that Twilio calls, or one of several, with its slash and without a query: `/voice/menu`. */
  readonly path?: string | readonly string[] | undefined;
}

/** Conditions that were checked, ready for use. */
export interface Conditions {
  /** The same for equal conditions. */
  readonly key: string;
  /** How many there are: the more, the more telling. */
  readonly count: number;
  /** Tells whether they hold for a URL, given its path and its query. */
  readonly hold: (path: string, query: URLSearchParams) => boolean;
}

/** Checks conditions as they were given. @throws TypeError when they are none, or can never hold. */
export function readConditions({ query = {}, path, ...others }: RouteConditions): Conditions {
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new TypeError(`A route has conditions on query and path, but none on ${unknown}`);
  const paths = path === undefined ? undefined : listValues('the path', path);
  const wrong = paths?.find((text) => !/^\/[^?#]*$/.test(text));
  if (wrong !== undefined) throw new TypeError(`The condition on the path must be a path such as /voice/menu, and not ${wrong}`);
  const parameters = Object.entries(query)
    .map(([name, value]) => [name, listValues(`the query's ${name}`, value)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    key: JSON.stringify([paths ?? null, parameters]),
    count: parameters.length + (paths === undefined ? 0 : 1),
    hold: (actualPath, actualQuery) =>
      (paths === undefined || paths.includes(actualPath)) &&
      parameters.every(([name, values]) => {
        const value = actualQuery.get(name);
        return value !== null && values.includes(value);
      }),
  };
}

function listValues(what: string, given: string | readonly string[]): readonly string[] {
  const values = [given].flat();
  if (values.length > 0 && values.every((value) => typeof value === 'string')) return values.sort();
  throw new TypeError(`The condition on ${what} must be text, or a list of texts`);
}
