import { oneOf, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { type FrameSchema, frame } from '../schema/frame.js';

const fields = {
  /** `dtmf`. */
  type: oneOf('dtmf'),
  /** The key: `0` to `9`, `*` or `#`. */
  digit: text(),
};

/** The caller pressed a key. */
export interface ConversationRelayDtmf extends PayloadOf<typeof fields> {}

/** Comes from Twilio when the `<ConversationRelay>` has `dtmfDetection`. */
export const ConversationRelayDtmf: FrameSchema<ConversationRelayDtmf, 'conversation-relay.dtmf'> = frame({
  kind: 'conversation-relay.dtmf',
  title: 'dtmf',
  fields: [fields],
});
