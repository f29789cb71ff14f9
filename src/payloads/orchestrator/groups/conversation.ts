import { openEnum, optional, sid, text, timestamp } from '../../schema/fields.js';
import type { PayloadOf } from '../../schema/form.js';
import { jsonObject, jsonRecord, jsonValue, nullable } from '../../schema/json-fields.js';

const fields = {
  /** The conversation: `conv_conversation_…`, which is no SID. */
  id: text(),
  /** The account that owns it. Its auth token signs the request. */
  accountId: optional(sid('AC')),
  /** The conversation configuration that it follows: `conv_configuration_…`. */
  configurationId: optional(text()),
  /** Whether it goes on. An inactive one comes back when somebody writes. */
  status: optional(openEnum('ACTIVE', 'INACTIVE', 'CLOSED')),
  /** What it is called; absent or `null` where it has no name. */
  name: optional(nullable(text())),
  /** What you keep with it, by your own names; absent where nothing is kept. */
  metadata: optional(nullable(jsonRecord(jsonValue()))),
  /** When it was opened, in UTC. */
  createdAt: optional(timestamp('iso8601')),
  /** When it last changed, in UTC. */
  updatedAt: optional(timestamp('iso8601')),
};

/** What people and agents say to one another about one matter, over whatever channels. */
export interface OrchestratorConversation extends PayloadOf<typeof fields> {}

export const conversationParameters = {
  /** The conversation as it is now. */
  data: jsonObject<OrchestratorConversation>(fields),
};
