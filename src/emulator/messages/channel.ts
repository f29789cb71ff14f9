/** What carries a message. MMS is `sms` with media. */
export type Channel = 'sms' | 'whatsapp' | 'rcs' | 'messenger';

/** The channel of an address, by its prefix. */
export function channelOf(address: string): Channel {
  const [, prefix] = /^(whatsapp|rcs|messenger):/.exec(address) ?? [];
  return (prefix as Channel | undefined) ?? 'sms';
}

/** An address without the prefix of its channel. */
export function bareAddress(address: string): string {
  return address.replace(/^(?:whatsapp|rcs|messenger):/, '');
}

/** Whether somebody could receive a message at this address: E.164, a short code, or an address of a channel. */
export function isRecipient(address: string): boolean {
  if (/^(?:rcs|messenger):\S+$/.test(address)) return true;
  return /^(?:whatsapp:)?\+[1-9]\d{6,14}$/.test(address) || isShortCode(address);
}

export function isShortCode(address: string): boolean {
  return /^\d{3,8}$/.test(address);
}

/** Whether a number of North America is free for who writes to it. */
export function isTollFree(address: string): boolean {
  return /^\+18(?:00|33|44|55|66|77|88)\d{7}$/.test(address);
}

/** Whether it can be a sender that is no number: up to 11 letters, digits, spaces and a few signs, a letter among them. */
export function isAlphanumericSender(address: string): boolean {
  return /^[A-Za-z0-9 &+_-]{1,11}$/.test(address) && /[A-Za-z]/.test(address);
}

/** The country of a number, as far as the emulator tells countries apart. */
export function countryOf(address: string): string {
  const [, code = ''] = /^\+(1|44|49|33|34|39|61|353|31|55|91|52|81)\d/.exec(bareAddress(address)) ?? [];
  return COUNTRIES[code] ?? '';
}

const COUNTRIES: Readonly<Record<string, string>> = {
  1: 'US',
  31: 'NL',
  33: 'FR',
  34: 'ES',
  39: 'IT',
  44: 'GB',
  49: 'DE',
  52: 'MX',
  55: 'BR',
  61: 'AU',
  81: 'JP',
  91: 'IN',
  353: 'IE',
};
