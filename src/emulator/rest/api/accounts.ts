import { type Account, Accounts } from '../accounts.js';
import { writeRfc2822 } from '../dates.js';
import { fits, resource } from '../resource.js';
import { type Route, readChoice, readFriendlyName } from '../rest-request.js';

const SUBRESOURCES = [
  'applications',
  'available_phone_numbers',
  'calls',
  'conferences',
  'incoming_phone_numbers',
  'keys',
  'messages',
  'queues',
  'recordings',
] as const;

/** The account and its subaccounts: https://www.twilio.com/docs/iam/api/account */
export const accountRoutes: readonly Route[] = [
  ...resource<Account>({
    path: '/2010-04-01/Accounts',
    key: 'accounts',
    all: ({ world }) => world.part(Accounts).all,
    keep: ({ friendlyName, status }, request) => fits(request, { FriendlyName: friendlyName, Status: status }),
    find: ({ world }, sid) => world.part(Accounts).find(sid),
    describe: (account, { world }) => describe(account, world.settings.accountSid),
    create: (request) => request.world.part(Accounts).create(readFriendlyName(request)),
    update: (account, request) => {
      const status = readChoice(request, 'Status', ['active', 'suspended', 'closed'], 21475) ?? account.status;
      account.friendlyName = readFriendlyName(request) ?? account.friendlyName;
      account.status = status;
    },
  }),
  {
    method: 'GET',
    path: '/2010-04-01/Accounts/:account/Balance.json',
    run: ({ account }) => ({ status: 200, body: { account_sid: account, balance: '100.00', currency: 'USD' } }),
  },
];

function describe({ sid, authToken, friendlyName, status, createdAt }: Account, owner: string): object {
  const uri = `/2010-04-01/Accounts/${sid}`;
  const created = writeRfc2822(createdAt);
  const pathOf = (name: string) => name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return {
    auth_token: authToken,
    date_created: created,
    date_updated: created,
    friendly_name: friendlyName,
    owner_account_sid: owner,
    sid,
    status,
    subresource_uris: Object.fromEntries(SUBRESOURCES.map((name) => [name, `${uri}/${pathOf(name)}.json`])),
    type: 'Full',
    uri: `${uri}.json`,
  };
}
