import * as z from 'zod';
import { type JsonObject, jsonText, openEnum, optional, text } from '../../schema/fields.js';
import { lazyObject } from '../../schema/lazily.js';

/** What a sender filled in, in a WhatsApp Flow. */
export interface InteractiveData {
  /** The answers, by the names that the flow gave them. */
  readonly flowResponse?: JsonObject | null | undefined;
}

// @__NO_SIDE_EFFECTS__
function makeInteractiveData() {
  return z.looseObject({ flowResponse: z.record(z.string(), z.unknown()).nullish() as z.ZodType<JsonObject | null | undefined> });
}

/** What the sender tapped, chose or filled in, on WhatsApp, RCS and Messenger. */
export const richParameters = {
  /** What kind of message it is: on all WhatsApp messages since about 2023, never on SMS. Recorded are `text` and `interactive`. */
  MessageType: optional(
    openEnum(
      'text',
      'interactive',
      'button',
      'image',
      'audio',
      'video',
      'document',
      'sticker',
      'location',
      'contacts',
      'order',
      'reaction',
    ),
  ),
  /** The label of the button that was tapped; `Body` has it too. */
  ButtonText: optional(text()),
  /** The id that you gave the button, as you wrote it: it may look like JSON. On RCS it came encoded until July 2025. */
  ButtonPayload: optional(text()),
  /** Whether the button replies or acts: on RCS. */
  ButtonType: optional(openEnum('REPLY', 'ACTION')),
  /** The id of the row that was chosen from a list. */
  ListId: optional(text()),
  /** The label of the row that was chosen from a list. */
  ListTitle: optional(text()),
  /** The answers of a WhatsApp Flow as WhatsApp sends them. */
  FlowData: optional(jsonText()),
  /** The answers of a WhatsApp Flow. */
  InteractiveData: optional(jsonText(lazyObject<InteractiveData>(makeInteractiveData))),
};
