import { optional, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { faxParameters } from './groups/fax.js';
import { faxDocumentParameters } from './groups/fax-document.js';

const parameters = {
  /** Where the document is that you sent. */
  OriginalMediaUrl: optional(text()),
};

/** A change of the status of a fax that you sent. */
export interface FaxStatusCallback extends PayloadOf<typeof faxParameters & typeof faxDocumentParameters & typeof parameters> {}

/** Sent to the `StatusCallback` of the Fax API. Answer with any 2xx. */
export const FaxStatusCallback: PayloadSchema<FaxStatusCallback, 'fax.status', 'nothing'> = form({
  kind: 'fax.status',
  title: 'Sent fax status callback',
  expects: 'nothing',
  signs: [
    { has: ['OriginalMediaUrl', 'FaxSid'] },
    { is: { FaxStatus: ['queued', 'processing', 'sending', 'delivered', 'no-answer', 'busy', 'canceled'] }, has: ['FaxSid'] },
  ],
  parameters: [faxParameters, faxDocumentParameters, parameters],
});
