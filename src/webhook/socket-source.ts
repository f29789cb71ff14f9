import { isPlainObject } from '../request/plain-object.js';

/**
 * What is used of a WebSocket: one of `ws`, Fastify, Deno, Workers or a browser. Bun's has no listeners of its own: hand what its `message`
 * gets to `receive`, and call `end` in its `close`.
 */
export interface SocketLike {
  send(text: string): unknown;
  addEventListener?(type: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  /** 0 while it opens, 1 while it is open. */
  readonly readyState?: number;
  /** How many bytes wait to be sent. */
  readonly bufferedAmount?: number;
}

/** A socket, or what a framework hands out in its place and keeps it in: the stream of `@fastify/websocket` up to version 9. */
export type SocketSource = SocketLike | { readonly socket: SocketLike };

/**
 * Finds the socket in what a framework hands out: itself, the `raw` one of Hono, or the `socket` of a stream.
 *
 * @throws TypeError when there is none. Without listeners no message would ever come, and nobody would say so.
 */
export function findSocket(source: SocketSource): SocketLike {
  const candidates = [source, readPart(source, 'raw'), readPart(source, 'socket')];
  const found = candidates.find((candidate) => canSend(candidate) && canListen(candidate)) ?? candidates.find(isHandedMessages);
  if (found !== undefined) return found as SocketLike;
  throw new TypeError(
    'mediaStream() and conversationRelay() expected a WebSocket with send() and addEventListener(), such as one of ws, Fastify, Deno or Workers, ' +
      `and got ${describe(source)}. Bun's sockets are taken too: hand what their \`message\` gets to receive().`,
  );
}

/** Hears of every message that a socket gets, where it has listeners. */
export function listenTo(socket: SocketLike, hear: (data: unknown) => void): void {
  if (socket.addEventListener !== undefined) socket.addEventListener('message', ({ data }) => hear(data));
  else if (canListen(socket)) (socket as unknown as { on(name: 'message', listener: typeof hear): unknown }).on('message', hear);
}

/**
 * Hears of the end of a socket, where it has listeners. {@link SocketLike} asks for no more than listening to messages, so that one that takes
 * every listener for that must do no harm.
 */
export function listenToClose(socket: SocketLike, hear: () => void): void {
  const { addEventListener, on } = socket as ClosingSocket;
  if (addEventListener !== undefined) {
    addEventListener.call(socket, 'close', ({ type }) => {
      if (type === 'close') hear();
    });
  } else on?.call(socket, 'close', hear);
}

interface ClosingSocket {
  addEventListener?(type: string, listener: (event: { readonly type?: unknown }) => void): unknown;
  on?(name: 'close', listener: () => void): unknown;
}

function canSend(candidate: unknown): boolean {
  return typeof readPart(candidate, 'send') === 'function';
}

function canListen(candidate: unknown): boolean {
  return typeof readPart(candidate, 'addEventListener') === 'function' || typeof readPart(candidate, 'on') === 'function';
}

/** Sockets of Bun and of uWebSockets, and what somebody wrote for the purpose: their messages come by `receive`. */
function isHandedMessages(source: unknown): boolean {
  return canSend(source) && (typeof readPart(source, 'cork') === 'function' || isPlainObject(source));
}

function readPart(source: unknown, name: string): unknown {
  return typeof source === 'object' && source !== null ? (source as Readonly<Record<string, unknown>>)[name] : undefined;
}

function describe(source: unknown): string {
  if (typeof source !== 'object' || source === null) return source === null ? 'null' : `a value of type ${typeof source}`;
  const name: unknown = source.constructor?.name;
  const lacks = [canSend(source) ? [] : ['send()'], canListen(source) ? [] : ['addEventListener()']].flat();
  return `${typeof name === 'string' && name !== '' ? `an instance of ${name}` : 'an object'} without ${lacks.join(' and ') || 'either'}`;
}
