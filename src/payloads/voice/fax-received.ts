import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { faxParameters } from './groups/fax.js';
import { faxDocumentParameters } from './groups/fax-document.js';

/** A `<Receive>` got a fax, or failed to. */
export interface FaxReceived extends PayloadOf<typeof faxParameters & typeof faxDocumentParameters> {}

/** Sent to the `action` of `<Receive>`. Answer with any 2xx. */
export const FaxReceived: PayloadSchema<FaxReceived, 'fax.received', 'nothing'> = form({
  kind: 'fax.received',
  title: '<Receive> action: fax received or failed',
  expects: 'nothing',
  signs: [
    { is: { FaxStatus: ['received', 'failed'] }, has: ['FaxSid'], lacks: ['OriginalMediaUrl'] },
    { has: ['FaxSid', 'MediaUrl'], lacks: ['FaxStatus', 'OriginalMediaUrl'] },
    { has: ['FaxSid', 'NumPages'], lacks: ['FaxStatus', 'OriginalMediaUrl'] },
  ],
  parameters: [faxParameters, faxDocumentParameters],
});
