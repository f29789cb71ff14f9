import { type OptionalTable, optionalTable, unlisted } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';

const shared: OptionalTable<typeof eventParameters> = /* @__PURE__ */ optionalTable(eventParameters);

const parameters = {
  /** What happened, in a word that is not known. */
  EventType: unlisted(),
};

/**
 * Something happened in Programmable Chat that this version does not know.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOther`.
 */
export interface ChatOther extends PayloadOf<Override<typeof shared, typeof parameters>> {}

/**
 * Sent to a webhook of the Chat service. Answer with any 2xx.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOther`.
 */
export const ChatOther: PayloadSchema<ChatOther, 'chat.other', 'nothing'> = form({
  kind: 'chat.other',
  title: 'Chat event that is not known',
  expects: 'nothing',
  signs: [{ otherwise: true, starts: { EventType: 'on' }, has: ['InstanceSid'], lacks: ['InteractionSid'] }],
  parameters: [shared, parameters],
});
