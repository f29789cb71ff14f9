import { openEnum, openEnumOf, optional, sid, text } from '../../schema/fields.js';

/** How far a call can have got. */
export const callStatuses = [
  'queued',
  'initiated',
  'ringing',
  'in-progress',
  'completed',
  'busy',
  'failed',
  'no-answer',
  'canceled',
] as const;

/** What every request about a call has in which Twilio asks for instructions, and most reports of its progress. */
export const callParameters = {
  /** The leg that the request is about; of a dialled leg, `ParentCallSid` is the one that dialled. */
  CallSid: sid('CA'),
  /** The account or subaccount that owns the call. Its auth token signs the request. */
  AccountSid: sid('AC'),
  /** The version of the API as a date; `2008-08-01` on very old numbers only. */
  ApiVersion: optional(openEnum('2010-04-01', '2008-08-01')),
  /** Which way the call goes, and who started it. */
  Direction: optional(openEnum('inbound', 'outbound-api', 'outbound-dial')),
  /** How far the call got. An answered call is `in-progress`. A call to a SIP domain may come without. */
  CallStatus: optional(openEnumOf(callStatuses)),
  /** Who calls: E.164, `client:name`, `sip:user@host`, `whatsapp:+15005550006`, or a word such as `anonymous`; see `parseAddress`. */
  From: text(),
  /** Who is called, in the same forms as `From`, or the SID of an application. A call of a Voice SDK may leave it empty. */
  To: text(),
  /** The same as `From`. */
  Caller: optional(text()),
  /** The same as `To`. */
  Called: optional(text()),
  /** The number that forwarded the call, where the carrier passes it on. */
  ForwardedFrom: optional(text()),
  /** The same as `ForwardedFrom`, seen beside it; no table names it. */
  CalledVia: optional(text()),
  /** The caller's registered name, when the number looks names up. */
  CallerName: optional(text()),
  /** The call that dialled this leg: `CA…`. */
  ParentCallSid: optional(sid('CA')),
  /** An opaque token of an incoming call, to be handed back to the REST API as it is. Not sent with GET. */
  CallToken: optional(text()),
  /** The TwiML application that routed the request: `AP…`. */
  ApplicationSid: optional(sid('AP')),
};
