import { optional, sid, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { json } from '../schema/json.js';
import { jsonList, jsonNumber, jsonObject } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';
import { type IntelligenceOperatorResult, operatorResultParameters } from './groups/operator-result.js';

const configurationParameters = {
  /** The configuration: `intelligence_configuration_…`. */
  id: optional(text()),
  /** What it is called in the Console. */
  displayName: optional(text()),
  /** Its name in the types of Twilio's SDK; the recorded request has `displayName`. */
  friendlyName: optional(text()),
  /** Which version of it ran. */
  version: optional(jsonNumber()),
  /** The rule of it that ran: `intelligence_configurationrule_…`. */
  ruleId: optional(text()),
};

/** The configuration that made an operator run. */
export interface IntelligenceConfiguration extends PayloadOf<typeof configurationParameters> {}

const parameters = {
  /** The account's SID, under a name that other webhooks do not have. Its auth token signs the request. */
  accountId: optional(sid('AC')),
  /** The conversation: `conv_conversation_…`, which is no SID. */
  conversationId: text(),
  /** The store of what is remembered of customers, where there is one; recorded, but not in the table. */
  memoryStoreId: optional(text()),
  /** The configuration that ran. */
  intelligenceConfiguration: optional(jsonObject<IntelligenceConfiguration>(configurationParameters)),
  /** What each operator of the rule found. */
  operatorResults: jsonList(jsonObject<IntelligenceOperatorResult>(operatorResultParameters)),
};

/** The operators of a rule ran on a conversation. */
export interface IntelligenceOperatorResults extends PayloadOf<typeof parameters> {}

/** Sent as JSON to the URL of a rule's webhook action, in an Intelligence configuration of version 3. Answer with any 2xx. */
export const IntelligenceOperatorResults: PayloadSchema<IntelligenceOperatorResults, 'intelligence.operator-results', 'nothing'> = json({
  kind: 'intelligence.operator-results',
  title: 'Conversation Intelligence v3 operator results',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ has: ['operatorResults', 'conversationId'] }, { has: ['operatorResults', 'intelligenceConfiguration'] }],
  parameters: [parameters],
});
