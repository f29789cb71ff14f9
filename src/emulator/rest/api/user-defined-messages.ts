import type { Leg } from '../../calls/leg.js';
import type { UserMessageContent, UserMessageSubscription } from '../../calls/user-messages.js';
import { writeRfc2822 } from '../dates.js';
import { makeOnce } from '../idempotency.js';
import { notFound, RestError } from '../rest-error.js';
import { type RestRequest, type Route, readAddress, require } from '../rest-request.js';
import { findCall } from './find-call.js';

const CALL = '/2010-04-01/Accounts/:account/Calls/:call';

/** Messages beside the sound of a call: https://www.twilio.com/docs/voice/api/userdefinedmessage-resource */
export const userDefinedMessageRoutes: readonly Route[] = [
  { method: 'POST', path: `${CALL}/UserDefinedMessages.json`, run: (request) => ({ status: 201, body: sendToDevice(request) }) },
  { method: 'POST', path: `${CALL}/UserDefinedMessageSubscriptions.json`, run: (request) => ({ status: 201, body: subscribe(request) }) },
  {
    method: 'DELETE',
    path: `${CALL}/UserDefinedMessageSubscriptions/:id.json`,
    run: (request) => {
      if (!findCall(request).userMessages.subscriptions.delete(request.names.id ?? '')) throw notFound(request.path);
      return { status: 204 };
    },
  },
];

function sendToDevice(request: RestRequest): object {
  const leg = findLive(request);
  const content = readContent(require(request, 'Content', 20001));
  return makeOnce(request, () => {
    leg.userMessages.received.push(content);
    return describe(request.world.chance.sid('KX'), leg, request);
  });
}

function readContent(text: string): UserMessageContent {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    // It is refused below.
  }
  if (typeof content === 'object' && content !== null) return content as UserMessageContent;
  throw new RestError(20001, 'Invalid parameter: Content is a JSON object');
}

function subscribe(request: RestRequest): object {
  const leg = findLive(request);
  require(request, 'Callback', 20001);
  const address = readAddress(request, 'Callback', 'Method');
  return makeOnce(request, () => {
    const subscription = { sid: request.world.chance.sid('ZY'), ...address } as UserMessageSubscription;
    leg.userMessages.subscriptions.set(subscription.sid, subscription);
    const { sid } = subscription;
    const uri = `/2010-04-01/Accounts/${request.account}/Calls/${leg.sid}/UserDefinedMessageSubscriptions/${sid}.json`;
    return { ...describe(sid, leg, request), uri };
  });
}

function findLive(request: RestRequest): Leg {
  const leg = findCall(request);
  if (leg.isOver) throw new RestError(21220, 'Call is not in-progress.');
  return leg;
}

function describe(sid: string, leg: Leg, { world, account }: RestRequest): object {
  return { account_sid: account, call_sid: leg.sid, sid, date_created: writeRfc2822(world.clock.now) };
}
