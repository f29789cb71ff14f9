import { identifyCall } from '../../fixtures/call-parameters.js';
import type { ParameterValue } from '../../fixtures/parameters.js';
import { placeParameters } from '../../fixtures/places.js';
import { SIP_RESPONSES } from '../../fixtures/sip-responses.js';
import type { Cast } from './cast.js';

type Parameters = Readonly<Record<string, ParameterValue>>;

/** How a call may end. */
export type CallOutcome = 'completed' | 'busy' | 'no-answer' | 'failed' | 'canceled';

/** One leg of a call, as its webhooks tell of it. */
export interface Leg {
  readonly cast: Cast;
  readonly sid: string;
  readonly direction: 'inbound' | 'outbound-api' | 'outbound-dial';
  readonly from: string;
  readonly to: string;
  /** The leg that dialled this one. */
  readonly parentSid?: string;
}

/** What every webhook about a leg has. */
export function legParameters({ cast, sid, direction, from, to, parentSid }: Leg, status: string): Parameters {
  return {
    ...identifyCall({ accountSid: cast.account, callSid: sid, status, direction, from, to, parentCallSid: parentSid }),
    ...placeParameters('From', from),
    ...placeParameters('To', to),
    ...placeParameters('Caller', from),
    ...placeParameters('Called', to),
  };
}

/** What a progress event of a leg has. */
export function progressParameters(leg: Leg, status: string, sequenceNumber: number, at: Date): Parameters {
  return { ...legParameters(leg, status), Timestamp: at, CallbackSource: 'call-progress-events', SequenceNumber: sequenceNumber };
}

/** What the last progress event of a leg has besides: seconds that it was spoken on, and the minutes that are billed. */
export function endParameters(outcome: CallOutcome, seconds: number): Parameters {
  return { CallDuration: seconds, Duration: Math.ceil(seconds / 60), SipResponseCode: SIP_RESPONSES[outcome] };
}
