import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';
import { callProgressParameters } from './groups/call-progress.js';
import { geoParameters } from './groups/geo.js';
import { stirParameters } from './groups/stir.js';
import { finalStatuses, signsOfProgress } from './signs.js';

/** An incoming call ended. */
export interface IncomingCallStatusCallback
  extends PayloadOf<Override<typeof callParameters & typeof geoParameters & typeof stirParameters, typeof callProgressParameters>> {}

/** Sent to the status callback URL of a number, TwiML app, SIP domain or BYOC trunk, and no earlier than that. Answer with any 2xx. */
export const IncomingCallStatusCallback: PayloadSchema<IncomingCallStatusCallback, 'voice.status.incoming', 'nothing'> = form({
  kind: 'voice.status.incoming',
  title: 'Call status callback (incoming call)',
  expects: 'nothing',
  parent: 'voice.status',
  signs: signsOfProgress(
    [
      { is: { CallbackSource: 'call-progress-events', Direction: 'inbound' } },
      {
        is: { CallStatus: finalStatuses, Direction: 'inbound' },
        has: ['CallDuration'],
        lacks: ['CallbackSource', 'DialCallStatus'],
      },
    ],
    { is: { Direction: 'inbound' } },
  ),
  parameters: [callParameters, geoParameters, stirParameters, callProgressParameters],
});
