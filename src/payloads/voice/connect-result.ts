import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';
import { geoParameters } from './groups/geo.js';

/** What `<Connect>` connected the caller to has ended: a media stream, a room. `CallStatus` tells whether the caller is still there. */
export interface ConnectResult extends PayloadOf<typeof callParameters & typeof geoParameters> {}

/**
 * Sent to the `action` of `<Connect>`; answer with voice TwiML. By its parameters it is like any request in the middle of a call, so that
 * its URL tells; `<ConversationRelay>` and `<VirtualAgent>` add some, and have schemas of their own.
 */
export const ConnectResult: PayloadSchema<ConnectResult, 'voice.connect', 'voice-twiml'> = form({
  kind: 'voice.connect',
  title: '<Connect> action (general)',
  expects: 'voice-twiml',
  identifiable: false,
  signs: [],
  parameters: [callParameters, geoParameters],
});
