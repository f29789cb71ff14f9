import { optional, sid, text } from '../../schema/fields.js';
import { type Gatherer, prefixed } from '../../schema/lists.js';

/** What came over SIP: the INVITE of a call to a SIP domain, or the answer of a dialled SIP endpoint. Absent on other calls. */
export const sipParameters = {
  /** The `Call-ID` header. */
  SipCallId: optional(text()),
  /** Host of the request URI, such as `acme.sip.twilio.com`. */
  SipDomain: optional(text()),
  /** The SIP domain, as a resource of your account. */
  SipDomainSid: optional(sid('SD')),
  /** IP address that the signalling came from. */
  SipSourceIp: optional(text()),
};

/** Headers of a SIP message, by their names as they came, such as `X-Route-Id` or `User-to-User`. */
export type SipHeaders = Readonly<Record<string, string | undefined>>;

/** The headers that came over SIP. */
export interface SipLists {
  /** The `X-` headers and `User-to-User`, from `SipHeader_X-Route-Id` and so on; empty when there are none, and always over a BYOC trunk. */
  SipHeaders: SipHeaders;
}

/** @internal */
export const sipHeaderList: Gatherer = /* @__PURE__ */ prefixed('SipHeaders', 'SipHeader_');
