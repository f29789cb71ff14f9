import type { SignatureExplanation } from '../errors.js';
import type { Keys } from './keys.js';
import type { SignedRequest } from './request.js';

/** What the caller knows beside the request, so that advice does not tell it to do what it has done. */
export interface Circumstances {
  /** The option `publicUrl` of a handler. */
  readonly publicUrl?: string | ((request: never) => string) | undefined;
  /** The accounts that may call, where the handler was told. */
  readonly accountSids?: readonly string[] | undefined;
}

/** Finds the reason of a refusal. */
export type Explain = (request: SignedRequest, keys: Keys, circumstances?: Circumstances) => SignatureExplanation;

let explain: Explain | undefined;

/**
 * Called by the search for reasons when it is loaded, and returns it. The search is two thirds of what `ringback/signature` weighs, so that a
 * bundle has it when its program asks for `explainSignature`, or answers webhooks. Where nothing is bundled it is always there.
 */
export function registerExplain(loaded: Explain): Explain {
  explain = loaded;
  return loaded;
}

/** Finds the reason of a refusal where the search for it is at hand. */
export function explainIfLoaded(request: SignedRequest, keys: Keys): SignatureExplanation {
  return explain?.(request, keys) ?? NOT_LOADED;
}

const NOT_LOADED: SignatureExplanation = {
  valid: false,
  cause: 'unknown',
  message: 'Nothing was looked for: the search for the reason is not part of this bundle.',
  suggestion:
    'Call explainSignature() with the request and the options: a program that does has the search, and errors explain themselves.',
  triedUrls: [],
};
