import type { Misfit } from './misfit.js';
import { isPlaceholder } from './template.js';

const PATTERN = /^\^([A-Z]{2})\[0-9a-fA-F\]\{32\}\$$/;

/** The two letters that a pattern of a SID begins with, if it is one. */
export function prefixOf(pattern: RegExp): string | undefined {
  return PATTERN.exec(pattern.source)?.[1];
}

/** Checks a SID. Its digits may be masked, as in `WWxxxx…`: documentation and logs do that. */
export function checkSid(prefix: string, value: string): Misfit | undefined {
  const sid = value.trim();
  if (isPlaceholder(sid)) return undefined;
  const digits = sid.slice(2);
  const masked = /^[\dA-Za-z_*.…-]+$/.test(digits) && (/[xX*.…]{3}/.test(digits) || digits.length === 32);
  return sid.startsWith(prefix) && masked ? undefined : { expected: `a SID: ${prefix} and 32 hexadecimal digits` };
}
