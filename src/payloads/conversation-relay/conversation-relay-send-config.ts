import { oneOf, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { type FrameSchema, frame, setting } from '../schema/frame.js';
import { jsonBoolean, jsonNumber } from '../schema/json-fields.js';
import { lazyUnion } from '../schema/lazily.js';

// Twilio names the settings and shows no message: what fits the attribute of the same name is let through, in any way JSON can have it.
const flagOrText = /* @__PURE__ */ lazyUnion<boolean | string>(() => [jsonBoolean(), text()]);
const numberOrText = /* @__PURE__ */ lazyUnion<number | string>(() => [jsonNumber(), text()]);

const fields = {
  /** `config`. */
  type: oneOf('config'),
  /** What may interrupt what is said: `none`, `dtmf`, `speech` or `any`, or a flag. */
  interruptible: setting(flagOrText),
  /** Whether what is said next may cut off what is said before. */
  preemptible: setting(flagOrText),
  /** Whether keys are reported as `dtmf`. */
  dtmfDetection: setting(flagOrText),
  /** What the caller does while your text is spoken, and is reported: `none`, `dtmf`, `speech` or `any`, or a flag. */
  reportInputDuringAgentSpeech: setting(flagOrText),
  /** Whether `prompt` also comes within an utterance. */
  partialPrompts: setting(flagOrText),
  /** How long the caller must be silent for an utterance to be over: milliseconds, or `auto`. */
  speechTimeout: setting(numberOrText),
  /** Whether what the caller's microphone hears of your own text is left out of prompts. */
  echoPromptFiltering: setting(flagOrText),
  /** How easily speech interrupts: `high`, `medium` or `low`. */
  interruptSensitivity: setting(text()),
  /** Whether short signs of listening, such as "uh-huh", do not interrupt. */
  ignoreBackchannel: setting(flagOrText),
  /** Whether swear words are masked in prompts. */
  profanityFilter: setting(flagOrText),
  /** How sure the recognition must be that a turn is over, from 0.5 to 0.9, with the models that can tell. */
  eotThreshold: setting(numberOrText),
};

/** Changes settings of the running session, by the names of the attributes of `<ConversationRelay>`; what is left out stays as it is. */
export interface ConversationRelaySendConfig extends PayloadOf<typeof fields> {}

/**
 * A command to Twilio, since October 2026. Its settings are documented by name alone: whether they stand beside `type` or inside another
 * field, and how each is written, no page that was seen shows. Fields of other names go out as they are.
 */
export const ConversationRelaySendConfig: FrameSchema<ConversationRelaySendConfig, 'conversation-relay.send-config'> = frame({
  kind: 'conversation-relay.send-config',
  title: 'config',
  fields: [fields],
});
