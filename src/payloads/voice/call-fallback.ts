import { errorCode, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';
import { geoParameters } from './groups/geo.js';
import { type SipLists, sipHeaderList, sipParameters } from './groups/sip.js';
import { stirParameters } from './groups/stir.js';

const parameters = {
  /** Twilio's error number, such as 11200 for a document that could not be fetched and 12100 for one that is no XML. */
  ErrorCode: errorCode(),
  /** The URL that failed. */
  ErrorUrl: text(),
};

/** The document of a call could not be fetched or run. What the failed request had comes again, the keys that were pressed for one. */
export interface CallFallback
  extends PayloadOf<typeof callParameters & typeof geoParameters & typeof stirParameters & typeof sipParameters & typeof parameters>,
    SipLists {}

/** Sent to the fallback URL of a number, TwiML app, SIP domain, BYOC trunk or call. Answer with voice TwiML. */
export const CallFallback: PayloadSchema<CallFallback, 'voice.fallback', 'voice-twiml'> = form({
  kind: 'voice.fallback',
  title: 'Fallback URL request',
  expects: 'voice-twiml',
  // All of the failed request is in it, so that it demands more than any request that could have failed.
  signs: [{ has: ['ErrorUrl', 'ErrorCode', 'CallSid', 'AccountSid', 'From', 'To'] }],
  parameters: [callParameters, geoParameters, stirParameters, sipParameters, parameters],
  lists: [sipHeaderList],
});
