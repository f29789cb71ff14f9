import type { ConversationRelayCommand } from '../conversation-relay/conversation-relay-command.js';
import { writeFrame as writeRelayFrame } from '../conversation-relay/write-frame.js';
import type { MediaStreamsCommand } from '../media-streams/media-streams-command.js';
import { writeFrame as writeStreamFrame } from '../media-streams/write-frame.js';
import type { RawFrame } from './frame-union.js';

/**
 * Writes a command to a media stream or a ConversationRelay session as the text that the socket sends. The families have one each for
 * their own commands.
 *
 * @throws TypeError when it is no command, or does not fit. What Twilio has added since goes out as it is under `frame`, and so does what was
 *   read as unknown.
 */
export function writeFrame(command: MediaStreamsCommand | ConversationRelayCommand | RawFrame<'event' | 'type'>): string {
  return typeof command === 'object' && command !== null && 'event' in command ? writeStreamFrame(command) : writeRelayFrame(command);
}
