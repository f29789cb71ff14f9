import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { faxParameters } from './groups/fax.js';

/** A fax reached one of your numbers. */
export interface IncomingFax extends PayloadOf<typeof faxParameters> {}

/** Sent to the fax URL of a number. Answer with fax TwiML, which receives or rejects it. */
export const IncomingFax: PayloadSchema<IncomingFax, 'fax.incoming', 'fax-twiml'> = form({
  kind: 'fax.incoming',
  title: 'Incoming fax',
  expects: 'fax-twiml',
  signs: [
    { has: ['FaxSid'], lacks: ['FaxStatus', 'OriginalMediaUrl', 'MediaUrl', 'NumPages'] },
    { is: { FaxStatus: 'receiving' }, has: ['FaxSid'], lacks: ['OriginalMediaUrl', 'MediaUrl'] },
  ],
  parameters: [faxParameters],
});
