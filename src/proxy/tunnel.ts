import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** Tells a client that its tunnel is there, and gives back what it has sent meanwhile. */
export function confirm(socket: Duplex, head: Buffer): void {
  socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
  if (head.length > 0) socket.unshift(head);
}

/** Joins a client with a host, and gives the socket to it. */
export function openTunnel(socket: Duplex, head: Buffer, target: URL): Socket {
  const other = connect(Number(target.port || 443), target.hostname.replace(/^\[|\]$/g, ''), () => {
    confirm(socket, head);
    other.pipe(socket).pipe(other);
  });
  socket.on('close', () => other.destroy());
  return other.on('close', () => socket.destroy());
}

/** Tells a client why it gets no tunnel. */
export function refuseTunnel(socket: Duplex, why: string): void {
  const body = `ringback: ${why}\n`;
  socket.end(
    `HTTP/1.1 403 Forbidden\r\ncontent-type: text/plain\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
