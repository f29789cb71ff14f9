import { AccountError } from '../errors.js';
import { checkSecret, type Keys, readKeys } from '../signature/keys.js';
import type { SharedKeys, SignatureOptions } from '../signature/request.js';
import { readSettings } from '../signature/signature-settings.js';
import type { IncomingRequest } from './incoming.js';
import type { AuthToken, VerifyOptions } from './options.js';
import type { Awaitable } from './reply.js';

/** What a request says of its account, before anybody has sworn to it; several where it names several. */
type Claimed = string | readonly string[] | undefined;

/**
 * Finds what verifies a request: the shared key that it names, or the auth token where it names none. The program's functions are asked for
 * the one that is used.
 *
 * @throws AccountError when the request names several accounts, or one that the program knows no token of; TypeError when there is no secret.
 */
export function findKeys(incoming: IncomingRequest, options: VerifyOptions, claimed: Claimed): Awaitable<Keys> {
  const { authToken, sharedKeys } = options;
  if (typeof authToken === 'function' || typeof sharedKeys === 'function') return askForKeys(incoming, options, claimed);
  return readKeys({ authToken: authToken ?? readEnvironment(options), sharedKeys } as SignatureOptions);
}

/** The same where functions of the program know the secrets. */
async function askForKeys(incoming: IncomingRequest, options: VerifyOptions, claimed: Claimed): Promise<Keys> {
  const settings = readSettings(incoming.headers);
  const sharedKeys = await findSharedKeys(options, settings?.keyId, claimed);
  const { authToken } = options;
  const isTokenUsed = settings === undefined;
  if (typeof authToken === 'function' && !isTokenUsed) return { tokens: [], sharedKeys };
  const tokens =
    typeof authToken === 'function' ? await askForToken(incoming, authToken, claimed) : (authToken ?? readEnvironment(options));
  return readKeys({ authToken: tokens, sharedKeys } as SignatureOptions);
}

/** The verifier cannot wait, so that what a function finds for the key that is named becomes a function that knows it alone. */
async function findSharedKeys({ sharedKeys }: VerifyOptions, keyId: string | undefined, claimed: Claimed): Promise<SharedKeys | undefined> {
  if (typeof sharedKeys !== 'function') return sharedKeys;
  const secret = keyId === undefined ? undefined : checkSecret(await sharedKeys(keyId, readAccount(claimed)));
  return (asked) => (asked === keyId ? secret : undefined);
}

async function askForToken(
  { request }: IncomingRequest,
  authToken: Extract<VerifyOptions['authToken'], (...parts: never) => unknown>,
  claimed: Claimed,
): Promise<AuthToken> {
  const accountSid = readAccount(claimed);
  const found = await authToken(accountSid, request);
  if (found !== undefined) return found;
  throw new AccountError(
    'ACCOUNT_UNKNOWN',
    `There is no auth token for ${accountSid === undefined ? 'a request that names no account' : 'the account that the request names'}.`,
  );
}

/** The account as the program's functions get it: text of the right form, or nothing. */
function readAccount(claimed: Claimed): string | undefined {
  if (claimed !== undefined && typeof claimed !== 'string')
    throw new AccountError('ACCOUNT_UNKNOWN', 'The request names several accounts, and its signature can be that of one alone.');
  return claimed !== undefined && /^AC[0-9a-fA-F]{32}$/.test(claimed) ? claimed : undefined;
}

function readEnvironment({ sharedKeys }: VerifyOptions): string | undefined {
  const { process } = globalThis as { readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> } };
  const token = process?.env?.TWILIO_AUTH_TOKEN;
  if (token) return token;
  if (sharedKeys !== undefined) return undefined;
  throw new TypeError('There is no auth token to verify with: pass authToken, or set the environment variable TWILIO_AUTH_TOKEN');
}
