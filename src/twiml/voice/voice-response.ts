import { type Element, element, startDocument, type TwimlBuilder } from '../element.js';
import { type GatherVerb, gatherElement } from './gather.js';
import { type HangupVerb, hangupElement } from './hangup.js';
import { type PauseVerb, pauseElement } from './pause.js';
import { type PlayVerb, playElement } from './play.js';
import { type RedirectVerb, redirectElement } from './redirect.js';
import { type SayVerb, sayElement } from './say.js';
import type { VoiceDocument } from './voice-document.js';

/** A voice document: what Twilio does with a call, one verb after the other. */
export interface VoiceResponse extends VoiceDocument, TwimlBuilder, GatherVerb, HangupVerb, PauseVerb, PlayVerb, RedirectVerb, SayVerb {}

/** @internal */
export const voiceResponseElement: Element = element<VoiceResponse>({
  tag: 'Response',
  attributes: {},
  children: {
    gather: () => gatherElement,
    hangup: () => hangupElement,
    pause: () => pauseElement,
    play: () => playElement,
    redirect: () => redirectElement,
    say: () => sayElement,
  },
});

/**
 * Starts a voice document.
 *
 * @example
 * ```ts
 * voiceResponse().say('Goodbye.').hangup().toString();
 * ```
 */
export function voiceResponse(): VoiceResponse {
  return startDocument(voiceResponseElement, 'voice');
}
