import type { IncomingMessage } from 'node:http';
import { stopListening } from '../../delivery/listening.js';
import type { BasicAuth } from '../../line/basic-auth.js';
import { MARK_PATH, type Mark, writeMark } from '../../line/mark.js';
import { isWebhook, type ProxiedRequest } from '../record/kept-webhook.js';
import { listenHere } from '../record/listen.js';
import { makeProxy, type OwnAnswer, type ProxiedUpgrade } from '../record/proxy.js';

/** What a line's own server is to do. */
export interface LineServerOptions {
  /** Where the application listens at the time. */
  readonly readTarget: () => URL;
  readonly mark: Mark;
  readonly basicAuth: BasicAuth | undefined;
  readonly maxBytes: number;
  /** 0 for any that is free. */
  readonly port: number;
  /** The public URL, as soon as it is known. */
  readonly publicOrigin: () => string | undefined;
  readonly onWebhook: (proxied: ProxiedRequest) => Promise<void>;
  readonly onSocket: (upgrade: ProxiedUpgrade) => void;
  readonly onFault: (message: string) => void;
}

/** The server between tunnel and application. */
export interface LineServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Listens where the tunnel leads, and passes everything on to the application but for what is the line's own.
 *
 * @throws UsageError when the port is taken.
 */
export async function startLineServer(options: LineServerOptions): Promise<LineServer> {
  const { readTarget, maxBytes, publicOrigin, onFault, onWebhook, onSocket } = options;
  const server = makeProxy({
    ...{ maxBytes, publicOrigin, onFault },
    get target() {
      return readTarget();
    },
    intercept: (request) => answerItself(request, options),
    onProxied: async (proxied) => {
      if (isWebhook(proxied)) await onWebhook(proxied);
    },
    onUpgraded: (upgrade) => {
      if (isWebhook(upgrade)) onSocket(upgrade);
    },
  });
  const port = Number(new URL(await listenHere(server, options.port)).port);
  return { port, close: () => stopListening(server) };
}

/** Its mark is for everybody; all else only for who knows the password, where there is one. */
function answerItself({ url = '/', headers }: IncomingMessage, { mark, basicAuth }: LineServerOptions): OwnAnswer | undefined {
  if (url.split('?', 1)[0] === MARK_PATH) {
    return { status: 200, headers: { 'content-type': 'application/json', 'cache-control': 'no-store' }, body: writeMark(mark) };
  }
  if (basicAuth === undefined || basicAuth.fits(headers.authorization)) return undefined;
  return { status: 401, headers: { 'www-authenticate': 'Basic realm="ringback"', 'content-length': '0' } };
}
