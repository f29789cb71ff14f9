import { type ConversationRelayCommand, ConversationRelayMessage } from '../payloads/conversation-relay/index.js';
import type { RawFrame } from '../payloads/index.js';
import { type MediaStreamsCommand, MediaStreamsMessage } from '../payloads/media-streams/index.js';
import { writeFrame } from '../payloads/schema/write-frame.js';
import { logError } from './rejection.js';

/**
 * What is used of a WebSocket: one of `ws`, Fastify, Deno, Workers or a browser. Bun's has no listeners of its own: hand what its `message`
 * gets to `receive`.
 */
export interface SocketLike {
  send(text: string): unknown;
  addEventListener?(type: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
}

/** How a socket is read. */
export interface SocketOptions {
  /** Hears of everything that a listener throws. The socket stays open, and the next message is read. @default `console.error` */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** The messages of one name; those of no name that is known are `unknown`. */
type Named<Message, By extends keyof Message, Name> = Extract<Message, { readonly [Key in By]: Name extends 'unknown' ? undefined : Name }>;

/** A socket that Twilio has opened, with what goes to and fro typed. */
export interface TwilioSocket<Message, By extends keyof Message, Command> {
  /**
   * Listens to messages of one name, or to those that no name is known of (`unknown`), which are passed over otherwise. Messages are handed
   * over as they come: what a listener waits for does not hold up the next. The listener gets the socket too, to answer by.
   */
  on<const Name extends Exclude<Message[By], undefined> | 'unknown'>(
    name: Name,
    listener: (message: Named<Message, By, Name>, socket: this) => unknown,
  ): this;
  /**
   * Sends a command; what is under `frame` goes out as it is.
   *
   * @throws TypeError when it does not fit: Twilio would answer with an error, and end the session after some.
   */
  send(command: Command): void;
  /** Reads a message that came by another way than the socket's own listeners: text, bytes, or the object parsed from them. Never throws. */
  receive(data: unknown): void;
}

/** The socket that `<Stream>` opens. */
export type MediaStreamSocket = TwilioSocket<MediaStreamsMessage, 'event', MediaStreamsCommand | RawFrame<'event'>>;

/** The socket that `<ConversationRelay>` opens. */
export type ConversationRelaySocket = TwilioSocket<ConversationRelayMessage, 'type', ConversationRelayCommand | RawFrame<'type'>>;

/**
 * Reads and writes a socket of Media Streams. Verify its upgrade before (`verifyUpgrade`).
 *
 * @example
 * ```ts
 * mediaStream(socket)
 *   .on('start', ({ start }) => console.log(start.customParameters))
 *   .on('media', ({ streamSid, media }, stream) => stream.send({ event: 'media', streamSid, media: { payload: media.payload } }));
 * ```
 */
export function mediaStream(socket: SocketLike, options: SocketOptions = {}): MediaStreamSocket {
  return openSocket(socket, options, (data) => {
    const message = MediaStreamsMessage.parse(data as string);
    return { name: message.event, message };
  });
}

/**
 * Reads and writes a socket of ConversationRelay. Verify its upgrade before (`verifyUpgrade`).
 *
 * @example
 * ```ts
 * conversationRelay(socket).on('prompt', async ({ voicePrompt }, relay) => {
 *   relay.send({ type: 'text', token: await answer(voicePrompt), last: true });
 * });
 * ```
 */
export function conversationRelay(socket: SocketLike, options: SocketOptions = {}): ConversationRelaySocket {
  return openSocket(socket, options, (data) => {
    const message = ConversationRelayMessage.parse(data as string);
    return { name: message.type, message };
  });
}

function openSocket<Message, By extends keyof Message, Command extends Parameters<typeof writeFrame>[0]>(
  socket: SocketLike,
  { onError = logError }: SocketOptions,
  read: (data: unknown) => { readonly name: string | undefined; readonly message: Message },
): TwilioSocket<Message, By, Command> {
  const listeners = new Map<unknown, ((message: never, socket: never) => unknown)[]>();
  const twilioSocket: TwilioSocket<Message, By, Command> = {
    on(name, listener) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
      return this;
    },
    send: (command) => void socket.send(writeFrame(command)),
    receive(data) {
      const { name = 'unknown', message } = read(data);
      // Thrown in the listener of a socket, an error would end the process.
      for (const listener of listeners.get(name) ?? [])
        (async () => listener(message as never, twilioSocket as never))().catch(onError).catch(logError);
    },
  };
  socket.addEventListener?.('message', ({ data }) => twilioSocket.receive(data));
  return twilioSocket;
}
