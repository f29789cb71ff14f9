import type { Element } from '../../element.js';
import type { LintElement } from '../lint-element.js';
import type { Finding, Rule } from '../rule.js';

/** Elements without which nothing works: Twilio fails them, rather than ignoring them. */
const FATAL = ['Stream', 'ConversationRelay'];

export const attributeMissing: Rule<'attribute-missing'> = {
  id: 'attribute-missing',
  severity: 'warning',
  codes: [12200],
  text: 'An element has the attributes that it means nothing without.',
  trips: '<Response><Say>It is <say-as>42</say-as></Say></Response>',
  passes: '<Response><Say>It is <say-as interpret-as="cardinal">42</say-as></Say></Response>',
  element(element) {
    const missing = element.declaration && requiredBy(element.declaration).filter((name) => !hasAttribute(element, name));
    if (missing === undefined || missing.length === 0) return undefined;
    return missing.map((name): Finding => {
      const fatal = FATAL.includes(element.name);
      const message = `<${element.name}> needs the attribute ${name}, and has none.`;
      return { message, code: element.name === 'Stream' ? 31923 : fatal ? undefined : 12200, severity: fatal ? 'error' : undefined };
    });
  },
};

/** A partner's connector takes the place of a URL. Names in the wrong case are reported as such. */
function hasAttribute(element: LintElement, name: string): boolean {
  const names = Object.keys(element.node.attributes).map((attribute) => attribute.toLowerCase());
  if (names.includes(name.toLowerCase())) return element.attribute(name)?.trim() !== '' || name === 'value';
  return name === 'url' && names.includes('connectorname');
}

const required = /* @__PURE__ */ new WeakMap<Element, readonly string[]>();

function requiredBy(element: Element): readonly string[] {
  let names = required.get(element);
  if (names === undefined) {
    names = Object.entries(element.attributes).flatMap(([name, kind]) => (kind.required === true ? [name] : []));
    required.set(element, names);
  }
  return names;
}
