import {
  type ConversationRelayCommand,
  ConversationRelayMessage,
  type ConversationRelaySetup,
} from '../payloads/conversation-relay/index.js';
import type { RawFrame } from '../payloads/index.js';
import { type MediaStreamsCommand, MediaStreamsMessage, type MediaStreamsStart } from '../payloads/media-streams/index.js';
import { type MarkOutcome, Marks } from './marks.js';
import type { SocketSource } from './socket-source.js';
import { openSocket, type SocketOptions, type TwilioSocket } from './twilio-socket.js';

type StreamCommand = MediaStreamsCommand | RawFrame<'event'>;
type RelayCommand = ConversationRelayCommand | RawFrame<'type'>;

/** The socket that `<Stream>` opens. */
export interface MediaStreamSocket extends TwilioSocket<MediaStreamsMessage, 'event', StreamCommand> {
  /** The first message of the stream, once it has come. */
  readonly start: MediaStreamsStart | undefined;
  /**
   * Asks to be told when all sound that was sent before has been played. Waits may have the same name.
   *
   * @returns `played`; or `cleared`, when `clear` was sent meanwhile: Twilio returns the mark then too, though nobody heard the sound; or
   * `closed`, when the stream has ended before.
   * @throws TypeError before the stream has started.
   */
  waitForMark(name: string): Promise<MarkOutcome>;
}

/** The socket that `<ConversationRelay>` opens. */
export interface ConversationRelaySocket extends TwilioSocket<ConversationRelayMessage, 'type', RelayCommand> {
  /** The first message of the session, once it has come. */
  readonly setup: ConversationRelaySetup | undefined;
}

/**
 * Reads and writes a socket of Media Streams. Verify its upgrade before (`verifyUpgrade`), and attach the listeners before you wait for
 * anything else: what comes earlier is gone, and Twilio sends `start` at once.
 *
 * @example
 * ```ts
 * mediaStream(socket)
 *   .on('start', ({ start }) => console.log(start.customParameters))
 *   .on('media', ({ streamSid, media }, stream) => stream.send({ event: 'media', streamSid, media: { payload: media.payload } }));
 * ```
 *
 * @throws TypeError when it is no socket that can be read and written.
 */
export function mediaStream(socket: SocketSource, options: SocketOptions = {}): MediaStreamSocket {
  const marks = new Marks();
  let start: MediaStreamsStart | undefined;
  const stream = openSocket<MediaStreamsMessage, 'event', StreamCommand>(socket, options, {
    read(data) {
      const message = MediaStreamsMessage.parse(data as string);
      if (message.event === 'start') start = message;
      if (message.event === 'mark') marks.returned(message.mark.name);
      return { name: message.event, message };
    },
    sent: (command) => {
      if (nameOf(command) === 'clear') marks.clear();
    },
    closed: () => marks.close(),
  });
  return Object.defineProperties(stream, {
    start: { get: () => start, enumerable: true },
    waitForMark: {
      value: async (name: string) => {
        if (start === undefined) throw new TypeError('waitForMark() names a stream: call it after the message start has come');
        if (!stream.isOpen) return 'closed';
        const outcome = marks.expect(name);
        stream.send({ event: 'mark', streamSid: start.streamSid, mark: { name } });
        return outcome;
      },
    },
  }) as MediaStreamSocket;
}

/**
 * Reads and writes a socket of ConversationRelay. Verify its upgrade before (`verifyUpgrade`), and attach the listeners before you wait for
 * anything else: what comes earlier is gone, and Twilio sends `setup` at once.
 *
 * @example
 * ```ts
 * conversationRelay(socket).on('prompt', async ({ voicePrompt }, relay) => {
 *   relay.send({ type: 'text', token: await answer(voicePrompt), last: true });
 * });
 * ```
 *
 * @throws TypeError when it is no socket that can be read and written.
 */
export function conversationRelay(socket: SocketSource, options: SocketOptions = {}): ConversationRelaySocket {
  let setup: ConversationRelaySetup | undefined;
  const relay = openSocket<ConversationRelayMessage, 'type', RelayCommand>(socket, options, {
    read(data) {
      const message = ConversationRelayMessage.parse(data as string);
      if (message.type === 'setup') setup = message;
      return { name: message.type, message };
    },
  });
  return Object.defineProperty(relay, 'setup', { get: () => setup, enumerable: true }) as ConversationRelaySocket;
}

/** What is sent as it is has a name too. */
function nameOf(command: StreamCommand): unknown {
  return 'event' in command ? command.event : (command.frame as { readonly event?: unknown }).event;
}
