import { splitUrl } from '../request/urls.js';
import { DeliveryError } from './delivery-error.js';
import { completeLocalUrl, readTarget, withoutCredentials } from './loopback.js';

/** The way of a webhook: the URL that Twilio would call and sign, and where it is delivered instead. */
export interface Route {
  /** As text, because every character of it is signed. */
  readonly publicUrl: string;
  readonly target: URL;
}

/** Finds the routes of all URLs that one server is asked for. */
export interface Router {
  readonly first: Route;
  /** The folders that stand for one another: what is below the public one is below the other in the server. */
  readonly folders: { readonly publicUrl: string; readonly url: string };
  /**
   * The route to what a document names: an absolute URL, or one relative to the document's own.
   *
   * @throws DeliveryError when it leads to another machine without leave.
   */
  resolve(reference: string, base: Route): Route;
}

/**
 * Makes the routes for a server.
 *
 * @param url - Where the server listens.
 * @param publicUrl - How Twilio knows it: the whole URL, or scheme and host alone where the paths are the same.
 */
export function makeRouter(url: string, publicUrl: string | undefined, flags: { readonly allowRemote?: boolean | undefined }): Router {
  const target = readTarget(url, flags);
  const first: Route = {
    publicUrl: publicUrl === undefined ? withoutCredentials(target.href) : completeUrl(publicUrl, target.href),
    target,
  };
  const mount = findMount(first);
  return {
    first,
    folders: { publicUrl: mount.origin + mount.publicPrefix, url: target.origin + mount.ownPrefix },
    resolve(reference, base) {
      if (!URL.canParse(reference, base.publicUrl)) throw new DeliveryError('DELIVERY_URL', `${JSON.stringify(reference)} is no URL`);
      const resolved = new URL(reference, base.publicUrl);
      const delivered = resolved.origin === mount.origin ? mount.deliver(resolved) : resolved;
      return { publicUrl: resolved.href, target: readTarget(delivered.href, flags) };
    },
  };
}

/**
 * The public URL: one without a path has that of the server.
 *
 * @throws DeliveryError when it is none.
 */
export function completeUrl(given: string, url: string): string {
  const publicUrl = completeLocalUrl(given);
  const parts = splitUrl(publicUrl);
  if (parts === undefined || !/^https?$/i.test(parts.scheme)) {
    throw new DeliveryError(
      'DELIVERY_PUBLIC_URL',
      `Expected the URL that Twilio calls, such as https://example.com/voice, got ${JSON.stringify(withoutCredentials(given))}`,
    );
  }
  if (parts.path !== '' || parts.query !== '') return withoutCredentials(publicUrl);
  const own = splitUrl(url);
  const fragment = /#.*$/s.exec(publicUrl)?.[0] ?? /#.*$/s.exec(url)?.[0] ?? '';
  return `${parts.scheme}://${parts.host}${parts.port}${own?.path ?? ''}${own?.query ?? ''}${fragment}`;
}

interface Mount {
  readonly origin: string;
  readonly publicPrefix: string;
  readonly ownPrefix: string;
  deliver(url: URL): URL;
}

/** How public URLs become those of the server: other scheme and host, and a prefix of the path that only one of them has. */
function findMount({ publicUrl, target }: Route): Mount {
  const known = new URL(publicUrl);
  const [publicPrefix, ownPrefix] = cutCommonEnd(known.pathname, target.pathname);
  return {
    origin: known.origin,
    publicPrefix,
    ownPrefix,
    deliver(url) {
      const delivered = new URL(url);
      delivered.protocol = target.protocol;
      delivered.host = target.host;
      // `host` without a port keeps the port that was there.
      delivered.port = target.port;
      if (url.pathname.startsWith(publicPrefix)) delivered.pathname = ownPrefix + url.pathname.slice(publicPrefix.length);
      return delivered;
    },
  };
}

/** Cuts what two paths end with, in whole segments: `/api/voice` and `/voice` differ by `/api` and nothing. */
function cutCommonEnd(left: string, right: string): readonly [string, string] {
  const [a, b] = [left.split('/'), right.split('/')];
  while (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-1)) {
    a.pop();
    b.pop();
  }
  return [a.join('/'), b.join('/')];
}

/** A URL as that of a folder: what is named relative to it stands below it. */
export function asFolder(url: string): string {
  return url.replace(/\/?(?:[?#].*)?$/s, '/');
}
