import { codeOf, ERROR_CODES } from '../attribute-codes.js';
import { findKind } from '../attributes.js';
import type { Severity } from '../diagnostic.js';
import type { Finding, Rule } from '../rule.js';
import type { LintElement } from '../tree.js';
import { checkValue } from '../values/check-value.js';
import type { Misfit } from '../values/misfit.js';

export const attributeValue: Rule<'attribute-value'> = {
  id: 'attribute-value',
  severity: 'warning',
  codes: [],
  text: "The value of an attribute is of its type, one of its values or in its range. Where Twilio's code for it is an error, so is this.",
  trips: '<Response><Pause length="ten"/></Response>',
  passes: '<Response><Pause length="10"/></Response>',
  element(element) {
    const { declaration, node } = element;
    if (declaration === undefined) return undefined;
    let findings: Finding[] | undefined;
    for (const attribute of Object.keys(node.attributes)) {
      const found = findKind(declaration, attribute);
      const value = node.attributes[attribute] as string;
      const misfit = found && checkValue(found.kind, value, found.name);
      if (misfit === undefined || isBoolean(misfit, value)) continue;
      findings ??= [];
      findings.push(describe(element, attribute, value, misfit));
    }
    return findings;
  },
};

/** `True` is left to the rule about booleans. */
function isBoolean({ meant }: Misfit, value: string): boolean {
  return (meant === 'true' || meant === 'false') && value.trim().toLowerCase() === meant;
}

function describe(element: LintElement, attribute: string, value: string, { expected, meant, severity, code }: Misfit): Finding {
  const twilioCode = code ?? codeOf(element.name, attribute);
  const found = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  const hint = meant === undefined ? '' : ` Did you mean "${meant.slice(0, 60)}"?`;
  return {
    message: `${attribute} of <${element.name}> takes ${expected}; found "${found}".${hint}`,
    attribute,
    code: twilioCode,
    severity: severity ?? severityOf(element.name, attribute, value, twilioCode),
    repair: meant === undefined ? undefined : { value: meant },
  };
}

function severityOf(tag: string, attribute: string, value: string, code: number): Severity {
  if (ERROR_CODES.has(code)) return 'error';
  // Google's voices take more than the values that Twilio lists, which are those of Amazon's.
  return tag === 'prosody' && attribute !== 'xml:lang' && /^(?:default|[+-]?[\d.]+(?:%|st|dB|Hz)?)$/.test(value.trim())
    ? 'info'
    : 'warning';
}
