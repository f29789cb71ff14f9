import { type FrameUnion, frameUnion } from '../schema/frame-union.js';
import type { UnknownMediaStreamsFrame } from './media-streams-message.js';
import { MediaStreamsSendClear } from './media-streams-send-clear.js';
import { MediaStreamsSendMark } from './media-streams-send-mark.js';
import { MediaStreamsSendMedia } from './media-streams-send-media.js';

/** A command to a media stream: `event` tells which. `writeFrame` makes the text that the socket sends. */
export type MediaStreamsCommand = MediaStreamsSendClear | MediaStreamsSendMark | MediaStreamsSendMedia;

/** For what stands in for Twilio, in tests: takes the text or bytes of a command and never throws. */
export const MediaStreamsCommand: FrameUnion<
  readonly [typeof MediaStreamsSendClear, typeof MediaStreamsSendMark, typeof MediaStreamsSendMedia],
  UnknownMediaStreamsFrame
> = frameUnion({
  title: 'Media Streams command',
  by: 'event',
  members: [MediaStreamsSendClear, MediaStreamsSendMark, MediaStreamsSendMedia],
});
