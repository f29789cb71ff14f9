import * as z from 'zod';
import { flag, jsonText, oneOf, openEnum, optional, text } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import { lazyObject } from '../schema/lazily.js';
import type { PayloadSchema } from '../schema/schema.js';
import { transcriptionEventParameters } from './groups/transcription-event.js';

/** How the engine transcribes. Every value is text, flags too; there may be more names than these. */
export interface TranscriptionProviderConfiguration {
  /** Whether swear words are masked: `true` or `false`. */
  readonly profanityFilter?: string | null | undefined;
  /** The engine's own name of the model, such as `telephony`. */
  readonly speechModel?: string | null | undefined;
  /** Whether the engine adds full stops and commas: `true` or `false`. */
  readonly enableAutomaticPunctuation?: string | null | undefined;
  /** Words that are likely to be said, with commas between. */
  readonly hints?: string | null | undefined;
}

// @__NO_SIDE_EFFECTS__
function makeProviderConfiguration() {
  const setting = z.string().nullish();
  return z.looseObject({ profanityFilter: setting, speechModel: setting, enableAutomaticPunctuation: setting, hints: setting });
}

const parameters = {
  /** `transcription-started`. */
  TranscriptionEvent: oneOf('transcription-started'),
  /** How the engine transcribes. */
  ProviderConfiguration: optional(jsonText(lazyObject<TranscriptionProviderConfiguration>(makeProviderConfiguration))),
  /** Who transcribes. */
  TranscriptionEngine: optional(openEnum('google', 'deepgram')),
  /** The name that was given to the transcription. */
  Name: optional(text()),
  /** Which sides are transcribed. */
  Track: optional(openEnum('inbound_track', 'outbound_track', 'both_tracks')),
  /** What you call the side that calls. */
  InboundTrackLabel: optional(text()),
  /** What you call the other side. */
  OutboundTrackLabel: optional(text()),
  /** Whether content is sent before an utterance is over. */
  PartialResults: optional(flag()),
  /** The language that is expected: BCP 47, or `multi`. */
  LanguageCode: optional(text()),
};

/** A real-time transcription began. */
export interface TranscriptionStarted extends PayloadOf<Override<typeof transcriptionEventParameters, typeof parameters>> {}

/** The first event of every transcription; a wrong name of an engine gives none. See `TranscriptionEvent`. Answer with any 2xx. */
export const TranscriptionStarted: PayloadSchema<TranscriptionStarted, 'voice.transcription.started', 'nothing'> = form({
  kind: 'voice.transcription.started',
  title: 'Real-time transcription started',
  expects: 'nothing',
  signs: [{ is: { TranscriptionEvent: 'transcription-started' } }],
  parameters: [transcriptionEventParameters, parameters],
});
