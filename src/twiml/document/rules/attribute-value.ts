import { codeOf, ERROR_CODES } from '../attribute-codes.js';
import type { LintAttribute } from '../attributes.js';
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
  attribute(attribute, element) {
    const { known, value, kind } = attribute;
    // Voices and languages have rules of their own.
    if (kind?.listed === 'sayVoices' || kind?.listed?.endsWith('Languages') === true) return undefined;
    const misfit = kind && checkValue(kind, value, known);
    return misfit === undefined || isBoolean(misfit, value) ? undefined : describe(element, attribute, misfit);
  },
};

/** `True` is left to the rule about booleans. */
function isBoolean({ meant }: Misfit, value: string): boolean {
  return (meant === 'true' || meant === 'false') && value.trim().toLowerCase() === meant;
}

function describe({ name: tag }: LintElement, { name, known, value }: LintAttribute, misfit: Misfit): Finding {
  const { expected, meant } = misfit;
  const code = misfit.code ?? codeOf(tag, known);
  const found = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  const hint = meant === undefined ? '' : ` Did you mean "${meant.slice(0, 60)}"?`;
  return {
    message: `${name} of <${tag}> takes ${expected}; found "${found}".${hint}`,
    code,
    severity: misfit.severity ?? (isUnconfirmed(tag, known, value, misfit) ? 'info' : ERROR_CODES.has(code) ? 'error' : 'warning'),
    repair: meant === undefined ? undefined : { value: meant },
  };
}

/** Limits that one page alone mentions in passing. */
const DOUBTFUL = ['ConversationRelay eotThreshold', 'ConversationRelay speechTimeout'];

/** Whether nothing that Twilio publishes says for certain that a value does not fit. */
function isUnconfirmed(tag: string, attribute: string, value: string, { isOutOfRange = false }: Misfit): boolean {
  // Google's voices take more than the values that Twilio lists, which are those of Amazon's.
  if (tag === 'prosody') return /^(?:default|[+-]?[\d.]+(?:%|st|dB|Hz)?)$/.test(value.trim());
  return isOutOfRange && !value.trim().startsWith('-') && DOUBTFUL.includes(`${tag} ${attribute}`);
}
