import { findKind } from '../attributes.js';
import type { Finding, Rule } from '../rule.js';
import { valuesOf } from '../values/enumeration.js';

export const booleanLowercase: Rule<'boolean-lowercase'> = {
  id: 'boolean-lowercase',
  severity: 'info',
  codes: [],
  text: '`true` and `false` are written in small letters.',
  trips: '<Response><Record playBeep="False" action="/done"/></Response>',
  passes: '<Response><Record playBeep="false" action="/done"/></Response>',
  element({ declaration, node, name }) {
    if (declaration === undefined) return undefined;
    let findings: Finding[] | undefined;
    for (const [attribute, value] of Object.entries(node.attributes)) {
      const small = value.trim().toLowerCase();
      if ((small !== 'true' && small !== 'false') || value.trim() === small) continue;
      const kind = findKind(declaration, attribute)?.kind;
      if (kind === undefined || !valuesOf(kind).includes(small)) continue;
      findings ??= [];
      findings.push({
        message: `${attribute} of <${name}> takes "${small}"; found "${value.slice(0, 20)}".`,
        attribute,
        repair: { value: small },
      });
    }
    return findings;
  },
};
