import { readHeader } from '../../request/headers.js';
import type { Keys } from '../keys.js';
import type { SignedRequest } from '../request.js';
import { ALGORITHMS, readSettings, SETTINGS_HEADER } from '../signature-settings.js';
import { quote, quoteAll } from './change.js';
import type { Statement } from './explain-header.js';

const NAME = 'X-Twilio-Webhooks-Signature-Settings';

/** Says which key or algorithm a request names, and which are known. */
export function explainUnknownKey({ headers }: SignedRequest, { sharedKeys }: Keys): Statement {
  const settings = readSettings(headers);
  if (settings === undefined) {
    return {
      cause: 'shared-key',
      message: `The request names no shared key (it has no ${NAME} header), so that an auth token signs it, and none was given.`,
      advice: 'Give authToken beside sharedKeys, as long as Twilio signs some of your webhooks with it.',
    };
  }
  const { keyId, algorithm, named } = settings;
  if (keyId === undefined) {
    const header = quote(readHeader(headers, SETTINGS_HEADER) ?? '');
    return { cause: 'shared-key', message: `The ${NAME} header does not name one shared key: it is ${header}.` };
  }
  if (algorithm === undefined) {
    return {
      cause: 'shared-key',
      message: `The request says that it is signed by ${quote(named)}. ${ALGORITHMS.join(' and ')} are known, and no other takes their place.`,
      advice:
        'Choose one of the two in the settings of the webhook at Twilio, or look whether a newer version of ringback knows the other.',
    };
  }
  const message = `The request says that the shared key ${quote(keyId)} signs it (${NAME}); ${describeKeys(sharedKeys)}.`;
  return { cause: 'shared-key', message };
}

function describeKeys(sharedKeys: Keys['sharedKeys']): string {
  if (sharedKeys === undefined) return 'no sharedKeys were given';
  if (typeof sharedKeys === 'function') return 'the sharedKeys function knows no such key';
  const ids = Object.keys(sharedKeys);
  return ids.length === 0 ? 'the sharedKeys given are empty' : `the sharedKeys given have ${quoteAll(ids)}`;
}
