import { optional, sid, text } from '../../schema/fields.js';

/** What every webhook of a Sync service has. */
export const syncEventParameters = {
  /** The account that owns the service. Its auth token signs the request. */
  AccountSid: sid('AC'),
  /** The Sync service: `IS…`. */
  ServiceSid: sid('IS'),
  /** Who did it: the identity of the client's access token, or `system` for the REST API. */
  Identity: optional(text()),
  /** The connection that did it, an opaque id; absent when it was no client of an SDK. */
  EndpointId: optional(text()),
};
