import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RunningFramework } from './framework.js';

/** Serves with Node's http module. */
export async function listen(listener: RequestListener, rejections: readonly string[]): Promise<RunningFramework> {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    rejections,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Notes refusals. */
export function makeReport(): { readonly rejections: string[]; readonly report: (code: string, text: string) => void } {
  const rejections: string[] = [];
  return { rejections, report: (code, text) => void rejections.push(`${code} ${text}`) };
}
