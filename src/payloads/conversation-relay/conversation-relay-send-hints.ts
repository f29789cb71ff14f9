import { oneOf, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { type FrameSchema, frame, setting } from '../schema/frame.js';
import { jsonList } from '../schema/json-fields.js';
import { lazyUnion } from '../schema/lazily.js';

const fields = {
  /** `hints`. */
  type: oneOf('hints'),
  /** Words that the caller is likely to say: a list, or one text with commas as in the attribute of that name. No page shows the field. */
  hints: setting(lazyUnion<string | readonly string[]>(() => [text(), jsonList(text())])),
};

/** Changes which words the recognition of speech is to expect. */
export interface ConversationRelaySendHints extends PayloadOf<typeof fields> {}

/** A command to Twilio, since October 2026; known by its name alone. Fields of other names go out as they are. */
export const ConversationRelaySendHints: FrameSchema<ConversationRelaySendHints, 'conversation-relay.send-hints'> = frame({
  kind: 'conversation-relay.send-hints',
  title: 'hints',
  fields: [fields],
});
