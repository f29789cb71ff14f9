import { integer, openEnum, optional, sid, text, timestamp } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';

const parameters = {
  /** Who calls. The page says that the parameters of the call come too; no recorded body has them. */
  From: optional(text()),
  /** Who is called; see `From`. */
  To: optional(text()),
  /** The SIPREC session: `SR…`. */
  SiprecSid: sid('SR'),
  /** The session's `name`. */
  SiprecName: optional(text()),
  /** What happened. */
  SiprecEvent: openEnum('siprec-started', 'siprec-stopped', 'siprec-error'),
  /** When it happened, in UTC; no page says in which format. */
  Timestamp: optional(timestamp('iso8601')),
  /** What went wrong, with `siprec-error`. */
  SiprecError: optional(text()),
  /** Twilio's error number, with `siprec-error`. */
  SiprecErrorCode: optional(integer()),
};

/** A SIPREC session, which forks a call's audio to a recorder, began, ended or failed. */
export interface SiprecStatusCallback extends PayloadOf<Override<typeof callParameters, typeof parameters>> {}

/** Sent to the `statusCallback` of `<Siprec>`, or of a session that was started over REST. Answer with any 2xx. */
export const SiprecStatusCallback: PayloadSchema<SiprecStatusCallback, 'voice.siprec.status', 'nothing'> = form({
  kind: 'voice.siprec.status',
  title: '<Siprec> statusCallback',
  expects: 'nothing',
  signs: [{ has: ['SiprecEvent', 'SiprecSid', 'CallSid'] }],
  parameters: [callParameters, parameters],
});
