import type { SharedKey, SignOptions } from '../signature/index.js';
import { SETTINGS_HEADER, writeSettings } from '../signature/signature-settings.js';
import type { Delivery, DeliveryOptions } from './delivery.js';

/** How a request is broken. */
export type Tampering =
  | 'wrong-token'
  | 'changed-parameter'
  | 'http-url'
  | 'missing-header'
  | 'replayed-on-other-url'
  | 'unsigned-body'
  | 'unknown-key'
  | 'wrong-secret'
  | 'downgraded-algorithm';

/**
 * Makes a delivery and breaks it. The request still goes where it should: a router that does not know the URL would refuse it for the wrong
 * reason.
 *
 * @param sign - Makes the delivery for other options.
 * @throws TypeError when nothing is broken in that way.
 */
export function tamperDelivery(sign: (options: DeliveryOptions) => Delivery, options: DeliveryOptions, how: Tampering): Delivery {
  if (!Object.hasOwn(TAMPERINGS, how))
    throw new TypeError(`There is no way "${how}" to break a request; there are ${Object.keys(TAMPERINGS).join(', ')}`);
  const given = options.url.replace(/#.*$/, '');
  const signed = SIGNED_URLS[how]?.(given) ?? given;
  const delivery = sign({ ...options, url: signed, ...SIGNERS[how]?.(options) });
  return TAMPERINGS[how]({ ...delivery, url: given + delivery.url.slice(signed.length) });
}

/** Who signs instead. */
const SIGNERS: { readonly [How in Tampering]?: (options: SignOptions) => SignOptions } = {
  'wrong-token': ({ authToken = STRAY_TOKEN }) => ({ authToken: reverse(authToken), sharedKey: undefined }),
  'wrong-secret': (options) => {
    const key = keyOf(options);
    return { sharedKey: { ...key, secret: reverse(key.secret) } };
  },
  'downgraded-algorithm': (options) => ({ sharedKey: { ...keyOf(options), algorithm: 'HMAC_SHA1' } }),
};

const STRAY_TOKEN = '00112233445566778899aabbccddeeff';
const STRAY_KEY = 'webhooks_sharedkey_unknown';

function keyOf({ authToken = STRAY_TOKEN, sharedKey = { id: STRAY_KEY, secret: authToken } }: SignOptions): SharedKey {
  return sharedKey;
}

/** Other URLs that are signed than the one that is called. */
const SIGNED_URLS: { readonly [How in Tampering]?: (url: string) => string } = {
  'http-url': (url) => url.replace(/^http:/i, 'https:'),
  'replayed-on-other-url': (url) => url.replace(/(\?|$)/, '-other$1'),
};

const TAMPERINGS: Readonly<Record<Tampering, (delivery: Delivery) => Delivery>> = {
  'wrong-token': (delivery) => delivery,
  'changed-parameter': (delivery) =>
    delivery.method === 'GET' ? { ...delivery, url: `${delivery.url}&Tampered=1` } : { ...delivery, body: `${delivery.body}&Tampered=1` },
  'http-url': (delivery) => ({ ...delivery, url: delivery.url.replace(/^https:/i, 'http:') }),
  'missing-header': ({ headers: { 'x-twilio-signature': _, ...headers }, ...delivery }) => ({ ...delivery, headers }),
  'replayed-on-other-url': (delivery) => delivery,
  'wrong-secret': (delivery) => delivery,
  'unknown-key': (delivery) =>
    changeSettings(delivery, (settings = writeSettings('', 'HMAC_SHA1')) => settings.replace(/^key=[^,]*/, `key=${STRAY_KEY}`)),
  'downgraded-algorithm': (delivery) => changeSettings(delivery, (settings = '') => settings.replace('HMAC_SHA1', 'HMAC_SHA256')),
  'unsigned-body': (delivery) => ({
    ...delivery,
    headers: { ...delivery.headers, 'content-type': 'application/json' },
    body: '{"tampered":true}',
  }),
};

function changeSettings(delivery: Delivery, change: (settings: string | undefined) => string): Delivery {
  return { ...delivery, headers: { ...delivery.headers, [SETTINGS_HEADER]: change(delivery.headers[SETTINGS_HEADER]) } };
}

/** Every way to break a request. */
export const tamperings: readonly Tampering[] = Object.keys(TAMPERINGS) as Tampering[];

/** Another token of the same form. */
function reverse(token: string): string {
  const reversed = [...token].reverse().join('');
  return reversed === token ? `${token}0` : reversed;
}
