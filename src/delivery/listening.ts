import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where to listen. */
export interface Where {
  /** @default one that is free */
  readonly port?: number | undefined;
  /** An address of this machine. @default '127.0.0.1' */
  readonly host?: string | undefined;
}

/**
 * Lets a server listen.
 *
 * @returns Whether it did not listen before.
 * @throws Error when it cannot, as where the port is taken.
 */
export async function startListening(server: Server, { port = 0, host = '127.0.0.1' }: Where = {}): Promise<boolean> {
  if (server.listening) return false;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const begin = (isOurs: boolean) => () => {
      server.off('error', reject);
      resolve(isOurs);
    };
    try {
      server.listen(port, host, begin(true));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_SERVER_ALREADY_LISTEN') throw error;
      // Its owner is about to start it.
      server.once('listening', begin(false));
    }
  });
}

/** Stops a server, and breaks off what is under way. */
export function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Where a server can be reached, such as `http://127.0.0.1:3000`; `undefined` where it listens on no port. */
export function originOf(server: Server): string | undefined {
  const address = server.address() as AddressInfo | string | null;
  if (address === null || typeof address === 'string') return undefined;
  // A server of all addresses has no host that one could connect to.
  const host = address.address === '::' || address.address === '0.0.0.0' ? '127.0.0.1' : address.address;
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}
