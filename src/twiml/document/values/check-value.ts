import type { Kind } from '../../kinds.js';
import { checkChoice } from './enumeration.js';
import { checkList } from './list.js';
import type { Misfit } from './misfit.js';
import { checkNumber } from './number.js';
import { checkPhone, checkSender } from './phone.js';
import { checkSid, prefixOf } from './sid.js';
import { isTemplate } from './template.js';
import { checkUrl } from './url.js';

/** Checks the value of an attribute against its declaration. Values that are yet to be filled in fit everywhere. */
export function checkValue(kind: Kind<unknown>, value: string, attribute: string): Misfit | undefined {
  if (isTemplate(value)) return undefined;
  switch (kind.type) {
    case 'boolean':
      return checkBoolean(value);
    case 'integer':
    case 'decimal':
      return checkNumber(kind, value);
    case 'enum':
      return checkChoice(kind, value);
    case 'list':
      return checkList(kind, value);
    case 'url':
      return checkUrl(kind, value);
    case 'phone':
      return attribute === 'from' ? checkSender(value) : checkPhone(value);
    case 'text':
      return checkText(kind, value);
  }
}

/** Other spellings than in small letters are left to a rule of their own. */
function checkBoolean(value: string): Misfit | undefined {
  const text = value.trim().toLowerCase();
  if (text === 'true' || text === 'false') return undefined;
  const meant = /^(?:1|yes|y|on|t|enabled?)$/.test(text) ? 'true' : /^(?:0|no|n|off|f|disabled?)$/.test(text) ? 'false' : undefined;
  return { expected: '"true" or "false"', meant };
}

function checkText({ pattern, maxLength = Infinity }: Kind<unknown>, value: string): Misfit | undefined {
  if (value.length > maxLength) return { expected: `up to ${maxLength} characters, not ${value.length}` };
  if (pattern === undefined || pattern.test(value.trim())) return undefined;
  if (value.trim() === '') return { expected: 'a text that is not empty' };
  const prefix = prefixOf(pattern);
  return prefix === undefined ? { expected: `text of the form ${pattern.source}` } : checkSid(prefix, value);
}
