import { sid } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';
import { callProgressParameters } from './groups/call-progress.js';
import { geoParameters } from './groups/geo.js';
import { finalStatuses, signsOfProgress } from './signs.js';

const parameters = {
  /** The call that dialled this leg: `CA…`. */
  ParentCallSid: sid('CA'),
};

/** A leg that `<Dial>` created reached a stage. Of legs that rang at once, those that lost end as `canceled` or `no-answer`. */
export interface DialStatusCallback
  extends PayloadOf<Override<typeof callParameters & typeof geoParameters, typeof callProgressParameters & typeof parameters>> {}

/**
 * Sent to the `statusCallback` of `<Number>`, `<Client>`, `<Sip>`, `<WhatsApp>` or `<Application>`, for its end alone unless the noun names
 * events. Answer with any 2xx.
 */
export const DialStatusCallback: PayloadSchema<DialStatusCallback, 'voice.status.dial', 'nothing'> = form({
  kind: 'voice.status.dial',
  title: 'Child-leg status callback (<Number>, <Client>, <Sip>, <WhatsApp>, <Application>)',
  expects: 'nothing',
  parent: 'voice.status',
  signs: signsOfProgress(
    [
      { is: { CallbackSource: 'call-progress-events' }, has: ['ParentCallSid'], lacks: ['taskCallSid'] },
      {
        is: { CallStatus: finalStatuses },
        has: ['CallDuration', 'ParentCallSid'],
        lacks: ['CallbackSource', 'DialCallStatus'],
      },
    ],
    { has: ['ParentCallSid'] },
  ),
  parameters: [callParameters, geoParameters, callProgressParameters, parameters],
});
