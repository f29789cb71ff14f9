import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';
import { callProgressParameters } from './groups/call-progress.js';
import { geoParameters } from './groups/geo.js';
import { type SipLists, sipHeaderList, sipParameters } from './groups/sip.js';
import { stirParameters } from './groups/stir.js';
import { finalStatuses, signsOfProgress } from './signs.js';

/** A stage that a call reached: one that you started, an incoming one that ended, or a dialled leg. */
export interface CallStatusCallback
  extends PayloadOf<
      Override<typeof callParameters & typeof geoParameters & typeof stirParameters & typeof sipParameters, typeof callProgressParameters>
    >,
    SipLists {}

/** Sent to the status callback URL of a call; no parameter names the subscribed event: `CallStatus` tells. Answer with any 2xx. */
export const CallStatusCallback: PayloadSchema<CallStatusCallback, 'voice.status', 'nothing'> = form({
  kind: 'voice.status',
  title: 'Call status callback (REST call)',
  expects: 'nothing',
  // Requests from before progress events were named have no CallbackSource; only the end of a call was reported then. TaskRouter reports
  // the calls that it dequeues in the same manner, and adds the call that waited.
  signs: signsOfProgress([
    { is: { CallbackSource: 'call-progress-events' }, lacks: ['taskCallSid'] },
    { is: { CallStatus: finalStatuses }, has: ['CallDuration'], lacks: ['DialCallStatus', 'taskCallSid'] },
  ]),
  parameters: [callParameters, geoParameters, stirParameters, sipParameters, callProgressParameters],
  lists: [sipHeaderList],
});
