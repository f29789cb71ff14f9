import { type FrameUnion, frameUnion } from '../schema/frame-union.js';
import { MediaStreamsConnected } from './media-streams-connected.js';
import { MediaStreamsDtmf } from './media-streams-dtmf.js';
import { MediaStreamsMark } from './media-streams-mark.js';
import { MediaStreamsMedia } from './media-streams-media.js';
import { MediaStreamsStart } from './media-streams-start.js';
import { MediaStreamsStop } from './media-streams-stop.js';

/** A message that is not known, or does not fit: log it and go on. */
export interface UnknownMediaStreamsFrame {
  /** Nothing: no message that is known has this form. */
  readonly event: undefined;
  /** What came: parsed, where it was JSON. */
  readonly frame: unknown;
}

/** A message of a media stream from Twilio: `event` tells which. */
export type MediaStreamsMessage =
  | MediaStreamsConnected
  | MediaStreamsDtmf
  | MediaStreamsMark
  | MediaStreamsMedia
  | MediaStreamsStart
  | MediaStreamsStop
  | UnknownMediaStreamsFrame;

/**
 * For the listener of the socket that `<Stream>` opens: takes the text or bytes of a message and never throws.
 *
 * @example
 * socket.on('message', (data) => {
 *   const message = MediaStreamsMessage.parse(data);
 *   if (message.event === 'media') recogniser.write(message.media.payload);
 * });
 */
export const MediaStreamsMessage: FrameUnion<
  readonly [
    typeof MediaStreamsConnected,
    typeof MediaStreamsDtmf,
    typeof MediaStreamsMark,
    typeof MediaStreamsMedia,
    typeof MediaStreamsStart,
    typeof MediaStreamsStop,
  ],
  UnknownMediaStreamsFrame
> = frameUnion({
  title: 'Media Streams message',
  by: 'event',
  members: [MediaStreamsConnected, MediaStreamsDtmf, MediaStreamsMark, MediaStreamsMedia, MediaStreamsStart, MediaStreamsStop],
});
