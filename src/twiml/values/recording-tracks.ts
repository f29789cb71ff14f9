import { type Kind, type Open, oneOf } from '../kinds.js';

/** Which side is recorded: what Twilio hears from the caller, what it sends to the caller, or both. */
export type RecordingTrack = 'inbound' | 'outbound' | 'both';

/** Takes the side that is recorded. */
export const recordingTracks: Kind<Open<RecordingTrack>> = oneOf('inbound', 'outbound', 'both');
