import { substitute } from '../../fixtures/substitute.js';
import type { Sid } from '../../payloads/schema/fields.js';
import type { PartyOptions } from './options.js';

/** Who and what takes part in the stories of a seed. */
export interface Cast {
  readonly account: Sid<'AC'>;
  readonly call: Sid<'CA'>;
  /** The leg that `<Dial>` creates. */
  readonly dialledCall: Sid<'CA'>;
  readonly conference: Sid<'CF'>;
  readonly recording: Sid<'RE'>;
  /** The recording of a `<Record>` in a call that has another one already. */
  readonly secondRecording: Sid<'RE'>;
  readonly transcription: Sid<'TR'>;
  readonly message: Sid<'SM'>;
  readonly mediaMessage: Sid<'MM'>;
  readonly reply: Sid<'SM'>;
  readonly messagingService: Sid<'MG'>;
  readonly channel: Sid<'XE'>;
  /** The number of the person who calls or writes, or who is called or written to. */
  readonly customer: string;
  /** Your number. */
  readonly business: string;
  /** The number that `<Dial>` dials. */
  readonly agent: string;
}

/** The names that the samples use, so that a fixture and a story of one seed are about the same call. */
const NAMES: Cast = {
  account: 'AC0123456789abcdef0123456789abcdef',
  call: 'CA1a2b3c4d5e6f70811a2b3c4d5e6f7081',
  dialledCall: 'CA9f8e7d6c5b4a39219f8e7d6c5b4a3921',
  conference: 'CF77aa66bb55cc44dd77aa66bb55cc44dd',
  recording: 'RE0c1d2e3f405162730c1d2e3f40516273',
  secondRecording: 'REa1b2c3d4e5f60718a1b2c3d4e5f60718',
  transcription: 'TRab12cd34ef56ab78ab12cd34ef56ab78',
  message: 'SM9f8e7d6c5b4a39281706f5e4d3c2b1a0',
  mediaMessage: 'MM11223344556677889900aabbccddeeff',
  reply: 'SM0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  messagingService: 'MGf3b9b1482fbd78f567b2b6533ff35ef6',
  channel: 'XE4e524de4c4d93a42831b334b540bc5ae',
  customer: '+14155550100',
  business: '+12015550123',
  agent: '+14155550199',
};

/**
 * Makes the cast of a seed.
 *
 * @throws TypeError for a number that is not in E.164. Another address would make other kinds of webhooks.
 */
export function makeCast(seed: number, { customer, business }: PartyOptions = {}): Cast {
  const cast = substitute(NAMES, seed) as Cast;
  for (const number of [customer, business])
    if (number !== undefined && !/^\+[1-9]\d{4,14}$/.test(number))
      throw new TypeError('customer and business are numbers in E.164, such as +14155550100');
  return { ...cast, customer: customer ?? cast.customer, business: business ?? cast.business };
}

/** The call of a participant of a conference; the first one's is the call of the seed. */
export function makeParticipantCall(position: number, seed: number): Sid<'CA'> {
  const digits = NAMES.call.slice(2, -4) + position.toString(16).padStart(4, '0');
  return position === 0 ? makeCast(seed).call : (substitute(`CA${digits}`, seed) as Sid<'CA'>);
}
