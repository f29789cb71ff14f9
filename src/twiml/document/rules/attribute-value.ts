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

function describe(element: LintElement, { name, known, value }: LintAttribute, misfit: Misfit): Finding {
  const { name: tag } = element;
  const { expected, meant, sure = true } = misfit;
  const code = misfit.code === undefined ? codeOf(tag, known, misfit.isScheme) : misfit.code;
  const found = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  const advice = misfit.advice ?? adviseMethod(element, known, value);
  const hint = meant !== undefined ? ` Did you mean "${meant.slice(0, 60)}"?` : advice === undefined ? '' : ` ${advice}`;
  return {
    message: `${name} of <${tag}> takes ${expected}; found "${found}".${hint}`,
    code,
    severity:
      misfit.severity ?? (isUnconfirmed(tag, known, value, misfit) ? 'info' : code !== null && ERROR_CODES.has(code) ? 'error' : 'warning'),
    repair: meant === undefined || !sure ? undefined : { value: meant },
  };
}

/** A URL in place of a method was meant for the attribute that the method is for. */
function adviseMethod({ declaration }: LintElement, attribute: string, value: string): string | undefined {
  const isMethod = /^(?:method|.*Method)$/.test(attribute) && /^(?:\/|https?:)|\.\w+$/.test(value.trim());
  if (!isMethod) return undefined;
  const names =
    attribute === 'method' ? ['action', 'url'] : [attribute.slice(0, -'Method'.length), `${attribute.slice(0, -'Method'.length)}Url`];
  const url = names.find((name) => declaration !== undefined && Object.hasOwn(declaration.attributes, name));
  return url && `A URL goes into ${url}.`;
}

/** Limits that one page alone mentions in passing. */
const DOUBTFUL = ['ConversationRelay eotThreshold', 'ConversationRelay speechTimeout'];

/** Whether nothing that Twilio publishes says for certain that a value does not fit. */
function isUnconfirmed(tag: string, attribute: string, value: string, { isOutOfRange = false }: Misfit): boolean {
  // Google's voices take more than the values that Twilio lists, which are those of Amazon's.
  if (tag === 'prosody') return /^(?:default|[+-]?[\d.]+(?:%|st|dB|Hz)?)$/.test(value.trim());
  return isOutOfRange && !value.trim().startsWith('-') && DOUBTFUL.includes(`${tag} ${attribute}`);
}
