import type { Rule } from '../rule.js';

const LIMIT = 4000;

const LONG = `<Response><Say>${'Hello. '.repeat(580)}</Say></Response>`;

export const sizeTwimlParameter: Rule<'size-twiml-parameter'> = {
  id: 'size-twiml-parameter',
  severity: 'error',
  codes: [32018],
  text: 'A document in the `twiml` parameter of the REST API has at most 4000 characters.',
  trips: { xml: LONG, options: { context: 'inline' } },
  passes: LONG,
  source({ xml }, { context }) {
    if (context !== 'inline' || xml.length <= LIMIT) return undefined;
    return { message: `The twiml parameter takes ${LIMIT} characters; this document has ${xml.length}. Give a url instead.` };
  },
};
