import { phoneNames } from './phone-names.js';

/** What people call a telephone: its name, or its number in groups that can be read. */
export function nameOf(address: string): string {
  const name = phoneNames.value.get(telephoneOf(address));
  return name ?? formatAddress(address);
}

/** A number in groups that can be read; other addresses as they are. */
export function formatAddress(address: string): string {
  const [, channel = '', country, area, first, second] = /^([a-z]+:)?\+(1)(\d{3})(\d{3})(\d{4})$/.exec(address) ?? [];
  if (country === undefined) return address;
  const number = `+${country} ${area} ${first} ${second}`;
  return channel === '' ? number : `${number} (${CHANNELS[channel] ?? channel})`;
}

const CHANNELS: Readonly<Record<string, string>> = { 'whatsapp:': 'WhatsApp', 'rcs:': 'RCS', 'messenger:': 'Messenger' };

/** The telephone of an address: what goes by WhatsApp and RCS is on that of the number. */
export function telephoneOf(address: string): string {
  return address.replace(/^(?:whatsapp|rcs):(?=\+)/, '');
}
