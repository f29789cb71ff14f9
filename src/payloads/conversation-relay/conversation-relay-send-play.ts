import * as z from 'zod';
import { oneOf, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { type FrameSchema, frame, setting } from '../schema/frame.js';
import { jsonBoolean } from '../schema/json-fields.js';
import { lazily } from '../schema/lazily.js';

const fields = {
  /** `play`. */
  type: oneOf('play'),
  /** The URL of the audio. */
  source: text(),
  /** How many times; 0 is until the call ends, or a thousand times. @default 1 */
  loop: setting(lazily(z.ZodNumber, () => z.int().min(0).def)),
  /** Whether what is said next may cut this off. @default false */
  preemptible: setting(jsonBoolean()),
  /** Whether the caller may interrupt; in place of the attribute of `<ConversationRelay>`. */
  interruptible: setting(jsonBoolean()),
};

/** Plays a file of audio. */
export interface ConversationRelaySendPlay extends PayloadOf<typeof fields> {}

/** A command to Twilio. */
export const ConversationRelaySendPlay: FrameSchema<ConversationRelaySendPlay, 'conversation-relay.send-play'> = frame({
  kind: 'conversation-relay.send-play',
  title: 'play',
  fields: [fields],
});
