import { sid } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';

const parameters = {
  /** The account that your app may no longer use: `AC…`. */
  AccountSid: sid('AC'),
  /** Your Connect app: `CN…`. */
  ConnectAppSid: sid('CN'),
};

/** A user took away your Connect app's right to an account. */
export interface AccountConnectDeauthorize extends PayloadOf<typeof parameters> {}

/** Sent to the deauthorise URL of a Connect app. Answer with any 2xx. */
export const AccountConnectDeauthorize: PayloadSchema<AccountConnectDeauthorize, 'account.connect.deauthorize', 'nothing'> = form({
  kind: 'account.connect.deauthorize',
  title: 'Connect app deauthorization callback',
  expects: 'nothing',
  signs: [{ has: ['ConnectAppSid', 'AccountSid'] }],
  parameters: [parameters],
});
