import { openEnum, optional, sid, text } from '../schema/fields.js';
import { type PayloadOf, unsignedForm } from '../schema/form.js';
import type { UnsignedPayloadSchema } from '../schema/schema.js';

const parameters = {
  /** The subaccount that was made for your app in the user's account; absent when the user refused. */
  AccountSid: optional(sid('AC')),
  /** Why there is no account: the user refused. */
  error: optional(openEnum('unauthorized_client')),
  /** What you put into the authorisation URL, where you did; inferred from the way such redirects work, not recorded. */
  state: optional(text()),
};

/** A user allowed your Connect app into an account, or refused. */
export interface AccountConnectAuthorize extends PayloadOf<typeof parameters> {}

/**
 * The query with which the user's browser comes to the authorise URL of a Connect app. It comes from the browser and nothing signs it: look the
 * account up before you believe it, and answer with a page.
 */
export const AccountConnectAuthorize: UnsignedPayloadSchema<AccountConnectAuthorize, 'account.connect.authorize', 'nothing'> = unsignedForm(
  {
    kind: 'account.connect.authorize',
    title: 'Connect app authorization redirect',
    expects: 'nothing',
    methods: ['GET'],
    // An account's SID is in nearly every webhook: only where little else is there it tells something.
    signs: [{ has: ['AccountSid'], alone: true }, { has: ['AccountSid', 'state'], alone: true }, { is: { error: 'unauthorized_client' } }],
    parameters: [parameters],
  },
);
