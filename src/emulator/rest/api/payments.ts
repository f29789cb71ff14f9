import { ENTRIES, type EntryName, USUAL_CARDS } from '../../verbs/pay/entries.js';
import { PaymentSession } from '../../verbs/pay/payment-session.js';
import type { World } from '../../world.js';
import { writeRfc2822 } from '../dates.js';
import { makeOnce } from '../idempotency.js';
import { notFound, RestError } from '../rest-error.js';
import { type RestRequest, type Route, readBoolean, readChoice, readText, require } from '../rest-request.js';
import { findCall } from './find-call.js';

const PATH = '/2010-04-01/Accounts/:account/Calls/:call/Payments';

/** How long a caller may take for the next key where nothing is said, in seconds. */
const USUAL_TIMEOUT = 5;

class Payments {
  readonly all = new Map<string, PaymentSession>();
}

/** Payments that an agent leads: https://www.twilio.com/docs/voice/api/payment-resource */
export const paymentRoutes: readonly Route[] = [
  { method: 'POST', path: `${PATH}.json`, run: (request) => ({ status: 201, body: describe(begin(request), request) }) },
  { method: 'POST', path: `${PATH}/:id.json`, run: (request) => ({ status: 202, body: describe(proceed(request), request) }) },
];

function begin(request: RestRequest): PaymentSession {
  const leg = findCall(request);
  if (leg.isOver || !leg.isAnswered) throw new RestError(21220, 'Call is not in-progress.');
  const callback = readCallback(request);
  return makeOnce(request, () => {
    const all = paymentsOf(request.world);
    if ([...all.values()].some((one) => one.leg === leg && !one.isOver))
      throw new RestError(20001, 'A payment session of this call is in progress');
    const session = new PaymentSession(leg, readOptions(request), callback);
    all.set(session.sid, session);
    leg.scope.wait(() => () => request.world.shelves.payments.add(() => all.delete(session.sid))).catch(() => undefined);
    return session;
  });
}

function readOptions(request: RestRequest): ConstructorParameters<typeof PaymentSession>[1] {
  const method = readChoice(request, 'PaymentMethod', ['credit-card', 'ach-debit']) ?? 'credit-card';
  const isBank = method === 'ach-debit';
  const chargeAmount = readText(request, 'ChargeAmount');
  if (chargeAmount !== undefined && !/^\d{1,6}(?:\.\d{1,2})?$/.test(chargeAmount))
    throw new RestError(20001, 'Invalid parameter: ChargeAmount is a decimal below 1,000,000');
  const card: readonly EntryName[] = [
    'payment-card-number',
    'expiration-date',
    ...((readBoolean(request, 'SecurityCode') ?? true) ? (['security-code'] as const) : []),
    ...((readBoolean(request, 'PostalCode') ?? true) ? (['postal-code'] as const) : []),
  ];
  const timeout = readText(request, 'Timeout') ?? String(USUAL_TIMEOUT);
  return {
    method,
    bankAccountType: isBank ? (readText(request, 'BankAccountType') ?? 'consumer-checking') : undefined,
    chargeAmount,
    connector: readText(request, 'PaymentConnector') ?? 'Default',
    tokenType: readChoice(request, 'TokenType', ['one-time', 'reusable', 'payment-method']) ?? 'reusable',
    required: isBank ? ['bank-routing-number', 'bank-account-number'] : card,
    timeoutMs: (/^[1-9]\d{0,2}$/.test(timeout) ? Number(timeout) : USUAL_TIMEOUT) * 1000,
    cardTypes: readText(request, 'ValidCardTypes')?.split(/[\s,]+/) ?? USUAL_CARDS,
  };
}

function proceed(request: RestRequest): PaymentSession {
  const leg = findCall(request);
  const session = paymentsOf(request.world).get(request.names.id ?? '');
  if (session === undefined || session.leg !== leg) throw notFound(request.path);
  const callback = readCallback(request);
  return makeOnce(request, () => {
    if (session.isOver || leg.isOver) throw new RestError(20001, 'The payment session has ended');
    const status = readChoice(request, 'Status', ['complete', 'cancel']);
    const capture = readChoice(request, 'Capture', Object.keys(ENTRIES) as EntryName[]);
    if (status === 'complete') complete(session, callback, request);
    else if (status === 'cancel') session.cancel(callback);
    else if (capture !== undefined) session.capture(capture, callback);
    else throw new RestError(20001, 'Capture or Status is required');
    return session;
  });
}

function complete(session: PaymentSession, callback: string, { world }: RestRequest): void {
  if (!session.isComplete && world.settings.deviations.incompletePayment === 'refused')
    throw new RestError(20001, 'Not everything that the payment needs was captured');
  session.complete(callback);
}

/** Absolute, or relative to the application's own address. */
function readCallback(request: RestRequest): string {
  require(request, 'IdempotencyKey', 20001);
  return request.world.directory.resolve(require(request, 'StatusCallback', 20001));
}

function paymentsOf(world: World): Map<string, PaymentSession> {
  return world.part(Payments).all;
}

function describe({ sid, leg, createdAt, updatedAt }: PaymentSession, { account }: RestRequest): object {
  return {
    account_sid: account,
    call_sid: leg.sid,
    date_created: writeRfc2822(createdAt),
    date_updated: writeRfc2822(updatedAt),
    sid,
    uri: `/2010-04-01/Accounts/${account}/Calls/${leg.sid}/Payments/${sid}.json`,
  };
}
