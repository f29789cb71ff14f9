import { type DeliveryOptions, makeDelivery } from '../delivery/delivery.js';
import { type Tampering, tamperDelivery } from '../delivery/tamper.js';
import type { FixtureSchema, Overrides } from '../fixtures/fixture.js';
import { toRequest } from './requests.js';

export type { Tampering };

/**
 * The same as `signedRequest`, broken in a way that a webhook must refuse:
 *
 * - `wrong-token`: signed with another account's auth token
 * - `changed-parameter`: a parameter was changed after signing
 * - `http-url`: signed for `https`, delivered to `http`, as behind a proxy that ends TLS
 * - `missing-header`: not signed at all
 * - `replayed-on-other-url`: rightly signed, for another URL of yours
 * - `unsigned-body`: JSON whose hash is not in the URL
 * - `unknown-key`: rightly signed, but the header names a shared key that nobody has
 * - `wrong-secret`: signed with another secret than that of the shared key
 * - `downgraded-algorithm`: signed by HMAC_SHA1, though the header says HMAC_SHA256
 *
 * The last three are signed with `sharedKey`; where there is none, with the auth token in the name of a key that nobody has.
 *
 * @throws TypeError when `how` is none of these.
 */
export function tamperedRequest<Schema extends FixtureSchema>(
  schema: Schema,
  overrides: Overrides<Schema> | undefined,
  options: DeliveryOptions,
  how: Tampering,
): Request {
  return toRequest(tamperDelivery((changed) => makeDelivery(schema, overrides, changed), options, how));
}
