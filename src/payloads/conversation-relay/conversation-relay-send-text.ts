import { oneOf, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { type FrameSchema, frame, setting } from '../schema/frame.js';
import { jsonBoolean } from '../schema/json-fields.js';

const fields = {
  /** `text`. */
  type: oneOf('text'),
  /** What to say: a piece of the whole, with its spaces. It may be empty, and may hold SSML. */
  token: text(),
  /** Whether this ends what is to be said. @default false */
  last: setting(jsonBoolean()),
  /** The language of this piece alone: BCP 47. What is said after it is spoken as before. */
  lang: setting(text()),
  /** Whether the caller may interrupt; in place of the attribute of `<ConversationRelay>`. */
  interruptible: setting(jsonBoolean()),
  /** Whether what is said next may cut this off; in place of the attribute of `<ConversationRelay>`. */
  preemptible: setting(jsonBoolean()),
};

/** Says something. */
export interface ConversationRelaySendText extends PayloadOf<typeof fields> {}

/** A command to Twilio: send each piece as your model makes it, and `last` with the last one. */
export const ConversationRelaySendText: FrameSchema<ConversationRelaySendText, 'conversation-relay.send-text'> = frame({
  kind: 'conversation-relay.send-text',
  title: 'text',
  fields: [fields],
});
