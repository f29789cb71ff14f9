import { oneOf, optional, textOrEmpty } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { type FrameSchema, frame, frameNumber } from '../schema/frame.js';

const fields = {
  /** `interrupt`. */
  type: oneOf('interrupt'),
  /** What the caller heard of your text before; it may be empty. */
  utteranceUntilInterrupt: textOrEmpty(),
  /** Milliseconds that had been played. */
  durationUntilInterruptMs: optional(frameNumber()),
};

/** The caller interrupted what was being said. */
export interface ConversationRelayInterrupt extends PayloadOf<typeof fields> {}

/** Comes from Twilio when speech has stopped the playing; documented for speech alone. Stop what you are generating. */
export const ConversationRelayInterrupt: FrameSchema<ConversationRelayInterrupt, 'conversation-relay.interrupt'> = frame({
  kind: 'conversation-relay.interrupt',
  title: 'interrupt',
  fields: [fields],
});
