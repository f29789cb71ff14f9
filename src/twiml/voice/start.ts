import { type Element, element, type Fill, type TwimlAttributes, type TwimlBuilder } from '../element.js';
import { type AttributesOf, method, url } from '../kinds.js';
import { type MediaFilterVerb, mediaFilterElement } from './media-filter.js';
import { type RecordingVerb, recordingElement } from './recording.js';
import { type SiprecVerb, siprecElement } from './siprec.js';
import { type StreamVerb, streamElement } from './stream.js';
import { type TranscriptionVerb, transcriptionElement } from './transcription.js';

const attributes = {
  /** Only Twilio's libraries have it, and do not say when Twilio requests it. */
  action: url(),
  /** HTTP method for `action`. */
  method: method(),
};

/** What `<Start>` may carry. */
export interface StartAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** Inside `<Start>`: what runs beside the call. */
export interface StartBuilder extends TwimlBuilder, MediaFilterVerb, RecordingVerb, SiprecVerb, StreamVerb, TranscriptionVerb {}

/** Adds what stands inside `<Start>`. */
export interface StartFill extends Fill<StartBuilder>, StartAttributes {}

/** What `<Start>` may stand in. */
export interface StartVerb {
  /** Starts something that runs beside the call. Twilio goes on to the next verb at once; if there is none, the call ends. */
  start(content?: StartFill | StartAttributes): this;
  /** Starts something that runs beside the call. Twilio goes on to the next verb at once; if there is none, the call ends. */
  start(attributes: StartAttributes, fill: StartFill): this;
}

/** @internal */
export const startElement: Element = element<StartBuilder>({
  tag: 'Start',
  attributes,
  children: {
    mediaFilter: () => mediaFilterElement,
    recording: () => recordingElement,
    siprec: () => siprecElement,
    stream: () => streamElement,
    transcription: () => transcriptionElement,
  },
});
