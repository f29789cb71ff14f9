import { oneOf, textOrEmpty } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { type FrameSchema, frame } from '../schema/frame.js';

const fields = {
  /** `error`. */
  type: oneOf('error'),
  /** What went wrong, in a sentence; it may quote the message that you sent. */
  description: textOrEmpty(),
};

/** Something went wrong in the session: mostly a command that is not understood. */
export interface ConversationRelayError extends PayloadOf<typeof fields> {}

/** Comes from Twilio. The tenth command in a row that is not understood closes the socket. A command that Twilio cannot read is error 64107. */
export const ConversationRelayError: FrameSchema<ConversationRelayError, 'conversation-relay.error'> = frame({
  kind: 'conversation-relay.error',
  title: 'error',
  fields: [fields],
});
