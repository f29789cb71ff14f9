import { oneOf, optional, sid } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { type FrameSchema, frame, part } from '../schema/frame.js';
import { streamFields } from './stream-fields.js';

const details = {
  /** The account or subaccount that owns the call: `AC…`. */
  accountSid: optional(sid('AC')),
  /** The call that was streamed: `CA…`. */
  callSid: optional(sid('CA')),
};

/** What was streamed. */
export interface MediaStreamsStopDetails extends PayloadOf<typeof details> {}

const fields = {
  /** `stop`. */
  event: oneOf('stop'),
  /** What was streamed. */
  stop: optional(part<MediaStreamsStopDetails>(details)),
};

/** A stream or its call ended. */
export interface MediaStreamsStop extends PayloadOf<typeof streamFields & typeof fields> {}

/** The last message, from Twilio. */
export const MediaStreamsStop: FrameSchema<MediaStreamsStop, 'media-streams.stop'> = frame({
  kind: 'media-streams.stop',
  title: 'stop',
  fields: [streamFields, fields],
});
