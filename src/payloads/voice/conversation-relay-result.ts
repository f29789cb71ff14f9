import { errorCode, integer, openEnum, optional, sid, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';
import { geoParameters } from './groups/geo.js';

const parameters = {
  /** The session: `VX…`. */
  SessionId: sid('VX'),
  /** How it ended: `ended` by your own message, and the caller is still there; `completed` when the caller hung up; `failed` by an error. */
  SessionStatus: openEnum('ended', 'completed', 'failed', 'in-progress'),
  /** Seconds that it lasted. */
  SessionDuration: optional(integer()),
  /** The `handoffData` of your `end` message, as you sent it: often JSON, but Twilio reads nothing into it. */
  HandoffData: optional(text()),
  /** Twilio's error number, such as 39001 or 64105, when it failed. */
  ErrorCode: optional(errorCode()),
  /** What went wrong, as a sentence. */
  ErrorMessage: optional(text()),
};

/** A session of ConversationRelay ended. */
export interface ConversationRelayResult extends PayloadOf<typeof callParameters & typeof geoParameters & typeof parameters> {}

/** Sent to the `action` of a `<Connect>` with a `<ConversationRelay>` in it. Answer with voice TwiML: it counts when `SessionStatus` is `ended`. */
export const ConversationRelayResult: PayloadSchema<ConversationRelayResult, 'voice.connect.conversation-relay', 'voice-twiml'> = form({
  kind: 'voice.connect.conversation-relay',
  title: '<Connect><ConversationRelay> action',
  expects: 'voice-twiml',
  signs: [{ has: ['SessionId', 'SessionStatus', 'CallSid'], lacks: ['ErrorUrl'] }],
  parameters: [callParameters, geoParameters, parameters],
});
