import { oneOf, openEnum, optional, sid } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { always, type FrameSchema, frame, frameNumber, part, textsByName } from '../schema/frame.js';
import { jsonList } from '../schema/json-fields.js';
import { streamFields } from './stream-fields.js';

const format = {
  /** How the audio is coded. */
  encoding: optional(openEnum('audio/x-mulaw')),
  /** Samples a second: 8000. */
  sampleRate: optional(frameNumber()),
  /** How many channels: 1. */
  channels: optional(frameNumber()),
};

/** How the audio of a stream is coded. */
export interface MediaStreamsFormat extends PayloadOf<typeof format> {}

const details = {
  /** The call that is streamed: `CA…`. */
  callSid: sid('CA'),
  /** The account or subaccount that owns the call: `AC…`. */
  accountSid: always(sid('AC')),
  /** The stream, once more. */
  streamSid: always(sid('MZ')),
  /** Which sides are streamed. */
  tracks: optional(jsonList(openEnum('inbound', 'outbound'))),
  /** What the `<Parameter>`s of the `<Stream>` say. Empty, or now and then absent, when there are none. */
  customParameters: optional(textsByName()),
  /** How the audio is coded, in both directions. */
  mediaFormat: optional(part<MediaStreamsFormat>(format)),
};

/** What is streamed, and how. */
export interface MediaStreamsStartDetails extends PayloadOf<typeof details> {}

const fields = {
  /** `start`. */
  event: oneOf('start'),
  /** What is streamed, and how. */
  start: part<MediaStreamsStartDetails>(details),
};

/** A stream begins. */
export interface MediaStreamsStart extends PayloadOf<typeof streamFields & typeof fields> {}

/** Comes once, right after `connected`, from Twilio. Keep its `streamSid`: every command needs it. */
export const MediaStreamsStart: FrameSchema<MediaStreamsStart, 'media-streams.start'> = frame({
  kind: 'media-streams.start',
  title: 'start',
  fields: [streamFields, fields],
});
