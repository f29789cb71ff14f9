import { openEnum, optional, sid, text, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';

const parameters = {
  /** The call whose audio is streamed: `CA…`. */
  CallSid: sid('CA'),
  /** The account or subaccount that owns the call. Its auth token signs the request. */
  AccountSid: sid('AC'),
  /** The stream: `MZ…`. */
  StreamSid: sid('MZ'),
  /** The stream's `name`, or its SID when it has none. */
  StreamName: optional(text()),
  /** What happened. */
  StreamEvent: openEnum('stream-started', 'stream-stopped', 'stream-error'),
  /** What went wrong, with `stream-error`. */
  StreamError: optional(text()),
  /** When it happened, in UTC. */
  Timestamp: optional(timestamp('iso8601')),
};

/** A media stream began, ended or failed. */
export interface StreamStatusCallback extends PayloadOf<typeof parameters> {}

/** Sent to the `statusCallback` of `<Stream>`, or of a stream that was started over REST. Answer with any 2xx. */
export const StreamStatusCallback: PayloadSchema<StreamStatusCallback, 'voice.stream.status', 'nothing'> = form({
  kind: 'voice.stream.status',
  title: '<Stream> statusCallback',
  expects: 'nothing',
  signs: [{ has: ['StreamEvent', 'StreamSid', 'CallSid'] }],
  parameters: [parameters],
});
