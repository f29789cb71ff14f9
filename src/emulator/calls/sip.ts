import { SIP_RESPONSES } from '../../fixtures/sip-responses.js';
import type { Leg } from './leg.js';

/** Headers that Twilio hands on of a SIP message: https://www.twilio.com/docs/voice/api/receiving-sip */
const HANDED_ON = /^(?:x-.+|user-to-user)$/i;

/** Whether an address is that of a SIP endpoint. */
export function isSip(address: string): boolean {
  return /^sips?:/i.test(address);
}

/** The `Call-ID` of the leg to a SIP endpoint that was called. */
export function sipCallIdOf({ sid }: Leg): string {
  return `${sid.slice(2)}@127.0.0.1`;
}

/** The SIP status with which a call was answered, or ended without. */
export function sipResponseOf({ isAnswered, status }: Leg): string {
  const outcomes: Readonly<Record<string, number>> = SIP_RESPONSES;
  return String(isAnswered ? SIP_RESPONSES.completed : (outcomes[status] ?? 480));
}

/** The headers that are handed on, each as a parameter. @param prefix - Such as `SipHeader_`. */
export function sipHeaderParameters(prefix: string, headers: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const handed = Object.entries(headers).filter(([name]) => HANDED_ON.test(name));
  return Object.fromEntries(handed.map(([name, value]) => [prefix + name, value]));
}

/** What the request for the document of somebody who answered over SIP has besides: https://www.twilio.com/docs/voice/twiml/sip */
export function answeredBySip(leg: Leg): Readonly<Record<string, string>> {
  if (!isSip(leg.to)) return {};
  return { SipCallId: sipCallIdOf(leg), ...sipHeaderParameters('SipHeader_', leg.phone?.person.sipHeaders) };
}

/** What the action of a `<Dial>` is told of a SIP endpoint: https://www.twilio.com/docs/voice/twiml/sip */
export function describeSip(child: Leg): Readonly<Record<string, string>> {
  return {
    DialSipCallId: sipCallIdOf(child),
    // Of an endpoint that lets it ring the pages name 408.
    DialSipResponseCode: child.status === 'no-answer' ? '408' : sipResponseOf(child),
    ...sipHeaderParameters('DialSipHeader_', child.phone?.person.sipHeaders),
  };
}
