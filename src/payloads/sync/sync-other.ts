import { type OptionalTable, optionalTable, unlisted } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { syncEventParameters } from './groups/event.js';

const shared: OptionalTable<typeof syncEventParameters> = /* @__PURE__ */ optionalTable(syncEventParameters);

const parameters = {
  /** What happened, in a word that is not known. */
  EventType: unlisted(),
};

/** Something happened in a Sync service that this version does not know. */
export interface SyncOther extends PayloadOf<Override<typeof shared, typeof parameters>> {}

/** What other products have beside an EventType. */
const lacks = ['InstanceSid', 'ConversationSid', 'ChatServiceSid', 'InteractionSid', 'WorkspaceSid'];

/** Sent to the webhook URL of a Sync service, where Twilio has added an event. See `SyncEvent`. Answer with any 2xx. */
export const SyncOther: PayloadSchema<SyncOther, 'sync.other', 'nothing'> = form({
  kind: 'sync.other',
  title: 'Sync event that is not known',
  expects: 'nothing',
  methods: ['POST'],
  signs: [
    { otherwise: true, has: ['EventType', 'ServiceSid'], lacks },
    { otherwise: true, starts: { EventType: ['document_', 'endpoint_', 'list_', 'map_', 'stream_'] }, lacks },
  ],
  parameters: [shared, parameters],
});
