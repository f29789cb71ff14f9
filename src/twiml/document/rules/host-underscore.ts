import { findKind } from '../attributes.js';
import type { Finding, Rule } from '../rule.js';
import { isTemplate } from '../values/template.js';
import { hostOf } from '../values/url.js';

export const hostUnderscore: Rule<'host-underscore'> = {
  id: 'host-underscore',
  severity: 'warning',
  codes: [],
  text: 'The host of a callback has no underscores.',
  trips: '<Response><Dial action="https://my_app.example.com/done">+14155550123</Dial></Response>',
  passes: '<Response><Dial action="https://my-app.example.com/done">+14155550123</Dial></Response>',
  element({ declaration, node, name }) {
    if (declaration === undefined) return undefined;
    let findings: Finding[] | undefined;
    for (const [attribute, value] of Object.entries(node.attributes)) {
      if (!value.includes('_')) continue;
      const host = findKind(declaration, attribute)?.kind.type === 'url' ? hostOf(value) : undefined;
      // In capitals it is a name that stands for a host.
      if (host === undefined || !host.includes('_') || isTemplate(value) || /[A-Z]_[A-Z]/.test(host)) continue;
      findings ??= [];
      findings.push({
        message: `${attribute} of <${name}> has a host with an underscore, ${host.slice(0, 60)}; Twilio does not call it.`,
        attribute,
      });
    }
    return findings;
  },
};
