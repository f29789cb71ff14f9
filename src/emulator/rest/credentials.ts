import type { World } from '../world.js';
import { Accounts } from './accounts.js';
import { RestError } from './rest-error.js';

/**
 * Checks who asks: an account with its token, or an API key with its secret.
 *
 * @throws RestError 20003 when it is neither.
 */
export function checkCredentials(header: string | null, world: World): void {
  const [, encoded = ''] = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(header ?? '') ?? [];
  const text = decodeBase64(encoded);
  const colon = text.indexOf(':');
  const [name, secret] = [text.slice(0, colon), text.slice(colon + 1)];
  if (colon > 0 && secret !== '' && isKnown(name, secret, world)) return;
  const refusal = new RestError(20003, 'Authenticate', 401);
  // What looks like an account is one that the application has from somewhere else than from here.
  if (/^AC[0-9a-fA-F]{32}$/.test(name) && world.part(Accounts).find(name) === undefined) {
    refusal.warning =
      `A request came with the credentials of an account that is not the emulator's (${name.slice(0, 6)}…). It was refused, and nothing of it ` +
      'went to Twilio. Let the application take TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN from its environment.';
  }
  throw refusal;
}

function isKnown(name: string, secret: string, world: World): boolean {
  if (name.startsWith('AC')) return world.part(Accounts).find(name)?.authToken === secret;
  // An API key that nobody made here is taken for one of the account's: its secret cannot be known.
  return name.startsWith('SK') && (world.keys.get(name) ?? secret) === secret;
}

function decodeBase64(text: string): string {
  try {
    return atob(text);
  } catch {
    return '';
  }
}
