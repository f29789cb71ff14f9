import { integer, openEnum, optional, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';
import { geoParameters } from './groups/geo.js';
import { virtualAgentParameters } from './groups/virtual-agent.js';

const parameters = {
  /** How the session ended: `live-agent-handoff` when a person is to take over, with what the agent hands to that person. */
  VirtualAgentStatus: openEnum('completed', 'live-agent-handoff', 'hangup', 'paused', 'failed'),
  /** What went wrong, as a sentence, when it failed. */
  VirtualAgentError: optional(text()),
  /** Twilio's error number, when it failed; 32601 when the provider is at fault. */
  VirtualAgentErrorCode: optional(integer()),
  /** What the provider says went wrong, with error 32601. */
  VirtualAgentProviderError: optional(text()),
};

/** A virtual agent of Dialogflow CX is done with the caller, hands over to a person, pauses or has failed. */
export interface VirtualAgentResult
  extends PayloadOf<typeof callParameters & typeof geoParameters & typeof virtualAgentParameters & typeof parameters> {}

/** Sent to the `action` of a `<Connect>` with a `<VirtualAgent>` in it, or to the document's own URL. Answer with voice TwiML. */
export const VirtualAgentResult: PayloadSchema<VirtualAgentResult, 'voice.connect.virtual-agent', 'voice-twiml'> = form({
  kind: 'voice.connect.virtual-agent',
  title: '<Connect><VirtualAgent> action (Dialogflow CX)',
  expects: 'voice-twiml',
  signs: [{ has: ['VirtualAgentStatus', 'CallSid'], lacks: ['ErrorUrl'] }],
  parameters: [callParameters, geoParameters, virtualAgentParameters, parameters],
});
