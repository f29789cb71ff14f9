import { openEnum } from '../../schema/fields.js';

/** How far a message or a call of Proxy's got. */
// @__NO_SIDE_EFFECTS__
export function resourceStatus() {
  return openEnum(
    'accepted',
    'answered',
    'busy',
    'canceled',
    'completed',
    'deleted',
    'delivered',
    'delivery-unknown',
    'failed',
    'in-progress',
    'initiated',
    'no-answer',
    'queued',
    'received',
    'receiving',
    'ringing',
    'scheduled',
    'sending',
    'sent',
    'undelivered',
    'unknown',
  );
}

/** Whether it is a message or a call, in the case of the documentation or of traffic. */
// @__NO_SIDE_EFFECTS__
export function resourceType() {
  return openEnum('Message', 'Call', 'message', 'call');
}
