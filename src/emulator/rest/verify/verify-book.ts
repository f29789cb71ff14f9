import type { FieldValues } from '../fields.js';
import type { Begun } from '../resource.js';
import { notFound } from '../rest-error.js';
import type { RestRequest } from '../rest-request.js';

/** How long a code counts: https://www.twilio.com/docs/verify/api/verification */
export const LIFETIME_MS = 600_000;

/** A service, under whose name codes are sent. */
export interface VerifyService extends Begun {
  codeLength: number;
  isCustomCodeEnabled: boolean;
  isWarned: boolean;
  isLookupEnabled: boolean;
  /** What was set, and changes nothing here. */
  kept: FieldValues;
}

/** A number or address that is to be verified. */
export interface Verification {
  readonly sid: string;
  readonly service: VerifyService;
  readonly to: string;
  readonly createdAt: number;
  /** What the code pays, and to whom. */
  readonly amount: string | undefined;
  readonly payee: string | undefined;
  channel: string;
  code: string;
  status: 'pending' | 'approved' | 'canceled' | 'max_attempts_reached' | 'expired';
  updatedAt: number;
  checks: number;
  /** When codes were sent, and how. */
  readonly sends: { readonly at: number; readonly channel: string; readonly sid: string }[];
}

/** All that Verify knows in one emulator. */
export class VerifyBook {
  readonly services = new Map<string, VerifyService>();
  readonly verifications = new Map<string, Verification>();
}

/** The service that the path names. @throws RestError when there is none. */
export function findService({ world, names, path }: RestRequest): VerifyService {
  const service = world.part(VerifyBook).services.get(names.service ?? '');
  if (service !== undefined) return service;
  throw notFound(path);
}

/** The verification of an address that still waits for its code. */
export function findPending({ world }: RestRequest, service: VerifyService, to: string): Verification | undefined {
  return [...world.part(VerifyBook).verifications.values()].find(
    (one) => one.service === service && one.to === to && one.status === 'pending' && world.clock.now - one.createdAt < LIFETIME_MS,
  );
}

/** What a verification and its check show alike. */
export function describeShared(verification: Verification, { account }: RestRequest): Readonly<Record<string, unknown>> {
  const { sid, service, to, channel, status, amount, payee } = verification;
  return {
    account_sid: account,
    amount: amount ?? null,
    channel,
    payee: payee ?? null,
    service_sid: service.sid,
    sid,
    status,
    to,
    valid: status === 'approved',
  };
}
