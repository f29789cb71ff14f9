import * as z from 'zod';
import { oneOf } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { type FrameSchema, frame } from '../schema/frame.js';
import { lazily } from '../schema/lazily.js';

const fields = {
  /** `sendDigits`. */
  type: oneOf('sendDigits'),
  /** The keys, at least one: `0` to `9`, `*`, `#`, and `w` for half a second of silence. */
  digits: lazily(z.ZodString, () => z.string().regex(/^[0-9w#*]+$/, { error: 'expected keys: 0 to 9, *, # and w' }).def),
};

/** Presses keys, for whoever is at the other end. */
export interface ConversationRelaySendDigits extends PayloadOf<typeof fields> {}

/** A command to Twilio. */
export const ConversationRelaySendDigits: FrameSchema<ConversationRelaySendDigits, 'conversation-relay.send-digits'> = frame({
  kind: 'conversation-relay.send-digits',
  title: 'sendDigits',
  fields: [fields],
});
