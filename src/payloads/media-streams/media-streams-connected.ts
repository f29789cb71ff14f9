import { oneOf, openEnum, optional, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { type FrameSchema, frame } from '../schema/frame.js';

const fields = {
  /** `connected`. */
  event: oneOf('connected'),
  /** What the socket carries, for as long as it is open. */
  protocol: optional(openEnum('Call')),
  /** The version of the protocol, such as `1.0.0`. */
  version: optional(text()),
};

/** The socket is open. It belongs to no stream yet: `start` follows. */
export interface MediaStreamsConnected extends PayloadOf<typeof fields> {}

/** The first message of a media stream, from Twilio. */
export const MediaStreamsConnected: FrameSchema<MediaStreamsConnected, 'media-streams.connected'> = frame({
  kind: 'media-streams.connected',
  title: 'connected',
  fields: [fields],
});
