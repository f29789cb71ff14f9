import { writeIso } from '../dates.js';
import { notFound, RestError } from '../rest-error.js';
import { type RestRequest, type Route, readText } from '../rest-request.js';
import { describeShared, findPending, findService, LIFETIME_MS, type Verification, VerifyBook } from './verify-book.js';

/** How often a code may be tried: https://www.twilio.com/docs/api/errors/60202 */
const MOST_CHECKS = 5;

/** Codes that are tried: https://www.twilio.com/docs/verify/api/verification-check */
export const verificationCheckRoutes: readonly Route[] = [
  {
    method: 'POST',
    host: 'verify',
    path: '/v2/Services/:service/VerificationCheck',
    run: (request) => ({ status: 200, body: describe(check(request), request) }),
  },
];

/** A wrong code is no error. What is approved, called off or too old is gone. */
function check(request: RestRequest): Verification {
  const verification = find(request);
  const code = readText(request, 'Code');
  if (code === undefined) throw new RestError(60200, 'Missing required parameter Code');
  if (verification.checks >= MOST_CHECKS) throw new RestError(60202, 'Max check attempts reached', 429);
  verification.checks += 1;
  verification.updatedAt = request.world.clock.now;
  if (code === verification.code) verification.status = 'approved';
  return verification;
}

function find(request: RestRequest): Verification {
  const { world, path } = request;
  const service = findService(request);
  const sid = readText(request, 'VerificationSid');
  const to = readText(request, 'To');
  if (sid === undefined && to === undefined) throw new RestError(60221, 'No target verification specified: give To or VerificationSid');
  const named = sid === undefined ? undefined : world.part(VerifyBook).verifications.get(sid);
  const isLive = named?.service === service && named.status === 'pending' && world.clock.now - named.createdAt < LIFETIME_MS;
  const verification = sid === undefined ? findPending(request, service, to ?? '') : isLive ? named : undefined;
  if (verification !== undefined) return verification;
  throw notFound(path);
}

function describe(verification: Verification, request: RestRequest): object {
  const { createdAt, updatedAt } = verification;
  return {
    ...describeShared(verification, request),
    date_created: writeIso(createdAt),
    date_updated: writeIso(updatedAt),
    sna_attempts_error_codes: [],
  };
}
