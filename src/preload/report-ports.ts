import http from 'node:http';
import { Server } from 'node:net';

/** The variable that holds what is shown when ports are reported. Without it nobody wants to know of them. */
const KEY = 'RINGBACK_PORTS_KEY';

/** Tells who started the program on which ports it listens, from when on and until when: webhooks are sent there. */
export function reportPorts(emulator: URL): void {
  const key = process.env[KEY];
  if (key === undefined || key === '') return;
  const { request } = http;
  const tell = (server: Server, state: 'listening' | 'closed', port: number): void => {
    const body = JSON.stringify({ pid: process.pid, port, state, isHttp: server instanceof http.Server });
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const { hostname, port: emulatorPort } = emulator;
    const sent = request({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: emulatorPort,
      path: '/control/ports',
      method: 'POST',
      headers,
      agent: false,
    });
    // Nobody is to wait for it, and nobody is to see that it fails.
    sent.on('error', () => undefined);
    sent.on('response', (response) => response.resume());
    sent.on('socket', (socket) => socket.unref());
    sent.end(body);
  };
  const listen = Server.prototype.listen as (...parameters: unknown[]) => Server;
  Server.prototype.listen = function (this: Server, ...parameters: unknown[]): Server {
    this.once('listening', () => {
      const address = this.address();
      if (typeof address !== 'object' || address === null) return;
      tell(this, 'listening', address.port);
      this.once('close', () => tell(this, 'closed', address.port));
    });
    return Reflect.apply(listen, this, parameters);
  };
}
