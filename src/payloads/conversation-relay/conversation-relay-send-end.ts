import { oneOf, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { type FrameSchema, frame, setting } from '../schema/frame.js';

const fields = {
  /** `end`. */
  type: oneOf('end'),
  /** What the `action` of `<Connect>` is to get as `HandoffData`: any text, often JSON. */
  handoffData: setting(text()),
};

/** Ends the session; the call goes on at the `action` of `<Connect>`. */
export interface ConversationRelaySendEnd extends PayloadOf<typeof fields> {}

/** A command to Twilio, the last one. */
export const ConversationRelaySendEnd: FrameSchema<ConversationRelaySendEnd, 'conversation-relay.send-end'> = frame({
  kind: 'conversation-relay.send-end',
  title: 'end',
  fields: [fields],
});
