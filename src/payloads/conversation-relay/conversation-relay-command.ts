import { type FrameUnion, frameUnion } from '../schema/frame-union.js';
import type { UnknownConversationRelayFrame } from './conversation-relay-message.js';
import { ConversationRelaySendConfig } from './conversation-relay-send-config.js';
import { ConversationRelaySendDigits } from './conversation-relay-send-digits.js';
import { ConversationRelaySendEnd } from './conversation-relay-send-end.js';
import { ConversationRelaySendHints } from './conversation-relay-send-hints.js';
import { ConversationRelaySendLanguage } from './conversation-relay-send-language.js';
import { ConversationRelaySendPlay } from './conversation-relay-send-play.js';
import { ConversationRelaySendText } from './conversation-relay-send-text.js';

/** A command to a ConversationRelay session: `type` tells which. `writeFrame` makes the text that the socket sends. */
export type ConversationRelayCommand =
  | ConversationRelaySendConfig
  | ConversationRelaySendDigits
  | ConversationRelaySendEnd
  | ConversationRelaySendHints
  | ConversationRelaySendLanguage
  | ConversationRelaySendPlay
  | ConversationRelaySendText;

/** For what stands in for Twilio, in tests: takes the text or bytes of a command and never throws. */
export const ConversationRelayCommand: FrameUnion<
  readonly [
    typeof ConversationRelaySendConfig,
    typeof ConversationRelaySendDigits,
    typeof ConversationRelaySendEnd,
    typeof ConversationRelaySendHints,
    typeof ConversationRelaySendLanguage,
    typeof ConversationRelaySendPlay,
    typeof ConversationRelaySendText,
  ],
  UnknownConversationRelayFrame
> = frameUnion({
  title: 'ConversationRelay command',
  by: 'type',
  members: [
    ConversationRelaySendConfig,
    ConversationRelaySendDigits,
    ConversationRelaySendEnd,
    ConversationRelaySendHints,
    ConversationRelaySendLanguage,
    ConversationRelaySendPlay,
    ConversationRelaySendText,
  ],
});
