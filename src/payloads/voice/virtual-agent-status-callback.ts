import { optional, sid, text, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { virtualAgentParameters } from './groups/virtual-agent.js';

const parameters = {
  /** The call that the agent talks in: `CA…`. */
  CallSid: sid('CA'),
  /** The account or subaccount that owns the call. Its auth token signs the request. */
  AccountSid: sid('AC'),
  /** The event's name; no list of them is known. */
  StatusCallbackEvent: optional(text()),
  /** When it happened; no page says in which format. */
  Timestamp: optional(timestamp('iso8601')),
};

/** A turn of a conversation between the caller and a virtual agent of Dialogflow CX. */
export interface VirtualAgentStatusCallback extends PayloadOf<typeof virtualAgentParameters & typeof parameters> {}

/** Sent to the `statusCallback` of `<VirtualAgent>`. Answer with any 2xx. */
export const VirtualAgentStatusCallback: PayloadSchema<VirtualAgentStatusCallback, 'voice.virtual-agent.status', 'nothing'> = form({
  kind: 'voice.virtual-agent.status',
  title: '<VirtualAgent> statusCallback',
  expects: 'nothing',
  signs: [{ has: ['VirtualAgentProviderData', 'CallSid'], lacks: ['VirtualAgentStatus'] }],
  parameters: [virtualAgentParameters, parameters],
});
