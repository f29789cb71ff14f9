import { oneOf, openEnum, optional, sid, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { type FrameSchema, frame, textsByName } from '../schema/frame.js';

const fields = {
  /** `setup`. */
  type: oneOf('setup'),
  /** The session; the `action` of `<Connect>` gets it as `SessionId`. */
  sessionId: sid('VX'),
  /** The call: `CA…`. */
  callSid: sid('CA'),
  /** The account or subaccount that owns the call: `AC…`. */
  accountSid: optional(sid('AC')),
  /** Who calls. */
  from: text(),
  /** Who is called. */
  to: text(),
  /** The call that dialled this one; empty when none did. */
  parentCallSid: optional(text()),
  /** The number that forwarded the call; empty when none did. */
  forwardedFrom: optional(text()),
  /** The caller's registered name; empty when it is not known. */
  callerName: optional(text()),
  /** Which way the call goes. */
  direction: optional(openEnum('inbound', 'outbound', 'outbound-api', 'outbound-dial')),
  /** What the call came over. */
  callType: optional(openEnum('PSTN', 'SIP', 'CLIENT')),
  /** How far the call got, in capitals with underscores, unlike `CallStatus`: documented is `RINGING`, seen is `IN_PROGRESS`. */
  callStatus: optional(openEnum('RINGING', 'IN_PROGRESS')),
  /** What the `<Parameter>`s of the `<ConversationRelay>` say; empty when there are none. */
  customParameters: optional(textsByName()),
};

/** A session begins. */
export interface ConversationRelaySetup extends PayloadOf<typeof fields> {}

/** The first message from Twilio. It comes once for each socket: again, probably, where the attribute `applicationReconnect` made Twilio open another. */
export const ConversationRelaySetup: FrameSchema<ConversationRelaySetup, 'conversation-relay.setup'> = frame({
  kind: 'conversation-relay.setup',
  title: 'setup',
  fields: [fields],
});
