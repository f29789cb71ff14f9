import { integer, optional, text } from '../../schema/fields.js';
import { type Gatherer, prefixed } from '../../schema/lists.js';
import type { SipHeaders } from './sip.js';

/** What the endpoint of a `<Sip>` answered. */
export const dialSipParameters = {
  /** The `Call-ID` header of the dialled leg. */
  DialSipCallId: optional(text()),
  /** The final SIP status of the dialled leg, such as 200, 408 or 486. */
  DialSipResponseCode: optional(integer()),
};

/** The headers that a dialled SIP endpoint answered with. */
export interface DialSipLists {
  /** The `X-` headers of the final answer, from `DialSipHeader_X-Reason` and so on; empty when there are none. */
  DialSipHeaders: SipHeaders;
}

/** @internal */
export const dialSipHeaderList: Gatherer = /* @__PURE__ */ prefixed('DialSipHeaders', 'DialSipHeader_');
