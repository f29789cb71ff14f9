import { type Element, element, type TwimlAttributesAlone } from '../element.js';
import { type AttributesOf, method, oneOf, text, url } from '../kinds.js';
import { recordingEvents } from '../values/recording-events.js';
import { recordingTracks } from '../values/recording-tracks.js';
import { trims } from '../values/trims.js';

const attributes = {
  /** A name for the recording, one of its kind in the call, to stop it by. No library of Twilio's has it. */
  name: text(),
  /** Both sides in one channel, or the caller in the first and the other side in the second. @default "dual" */
  channels: oneOf('mono', 'dual'),
  /** Which side is recorded. @default "both" */
  track: recordingTracks,
  /** Cuts silence off the beginning and the end of the recording, or leaves it. @default "trim-silence" */
  trim: trims,
  /** Where Twilio reports on the recording, for example that its file can be fetched. */
  recordingStatusCallback: url(),
  /** What it reports there. @default ["completed"] */
  recordingStatusCallbackEvent: recordingEvents,
  /** HTTP method for `recordingStatusCallback`. @default "POST" */
  recordingStatusCallbackMethod: method(),
  /** The recording configuration of your account that this recording is made and kept by. */
  recordingConfigurationId: text(),
};

/** What `<Recording>` may carry. */
export interface RecordingAttributes extends AttributesOf<typeof attributes>, TwimlAttributesAlone {}

/** What `<Recording>` may stand in. */
export interface RecordingVerb {
  /** Records the call from here on, whatever verbs follow. */
  recording(attributes?: RecordingAttributes): this;
}

/** @internal */
export const recordingElement: Element = element({
  tag: 'Recording',
  attributes,
  children: {},
});
