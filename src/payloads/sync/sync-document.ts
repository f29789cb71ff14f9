import { jsonText, oneOf, optional, sid, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { syncEventParameters } from './groups/event.js';

const parameters = {
  /** What happened to the document. */
  EventType: oneOf('document_created', 'document_updated', 'document_removed'),
  /** The document: `ET…`. */
  DocumentSid: sid('ET'),
  /** The name that you gave it, where you did. */
  DocumentUniqueName: optional(text()),
  /** Which version it is: documented as a number, while the REST API has hexadecimal text. */
  DocumentRevision: optional(text()),
  /** What it holds: JSON, or text where it is none. Absent when it was removed. */
  DocumentData: optional(jsonText()),
};

/** A document was created, updated or removed. */
export interface SyncDocument extends PayloadOf<typeof syncEventParameters & typeof parameters> {}

/** Sent to the webhook URL of a Sync service; changes made over REST are sent where the service says so. Answer with any 2xx. */
export const SyncDocument: PayloadSchema<SyncDocument, 'sync.document', 'nothing'> = form({
  kind: 'sync.document',
  title: 'Document event',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ is: { EventType: ['document_created', 'document_updated', 'document_removed'] } }],
  parameters: [syncEventParameters, parameters],
});
