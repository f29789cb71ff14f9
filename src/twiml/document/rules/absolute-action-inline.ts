import { conduct } from '../../conduct.js';
import type { Rule } from '../rule.js';
import { isTemplate } from '../values/template.js';

/** The verbs that ask their `action` how to go on. */
const ASKING = Object.entries(conduct.voice).flatMap(([tag, { asks }]) => (asks?.some(({ by }) => by === 'action') ? [tag] : []));

export const absoluteActionInline: Rule<'absolute-action-inline'> = {
  id: 'absolute-action-inline',
  severity: 'error',
  codes: [15004],
  text: 'In the `twiml` parameter of the REST API, URLs are absolute: there is no document for them to be relative to.',
  trips: { xml: '<Response><Record action="/done"/></Response>', options: { context: 'inline' } },
  passes: { xml: '<Response><Record action="https://example.com/done"/></Response>', options: { context: 'inline' } },
  tags: ASKING,
  element(element, _, { context }) {
    const action = element.attribute('action');
    if (context !== 'inline' || action === undefined || /^\s*https?:/i.test(action) || isTemplate(action)) return undefined;
    const severity = ['Record', 'Gather', 'Pay'].includes(element.name) ? undefined : 'info';
    return {
      message: `Without a document to be relative to, action of <${element.name}> is absolute; found "${action.slice(0, 60)}".`,
      attribute: 'action',
      severity,
    };
  },
};
