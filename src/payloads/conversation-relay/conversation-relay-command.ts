import { type FrameUnion, frameUnion } from '../schema/frame-union.js';
import type { UnknownConversationRelayFrame } from './conversation-relay-message.js';
import { ConversationRelaySendDigits } from './conversation-relay-send-digits.js';
import { ConversationRelaySendEnd } from './conversation-relay-send-end.js';
import { ConversationRelaySendLanguage } from './conversation-relay-send-language.js';
import { ConversationRelaySendPlay } from './conversation-relay-send-play.js';
import { ConversationRelaySendText } from './conversation-relay-send-text.js';

/** A command to a ConversationRelay session: `type` tells which. `writeFrame` makes the text that the socket sends. */
export type ConversationRelayCommand =
  | ConversationRelaySendDigits
  | ConversationRelaySendEnd
  | ConversationRelaySendLanguage
  | ConversationRelaySendPlay
  | ConversationRelaySendText;

/** For what stands in for Twilio, in tests: takes the text or bytes of a command and never throws. */
export const ConversationRelayCommand: FrameUnion<
  readonly [
    typeof ConversationRelaySendDigits,
    typeof ConversationRelaySendEnd,
    typeof ConversationRelaySendLanguage,
    typeof ConversationRelaySendPlay,
    typeof ConversationRelaySendText,
  ],
  UnknownConversationRelayFrame
> = frameUnion({
  title: 'ConversationRelay command',
  by: 'type',
  members: [
    ConversationRelaySendDigits,
    ConversationRelaySendEnd,
    ConversationRelaySendLanguage,
    ConversationRelaySendPlay,
    ConversationRelaySendText,
  ],
});
