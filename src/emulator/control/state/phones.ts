import { bareAddress } from '../../messages/channel.js';
import type { World } from '../../world.js';
import type { CallState, MessageState, PhoneState } from '../protocol.js';
import type { Surroundings } from '../surroundings.js';

/** Tells of people's telephones: those that somebody set up, and those that anything was with. */
export function describePhones(
  world: World,
  calls: readonly CallState[],
  messages: readonly MessageState[],
  { names }: Surroundings,
): readonly PhoneState[] {
  const told = [...calls.flatMap(({ phone }) => phone ?? []), ...messages.map(({ phone }) => phone)].map(addressOf);
  const addresses = new Set([...world.phones.keys(), ...told]);
  return [...addresses]
    .filter((address) => address !== '' && !world.directory.numbers.has(address))
    .map((address) => describe(world, address, names));
}

function describe(world: World, address: string, names: ReadonlyMap<string, string>): PhoneState {
  const phone = world.phones.get(address);
  const { is = 'person', answersAfter } = phone?.person ?? {};
  const name = names.get(address);
  return {
    address,
    ...(name !== undefined && { name }),
    is,
    ...(answersAfter !== undefined && { answersAfter }),
    delivery: phone?.delivery ?? {},
  };
}

/** WhatsApp and RCS are on the telephone of the number; Messenger has addresses of its own. */
function addressOf(address: string): string {
  return /^(?:whatsapp|rcs):/.test(address) ? bareAddress(address) : address;
}
