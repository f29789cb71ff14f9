import { type IncomingMessage, type OutgoingHttpHeaders, request as requestHttp, STATUS_CODES } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Duplex } from 'node:stream';

/** How an upgrade is passed on. */
export interface UpgradePlan {
  /** Where it goes, with path and query as they are to stand in the request. */
  readonly origin: URL;
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
}

/** What became of an upgrade. */
export interface PassedUpgrade {
  /** 101 where the other side has taken it. */
  readonly status: number;
  /** Why there was no answer. */
  readonly fault?: string;
}

/**
 * Passes the upgrade to a WebSocket on, and after it every byte in both directions as it comes: frames, pings and the codes of closing are
 * those of the two ends.
 *
 * @returns What the other side answered. It throws nothing.
 */
export function passUpgrade(socket: Duplex, head: Uint8Array, { origin, path, headers }: UpgradePlan): Promise<PassedUpgrade> {
  return new Promise((resolve) => {
    const hostname = origin.hostname.replace(/^\[(.*)\]$/, '$1');
    const send = origin.protocol === 'https:' ? requestHttps : requestHttp;
    const client = send({ hostname, port: origin.port, path, method: 'GET', headers, agent: false });
    socket.on('error', () => client.destroy());
    client.on('upgrade', (answer, upstream, rest) => {
      socket.write(writeHead(101, answer, answer.rawHeaders));
      socket.write(rest);
      upstream.write(head);
      join(socket, upstream);
      resolve({ status: 101 });
    });
    client.on('response', (answer) => {
      const status = answer.statusCode ?? 502;
      socket.write(writeHead(status, answer, [...dropFraming(answer.rawHeaders), 'Connection', 'close']));
      answer.pipe(socket);
      resolve({ status });
    });
    client.on('error', (error: NodeJS.ErrnoException) => {
      if (socket.writable) socket.end('HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      const fault = error.code === 'ECONNREFUSED' ? `Nothing listens on ${origin.host}; is the server running?` : error.message;
      resolve({ status: 502, fault });
    });
    client.end();
  });
}

function writeHead(status: number, { statusMessage }: IncomingMessage, rawHeaders: readonly string[]): string {
  const lines = [`HTTP/1.1 ${status} ${statusMessage || (STATUS_CODES[status] ?? '')}`];
  for (let at = 0; at < rawHeaders.length; at += 2) lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`);
  return `${lines.join('\r\n')}\r\n\r\n`;
}

/** The body is passed on without its chunks, and ends with the connection. */
function dropFraming(rawHeaders: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    if (!/^(?:transfer-encoding|connection|keep-alive)$/i.test(name)) kept.push(name, rawHeaders[at + 1] ?? '');
  }
  return kept;
}

/** When one side is gone, however it went, the other is too. */
function join(a: Duplex, b: Duplex): void {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    from.pipe(to);
    from.on('error', () => to.destroy());
    from.on('close', () => to.destroy());
  }
}
