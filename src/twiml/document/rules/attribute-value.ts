import { codeOf, ERROR_CODES } from '../attribute-codes.js';
import type { Severity } from '../diagnostic.js';
import type { LintElement } from '../lint-element.js';
import type { Finding, Rule } from '../rule.js';
import { checkValue } from '../values/check-value.js';
import type { Misfit } from '../values/misfit.js';

export const attributeValue: Rule<'attribute-value'> = {
  id: 'attribute-value',
  severity: 'warning',
  codes: [],
  text: "The value of an attribute is of its type, one of its values or in its range. Where Twilio's code for it is an error, so is this.",
  trips: '<Response><Pause length="ten"/></Response>',
  passes: '<Response><Pause length="10"/></Response>',
  attribute({ known, name, value, kind }, element) {
    if (kind?.listed === 'sayVoices' || kind?.listed?.endsWith('Languages') === true) return undefined;
    const misfit = kind && checkValue(kind, value, known);
    return misfit === undefined || isBoolean(misfit, value) ? undefined : describe(element, name, known, value, misfit);
  },
};

/** `True` is left to the rule about booleans. */
function isBoolean({ meant }: Misfit, value: string): boolean {
  return (meant === 'true' || meant === 'false') && value.trim().toLowerCase() === meant;
}

function describe(
  element: LintElement,
  attribute: string,
  known: string,
  value: string,
  { expected, meant, severity, code }: Misfit,
): Finding {
  const twilioCode = code ?? codeOf(element.name, known);
  const found = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  const hint = meant === undefined ? '' : ` Did you mean "${meant.slice(0, 60)}"?`;
  return {
    message: `${attribute} of <${element.name}> takes ${expected}; found "${found}".${hint}`,
    code: twilioCode,
    severity: severity ?? severityOf(element.name, known, value, twilioCode),
    repair: meant === undefined ? undefined : { value: meant },
  };
}

function severityOf(tag: string, attribute: string, value: string, code: number): Severity {
  if (ERROR_CODES.has(code)) return 'error';
  if (tag === 'Assistant' || (tag === 'Uri' && attribute !== 'url')) return 'info';
  // Google's voices take more than the values that Twilio lists, which are those of Amazon's.
  return tag === 'prosody' && attribute !== 'xml:lang' && /^(?:default|[+-]?[\d.]+(?:%|st|dB|Hz)?)$/.test(value.trim())
    ? 'info'
    : 'warning';
}
