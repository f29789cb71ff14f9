import type { Leg } from '../../calls/leg.js';
import type { CallStatus } from '../../calls/names.js';

/** The final SIP status of a leg, by how it ended. */
const RESPONSES: { readonly [Status in CallStatus]?: number } = { busy: 486, 'no-answer': 408, failed: 404, canceled: 487 };

/** What the action of a `<Dial>` is told of a SIP endpoint: https://www.twilio.com/docs/voice/twiml/sip#sip-action */
export function describeSip(child: Leg): Readonly<Record<string, string>> {
  const response = child.isAnswered ? 200 : (RESPONSES[child.status] ?? 480);
  return { DialSipCallId: `${child.sid.slice(2)}@127.0.0.1`, DialSipResponseCode: String(response) };
}
