import type { Misfit } from './misfit.js';
import { isPlaceholder } from './template.js';

const PATTERN = /^\^([A-Z]{2})\[0-9a-fA-F\]\{32\}\$$/;

/** The two letters that a pattern of a SID begins with, if it is one. */
export function prefixOf(pattern: RegExp): string | undefined {
  return PATTERN.exec(pattern.source)?.[1];
}

/** Checks a SID. Its digits may be masked, as in `WWxxxx…`, and those who make one up seldom count them. */
export function checkSid(prefix: string, value: string): Misfit | undefined {
  const sid = value.trim();
  const digits = sid.slice(2);
  if (isPlaceholder(sid) || (sid.startsWith(prefix) && /^[\da-fA-F]{32}$/.test(digits))) return undefined;
  const madeUp = sid.startsWith(prefix) && (/^[\da-zA-Z]{28,40}$/.test(digits) || /^[\w*.…-]*[xX*.…]{3}[\w*.…-]*$/.test(digits));
  return { expected: `a SID: ${prefix} and 32 hexadecimal digits`, ...(madeUp && { severity: 'info' }) };
}
