import { writeCommand } from '../schema/frame-union.js';
import { MediaStreamsCommand } from './media-streams-command.js';

/**
 * Writes a command to a media stream as the text that the socket sends.
 *
 * @throws TypeError when it is no command, or does not fit. To send what Twilio has added since, write the JSON yourself.
 *
 * @example
 * socket.send(writeFrame({ event: 'mark', streamSid, mark: { name: 'greeting' } }));
 */
export function writeFrame(command: MediaStreamsCommand): string {
  return writeCommand(MediaStreamsCommand, command);
}
