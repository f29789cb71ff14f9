import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UsageError } from '../context.js';

/**
 * Listens on 127.0.0.1.
 *
 * @param port - 0 for any that is free.
 * @returns The port.
 * @throws UsageError when it is taken.
 */
export async function listenHere(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(code === 'EADDRINUSE' ? `Something listens on port ${port} already; choose another --port` : message);
  }
  return (server.address() as AddressInfo).port;
}
