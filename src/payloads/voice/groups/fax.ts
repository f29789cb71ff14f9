import { openEnum, optional, sid, text } from '../../schema/fields.js';

/** What every request about a fax has. Programmable Fax ended on 17 December 2021; services that are like it go on. */
export const faxParameters = {
  /** The fax: `FX…`. */
  FaxSid: sid('FX'),
  /** The account or subaccount that owns the fax. Its auth token signs the request. */
  AccountSid: sid('AC'),
  /** Who sent it: E.164, or a name of SIP. */
  From: text(),
  /** Who received it: E.164, or an address of SIP. */
  To: text(),
  /** The version of the API. */
  ApiVersion: optional(openEnum('v1')),
  /** What the other machine calls itself, in free text. */
  RemoteStationId: optional(text()),
  /** How far the fax got; an incoming fax may come without. */
  FaxStatus: optional(
    openEnum('queued', 'processing', 'sending', 'delivered', 'receiving', 'received', 'no-answer', 'busy', 'failed', 'canceled'),
  ),
};
