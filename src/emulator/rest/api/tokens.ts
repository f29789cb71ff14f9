import { writeRfc2822 } from '../dates.js';
import { RestError } from '../rest-error.js';
import { type RestRequest, type Route, readText } from '../rest-request.js';

/** How long the credentials are good where nothing is said, in seconds. */
const USUAL_TTL = 86_400;

/** Where a browser finds out its own address, or has its sound relayed; nobody listens at the emulator's. */
const STUN = 'stun:global.stun.twilio.com:3478';
const TURN = [
  'turn:global.turn.twilio.com:3478?transport=udp',
  'turn:global.turn.twilio.com:3478?transport=tcp',
  'turn:global.turn.twilio.com:443?transport=tcp',
];

/** Network Traversal Service: https://www.twilio.com/docs/stun-turn/api */
export const tokenRoutes: readonly Route[] = [
  { method: 'POST', path: '/2010-04-01/Accounts/:account/Tokens.json', run: (request) => ({ status: 201, body: createToken(request) }) },
];

function createToken(request: RestRequest): object {
  const { world, account } = request;
  const ttl = readText(request, 'Ttl') ?? String(USUAL_TTL);
  if (!/^[1-9]\d{0,5}$/.test(ttl)) throw new RestError(20001, 'Invalid parameter: Ttl is a number of seconds');
  const username = `${world.chance.digits('ice-username')}${world.chance.digits('ice-username')}`;
  const credential = btoa(world.chance.digits('ice-password'));
  const now = writeRfc2822(world.clock.now);
  return {
    account_sid: account,
    date_created: now,
    date_updated: now,
    ice_servers: [{ url: STUN, urls: STUN }, ...TURN.map((url) => ({ url, urls: url, username, credential }))],
    password: credential,
    ttl,
    username,
  };
}
