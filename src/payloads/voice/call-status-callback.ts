import { form, type PayloadOf } from '../form.js';
import type { PayloadSchema } from '../schema.js';
import { callParameters } from './groups/call.js';
import { callProgressParameters } from './groups/call-progress.js';
import { geoParameters } from './groups/geo.js';

/** A stage that a call reached: one that you started, an incoming one that ended, or a dialled leg. */
export interface CallStatusCallback extends PayloadOf<typeof callParameters & typeof geoParameters & typeof callProgressParameters> {}

/** Sent to the status callback URL of a call; no parameter names the subscribed event: `CallStatus` tells. Answer with any 2xx. */
export const CallStatusCallback: PayloadSchema<CallStatusCallback, 'voice.status', 'nothing'> = form({
  kind: 'voice.status',
  title: 'Call status callback (REST call)',
  expects: 'nothing',
  signs: [{ is: { CallbackSource: 'call-progress-events' }, has: ['CallSid'] }],
  parameters: [callParameters, geoParameters, callProgressParameters],
});
