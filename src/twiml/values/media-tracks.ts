import { type Kind, type Open, oneOf } from '../kinds.js';

/** Which way the sound goes: from the caller to Twilio, from Twilio to the caller, or both. */
export type MediaTrack = 'inbound_track' | 'outbound_track' | 'both_tracks';

/** Takes the way that the sound goes. */
export const mediaTracks: Kind<Open<MediaTrack>> = oneOf('inbound_track', 'outbound_track', 'both_tracks');
