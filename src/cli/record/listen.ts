import type { Server } from 'node:http';
import { originOf, startListening } from '../../delivery/listening.js';
import { UsageError } from '../context.js';

/**
 * Listens on 127.0.0.1.
 *
 * @param port - 0 for any that is free.
 * @returns Where it listens, such as `http://127.0.0.1:4040`.
 * @throws UsageError when the port is taken.
 */
export async function listenHere(server: Server, port: number): Promise<string> {
  try {
    await startListening(server, { port });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(code === 'EADDRINUSE' ? `Something listens on port ${port} already; choose another --port` : message);
  }
  return originOf(server) ?? '';
}
