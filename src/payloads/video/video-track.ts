import { oneOf, openEnum, optional, sid, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { participantParameters } from './groups/participant.js';
import { roomParameters } from './groups/room.js';

const parameters = {
  /** What the participant did: published the track, took it back, let it run or paused it. */
  StatusCallbackEvent: oneOf('track-added', 'track-removed', 'track-enabled', 'track-disabled'),
  /** The track: `MT…`. */
  TrackSid: sid('MT'),
  /** What it carries. */
  TrackKind: optional(openEnum('data', 'audio', 'video')),
  /** The name that the publisher gave it; no table names it. */
  TrackName: optional(text()),
};

/** A participant published, took back, paused or went on with a track. */
export interface VideoTrack extends PayloadOf<typeof participantParameters & typeof roomParameters & typeof parameters> {}

/** Sent to the status callback URL of a room, or of the account's default room settings. Answer with any 2xx. */
export const VideoTrack: PayloadSchema<VideoTrack, 'video.track', 'nothing'> = form({
  kind: 'video.track',
  title: 'Track added, removed, enabled or disabled',
  expects: 'nothing',
  signs: [{ is: { StatusCallbackEvent: ['track-added', 'track-removed', 'track-enabled', 'track-disabled'] } }],
  parameters: [participantParameters, roomParameters, parameters],
});
