import { type NetConnectOpts, Socket } from 'node:net';
import { emulatorDown, failLater, refusal } from './failures.js';
import { cleanHost, judgeHost } from './hosts.js';

/** Where HTTP and HTTPS are spoken. */
const WEB_PORTS: readonly unknown[] = [80, 443, '80', '443'];

/** What the parts of `connect` that are left out of the types look like. */
interface Destroyable {
  _destroy(error: Error | null, callback: (error?: Error | null) => void): void;
}

/**
 * Has every socket that would connect to Twilio connect to the emulator instead, or fail. All of Node's connections begin here, whatever
 * module asks for them; a host name is looked up later.
 */
export function leadSockets(emulator: URL): void {
  const connect = Socket.prototype.connect as (...parameters: unknown[]) => Socket;
  const address = { host: emulator.hostname.replace(/^\[|\]$/g, ''), port: Number(emulator.port || 80) };
  Socket.prototype.connect = function (this: Socket, ...parameters: unknown[]): Socket {
    const { host, port, callback } = readTarget(parameters);
    const verdict = judgeHost(host);
    if (verdict === undefined) return Reflect.apply(connect, this, parameters);
    const name = cleanHost(String(host));
    if (verdict === 'refused' || !WEB_PORTS.includes(port)) return failLater(this, refusal(name, port));
    explainFailure(this, name, emulator);
    return Reflect.apply(connect, this, [address, callback]);
  };
}

/** Says what is wrong when the connection of a socket to the emulator fails. */
function explainFailure(socket: Socket, host: string, emulator: URL): void {
  const target: Destroyable = socket;
  const destroy = target._destroy;
  target._destroy = (error, callback) => {
    // A name with several addresses fails with several errors.
    const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
    const isDown = first instanceof Error && 'syscall' in first && /^(?:connect|getaddrinfo)$/.test(String(first.syscall));
    destroy.call(socket, isDown ? emulatorDown(host, emulator, error) : error, callback);
  };
}

/** Reads what `connect` is called with: options, a port with a host, or what Node's own modules have made of either, which is a list. */
function readTarget(parameters: readonly unknown[]): { host?: unknown; port?: unknown; callback?: unknown } {
  const [first, second, third] = Array.isArray(parameters[0]) ? parameters[0] : parameters;
  if (typeof first === 'object' && first !== null) {
    const { host, port }: Partial<Extract<NetConnectOpts, { port: number }>> = first;
    return { host, port, callback: second };
  }
  return typeof second === 'string' ? { host: second, port: first, callback: third } : {};
}
