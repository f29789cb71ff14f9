import type { Misfit } from './misfit.js';
import { isPlaceholder } from './template.js';

/** `whatsapp:+1…`, `client:joey`, `sip:…` and the addresses of other channels. */
const CHANNEL = /^[A-Za-z][\w.+-]*:\S/;
/** A number that hides some of its digits, as documentation does: `+1415XXXXXXX`. */
const MASKED = /^\+?[\dxX*#_]*[xX*_]{2,}[\dxX*#_]*$/;
/** A number with a word in it: `1-800-FLOWERS`. */
const VANITY = /^\+?1?\d{3}[A-Z]{4,8}$/i;
const SENDER = /^(?=.*[A-Za-z])[A-Za-z\d &+._-]{1,11}$/;
const MESSAGING_SERVICE = /^MG[\da-zA-Z]{3,32}$/;

/** Checks a phone number: E.164, a national or short one, formatted in any way, or the address of another channel. */
export function checkPhone(value: string): Misfit | undefined {
  const text = value.trim();
  if (isPlaceholder(text) || CHANNEL.test(text)) return undefined;
  const number = text.replace(/[\s().\u2010-\u2015/-]/g, '');
  const misfit: Misfit = { expected: 'a phone number in E.164, such as "+14155550123"' };
  if (/^\+?\d+$/.test(number)) return isDialable(number) ? undefined : misfit;
  if (MASKED.test(number)) return undefined;
  return VANITY.test(number) ? { ...misfit, severity: 'info' } : misfit;
}

/** Checks a sender: a phone number, an alphanumeric name of up to 11 characters, or a messaging service. */
export function checkSender(value: string): Misfit | undefined {
  const text = value.trim();
  if (SENDER.test(text) || MESSAGING_SERVICE.test(text)) return undefined;
  const misfit = checkPhone(text);
  return misfit && { ...misfit, expected: `${misfit.expected}, or a name of up to 11 letters and digits` };
}

/** E.164 has 15 digits at most and begins with a country, which is not 0. National numbers may have more zeros before them. */
function isDialable(number: string): boolean {
  if (number.startsWith('+')) return /^\+[1-9]\d{6,14}$/.test(number);
  return number.length >= 2 && number.replace(/^0+/, '').length <= 15;
}
