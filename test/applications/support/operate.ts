// Does by an official client what a request does, so that one table of requests is for all of its versions.

/** Any object of a client, a resource that takes a SID among them. */
export interface Resource {
  (sid: string): Resource;
  readonly [name: string]: Resource | undefined;
}

/** Names of a client that are not those of the path. */
const NAMES: Readonly<Record<string, string>> = {
  'content Content': 'contents',
  'sync Lists': 'syncLists',
  'sync Maps': 'syncMaps',
  'sync syncLists Items': 'syncListItems',
  'sync syncMaps Items': 'syncMapItems',
  'verify VerificationCheck': 'verificationChecks',
};

/** Resources that are one object and no list. */
const SINGLE = new Set(['balance']);

/**
 * Does what a request does: `GET` of a collection lists, `POST` creates, and so on.
 *
 * @returns What the client answered, or nothing where this version of it has no such operation.
 */
export async function operate(
  client: Resource,
  method: string,
  url: URL,
  form: Readonly<Record<string, unknown>>,
): Promise<{ readonly got: unknown } | undefined> {
  const [product = ''] = url.hostname.split('.');
  const [version = '', ...parts] = url.pathname
    .replace(/\.json$/, '')
    .slice(1)
    .split('/');
  let at = client[product]?.[version === '2010-04-01' ? 'v2010' : version];
  let name = '';
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 1) at = at?.(decodeURIComponent(part));
    else {
      name = NAMES[`${product} ${name} ${part}`] ?? NAMES[`${product} ${part}`] ?? part[0]?.toLowerCase() + part.slice(1);
      // What creates a key answers its secret, and has a name of its own.
      at = at?.[name === 'keys' && method === 'POST' && index === parts.length - 1 ? 'newKeys' : name];
    }
    if (at === undefined) return undefined;
  }
  const isOne = parts.length % 2 === 0 || SINGLE.has(name);
  const verb = method === 'GET' ? (isOne ? 'fetch' : 'list') : method === 'DELETE' ? 'remove' : isOne ? 'update' : 'create';
  const run = at?.[verb] as ((parameters?: object) => Promise<unknown>) | undefined;
  if (run === undefined) return undefined;
  const query = Object.fromEntries([...url.searchParams].map(([key, value]) => [lower(key), value]));
  const parameters =
    method === 'GET'
      ? query
      : product === 'content'
        ? form
        : Object.fromEntries(Object.entries(form).map(([key, value]) => [lower(key), value]));
  return { got: await (Object.keys(parameters).length === 0 && verb !== 'create' ? run.call(at) : run.call(at, parameters)) };
}

function lower(name: string): string {
  return name[0]?.toLowerCase() + name.slice(1);
}
