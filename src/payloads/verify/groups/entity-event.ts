import { openEnum, optional, sid, text } from '../../schema/fields.js';

/** What every report about a user's factors has. */
export const entityEventParameters = {
  /** The account that owns the service. Its auth token signs the request. */
  account_sid: sid('AC'),
  /** The Verify service: `VA…`. */
  service_sid: optional(sid('VA')),
  /** Your own id of the user: 8 to 64 characters. */
  entity_identity: optional(text()),
  /** The factor, which belongs to a device or an authenticator app of the user. */
  factor_sid: sid('YF'),
  /** What sort of factor it is; the documentation of webhooks speaks of push alone. */
  factor_type: optional(openEnum('push', 'totp', 'passkeys')),
  /** An id of this call of the webhook: a UUID. */
  uuid: optional(text()),
};
