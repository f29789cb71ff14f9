import { oneOf, sid } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { always, type FrameSchema, frame, part } from '../schema/frame.js';
import { streamFields } from './stream-fields.js';

const details = {
  /** The account or subaccount that owns the call: `AC…`. */
  accountSid: always(sid('AC')),
  /** The call that was streamed: `CA…`. */
  callSid: always(sid('CA')),
};

/** What was streamed. */
export interface MediaStreamsStopDetails extends PayloadOf<typeof details> {}

const fields = {
  /** `stop`. */
  event: oneOf('stop'),
  /** What was streamed. */
  stop: always(part<MediaStreamsStopDetails>(details)),
};

/** A stream or its call ended. */
export interface MediaStreamsStop extends PayloadOf<typeof streamFields & typeof fields> {}

/** The last message, from Twilio. */
export const MediaStreamsStop: FrameSchema<MediaStreamsStop, 'media-streams.stop'> = frame({
  kind: 'media-streams.stop',
  title: 'stop',
  fields: [streamFields, fields],
});
