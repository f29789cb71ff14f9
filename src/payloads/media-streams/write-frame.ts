import { type RawFrame, writeCommand } from '../schema/frame-union.js';
import { MediaStreamsCommand } from './media-streams-command.js';

/**
 * Writes a command to a media stream as the text that the socket sends.
 *
 * @throws TypeError when it is no command, or does not fit. What Twilio has added since goes out as it is under `frame`, and so does what was
 *   read as unknown.
 *
 * @example
 * socket.send(writeFrame({ event: 'mark', streamSid, mark: { name: 'greeting' } }));
 * socket.send(writeFrame({ frame: { event: 'new', value: 1 } }));
 */
export function writeFrame(command: MediaStreamsCommand | RawFrame<'event'>): string {
  return writeCommand(MediaStreamsCommand, command);
}
