import { type Duration, readDuration } from '../duration.js';
import type { World } from '../world.js';
import { bareAddress } from './channel.js';

/** What becomes of texts to a telephone. */
export interface Delivery {
  /** `undelivered`: the carrier took it and could not bring it; `failed`: it never reached the carrier. @default 'delivered' */
  readonly outcome?: 'delivered' | 'undelivered' | 'failed' | undefined;
  /** Twilio's number for why: https://www.twilio.com/docs/messaging/api/message-resource#delivery-related-errors @default 30003, or 30008 for `failed` */
  readonly errorCode?: number | undefined;
  /** How long it takes from status to status; `true` is ten seconds. @default less than a second */
  readonly slow?: boolean | Duration | undefined;
}

/** What is going to become of a message. */
export interface Fate {
  readonly outcome: 'delivered' | 'undelivered' | 'failed';
  readonly errorCode: number | undefined;
  /** How long it takes from status to status, in milliseconds. */
  readonly stepMs: number;
}

const STEP_MS = 300;
const SLOW_MS = 10_000;

/** Telephones that get no texts, and why. */
const UNABLE: Readonly<Record<string, number>> = { off: 30003, landline: 30006, unreachable: 30005 };

/** Decides what becomes of a message to an address. */
export function fateOf(world: World, address: string): Fate {
  const phone = world.phones.get(address) ?? world.phones.get(bareAddress(address));
  const { outcome, errorCode, slow } = phone?.delivery ?? {};
  const unable = UNABLE[phone?.person.is ?? ''] ?? numberedError(address);
  const stepMs = slow === undefined || slow === false ? STEP_MS : slow === true ? SLOW_MS : readDuration(slow);
  const decided = outcome ?? (unable === undefined ? 'delivered' : 'undelivered');
  const code = decided === 'delivered' ? undefined : (errorCode ?? (outcome === 'failed' ? 30008 : (unable ?? 30003)));
  return { outcome: decided, errorCode: code, stepMs };
}

/** Numbers that nobody has: what is sent to +1500555003x ends with error 3000x, x being 3 to 8. */
function numberedError(address: string): number | undefined {
  const digit = /^\+1500555003([3-8])$/.exec(bareAddress(address))?.[1];
  return digit === undefined ? undefined : 30_000 + Number(digit);
}
