import type { Keys, Signer } from '../keys.js';
import type { SignedRequest } from '../request.js';
import type { SentSignature } from '../signature-header.js';
import { readSettings } from '../signature-settings.js';
import { type Change, quote } from './change.js';

/** Another signer than the one that the request is to be verified by. */
export interface SignerChange extends Change {
  readonly signer: Signer;
}

/** More keys than anybody has in use are not tried. */
const MOST_KEYS = 20;

/**
 * Lists who else may have signed a request, of those whose secrets are at hand: the secrets without what clings to them when they are
 * copied, the other shared keys, the auth token, and each by the algorithm that has signatures of this length.
 */
export function listSigners(request: SignedRequest, keys: Keys, signer: Signer | undefined, sent: SentSignature): readonly SignerChange[] {
  const settings = readSettings(request.headers);
  const { algorithm } = sent;
  const isToken = settings === undefined;
  const changes: SignerChange[] = isToken
    ? keys.tokens.flatMap((token) => changeSecret(token, 'malformed-token', 'the auth token', algorithm))
    : (signer?.secrets ?? []).flatMap((secret) => changeSecret(secret, 'shared-key', 'the secret of the shared key', algorithm));
  if (settings !== undefined && signer !== undefined && algorithm !== signer.algorithm) {
    const finding = `the algorithm is ${algorithm}, where the header says ${settings.named}`;
    changes.push({ signer: { ...signer, algorithm }, cause: 'shared-key', finding });
  }
  const said = settings === undefined ? LOST : `, where the header names ${quote(settings.keyId ?? settings.named)}`;
  const known = typeof keys.sharedKeys === 'object' ? Object.entries(keys.sharedKeys).slice(0, MOST_KEYS) : [];
  for (const [id, secret] of known) {
    if (id === settings?.keyId && settings.algorithm !== undefined) continue;
    changes.push({ signer: { algorithm, secrets: [secret] }, cause: 'shared-key', finding: `the shared key ${quote(id)} signs it${said}` });
  }
  if (!isToken && keys.tokens.length > 0) {
    const finding = `the auth token signs it${said}: Twilio signs with the one or the other`;
    changes.push({ signer: { algorithm, secrets: keys.tokens }, cause: 'shared-key', finding });
  }
  return changes;
}

const LOST = ', which the header X-Twilio-Webhooks-Signature-Settings would say, and the request lacks it';

/** A secret without what clings to it when it is copied; nothing when it is clean. */
function changeSecret(secret: string, cause: SignerChange['cause'], name: string, algorithm: Signer['algorithm']): readonly SignerChange[] {
  const trimmed = secret.trim();
  const candidates: readonly (readonly [finding: string, secret: string])[] = [
    ['has no white space around it', trimmed],
    ['has no quotes around it', trimmed.replaceAll(/^["'`]|["'`]$/g, '')],
    ['has small letters', trimmed.toLowerCase()],
    ['stands alone, without what is before the colon or the equals sign', trimmed.replace(/^.*[:=]/, '').replaceAll(/["'\s]/g, '')],
  ];
  const seen = new Set(['', secret]);
  return candidates.flatMap(([finding, other]) => {
    if (seen.has(other)) return [];
    seen.add(other);
    return [{ signer: { algorithm, secrets: [other] }, cause, finding: `${name} ${finding}` }];
  });
}
