import { type FrameUnion, frameUnion } from '../schema/frame-union.js';
import { ConversationRelayDtmf } from './conversation-relay-dtmf.js';
import { ConversationRelayError } from './conversation-relay-error.js';
import { ConversationRelayInfo } from './conversation-relay-info.js';
import { ConversationRelayInterrupt } from './conversation-relay-interrupt.js';
import { ConversationRelayPrompt } from './conversation-relay-prompt.js';
import { ConversationRelaySetup } from './conversation-relay-setup.js';

/** A message that is not known, or does not fit: log it and go on. */
export interface UnknownConversationRelayFrame {
  /** Nothing: no message that is known has this form. */
  readonly type: undefined;
  /** What came: parsed, where it was JSON. */
  readonly frame: unknown;
}

/** A message of a ConversationRelay session from Twilio: `type` tells which. */
export type ConversationRelayMessage =
  | ConversationRelayDtmf
  | ConversationRelayError
  | ConversationRelayInfo
  | ConversationRelayInterrupt
  | ConversationRelayPrompt
  | ConversationRelaySetup
  | UnknownConversationRelayFrame;

/**
 * For the listener of the socket that `<ConversationRelay>` opens: takes the text or bytes of a message and never throws.
 *
 * @example
 * socket.on('message', async (data) => {
 *   const message = ConversationRelayMessage.parse(data);
 *   if (message.type === 'prompt') socket.send(writeFrame({ type: 'text', token: await answer(message.voicePrompt), last: true }));
 * });
 */
export const ConversationRelayMessage: FrameUnion<
  readonly [
    typeof ConversationRelayDtmf,
    typeof ConversationRelayError,
    typeof ConversationRelayInfo,
    typeof ConversationRelayInterrupt,
    typeof ConversationRelayPrompt,
    typeof ConversationRelaySetup,
  ],
  UnknownConversationRelayFrame
> = frameUnion({
  title: 'ConversationRelay message',
  by: 'type',
  members: [
    ConversationRelayDtmf,
    ConversationRelayError,
    ConversationRelayInfo,
    ConversationRelayInterrupt,
    ConversationRelayPrompt,
    ConversationRelaySetup,
  ],
});
