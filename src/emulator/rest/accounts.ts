import type { World } from '../world.js';

/** An account or a subaccount. */
export interface Account {
  readonly sid: string;
  readonly authToken: string;
  readonly createdAt: number;
  friendlyName: string;
  status: 'active' | 'suspended' | 'closed';
}

/** The account of the emulator, and the subaccounts that were made by REST. */
export class Accounts {
  readonly #accounts = new Map<string, Account>();
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
    const { accountSid, authToken } = world.settings;
    this.#accounts.set(accountSid, {
      sid: accountSid,
      authToken,
      createdAt: world.clock.now,
      friendlyName: 'Emulator',
      status: 'active',
    });
  }

  get all(): Iterable<Account> {
    return this.#accounts.values();
  }

  find(sid: string): Account | undefined {
    return this.#accounts.get(sid);
  }

  create(friendlyName: string | undefined): Account {
    const { chance, clock } = this.#world;
    const account: Account = {
      sid: chance.sid('AC'),
      authToken: chance.digits('auth-token'),
      createdAt: clock.now,
      friendlyName: friendlyName ?? `SubAccount Created at ${new Date(clock.now).toISOString()}`,
      status: 'active',
    };
    this.#accounts.set(account.sid, account);
    return account;
  }
}
