import { type Element, element, type Fill, type TwimlBuilder } from '../element.js';
import { type MediaFilterVerb, mediaFilterElement } from './media-filter.js';
import { type RecordingVerb, recordingElement } from './recording.js';
import { type SiprecVerb, siprecElement } from './siprec.js';
import { type StopStreamVerb, stopStreamElement } from './stop-stream.js';
import { type TranscriptionVerb, transcriptionElement } from './transcription.js';

/** Inside `<Stop>`: what to stop. */
export interface StopBuilder extends TwimlBuilder, MediaFilterVerb, RecordingVerb, SiprecVerb, StopStreamVerb, TranscriptionVerb {}

/** What `<Stop>` may stand in. */
export interface StopVerb {
  /** Stops what `<Start>` began, found by its `name`. */
  stop(fill?: Fill<StopBuilder>): this;
}

/** @internal */
export const stopElement: Element = element<StopBuilder>({
  tag: 'Stop',
  attributes: {},
  children: {
    mediaFilter: () => mediaFilterElement,
    recording: () => recordingElement,
    siprec: () => siprecElement,
    stream: () => stopStreamElement,
    transcription: () => transcriptionElement,
  },
});
