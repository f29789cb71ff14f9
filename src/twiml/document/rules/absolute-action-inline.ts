import type { Finding, Rule } from '../rule.js';
import { isPlaceholder } from '../values/template.js';

/** Whose `action` Twilio refuses by an error of its own. Of other URLs no page says what happens. */
const REFUSED = ['Record', 'Gather', 'Pay'];

export const absoluteActionInline: Rule<'absolute-action-inline'> = {
  id: 'absolute-action-inline',
  severity: 'error',
  codes: [15004],
  text: 'In the `twiml` parameter of the REST API, URLs are absolute: there is no document for them to be relative to.',
  trips: { xml: '<Response><Record action="/done"/></Response>', options: { context: 'inline' } },
  passes: { xml: '<Response><Record action="https://example.com/done"/></Response>', options: { context: 'inline' } },
  tags: ['Redirect', 'Play'],
  element({ name, text }, _, { context }) {
    if (context !== 'inline' || !isRelative(text)) return undefined;
    return { ...describe(`the URL in <${name}>`, text), content: true, code: null, severity: 'info' };
  },
  attribute({ known, value, kind }, { name }, { context }) {
    if (context !== 'inline' || kind?.type !== 'url' || !isRelative(value)) return undefined;
    const finding = describe(`${known} of <${name}>`, value);
    return known === 'action' && REFUSED.includes(name) ? finding : { ...finding, code: null, severity: 'info' };
  },
};

function isRelative(url: string): boolean {
  return url.trim() !== '' && !/^\s*[a-z][a-z\d+.-]*:/i.test(url) && !isPlaceholder(url.trim()) && !/\s/.test(url.trim());
}

function describe(what: string, url: string): Finding {
  return { message: `Without a document to be relative to, ${what} is absolute; found "${url.trim().slice(0, 60)}".` };
}
