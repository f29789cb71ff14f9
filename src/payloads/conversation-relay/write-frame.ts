import { writeCommand } from '../schema/frame-union.js';
import { ConversationRelayCommand } from './conversation-relay-command.js';

/**
 * Writes a command to a ConversationRelay session as the text that the socket sends.
 *
 * @throws TypeError when it is no command, or does not fit. To send what Twilio has added since, write the JSON yourself.
 *
 * @example
 * socket.send(writeFrame({ type: 'text', token: 'Hello. ', last: false }));
 */
export function writeFrame(command: ConversationRelayCommand): string {
  return writeCommand(ConversationRelayCommand, command);
}
