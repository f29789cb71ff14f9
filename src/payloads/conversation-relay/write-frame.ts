import { type RawFrame, writeCommand } from '../schema/frame-union.js';
import { ConversationRelayCommand } from './conversation-relay-command.js';

/**
 * Writes a command to a ConversationRelay session as the text that the socket sends.
 *
 * @throws TypeError when it is no command, or does not fit. What Twilio has added since goes out as it is under `frame`, and so does what was
 *   read as unknown.
 *
 * @example
 * socket.send(writeFrame({ type: 'text', token: 'Hello. ', last: false }));
 * socket.send(writeFrame({ frame: { type: 'new', value: 1 } }));
 */
export function writeFrame(command: ConversationRelayCommand | RawFrame<'type'>): string {
  return writeCommand(ConversationRelayCommand, command);
}
