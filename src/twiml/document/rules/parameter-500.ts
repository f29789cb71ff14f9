import type { Rule } from '../rule.js';

const MOST = 499;

const stream = (length: number) =>
  `<Response><Connect><Stream url="wss://example.com/s"><Parameter name="note" value="${'x'.repeat(length)}"/></Stream></Connect></Response>`;

export const parameter500: Rule<'parameter-500'> = {
  id: 'parameter-500',
  severity: 'error',
  codes: [],
  text: 'Name and value of a `<Parameter>` of `<Stream>` have less than 500 characters together.',
  trips: stream(496),
  passes: stream(495),
  tags: ['Parameter'],
  element(parameter) {
    const length = (parameter.attribute('name') ?? '').length + (parameter.attribute('value') ?? '').length;
    if (parameter.parent?.name !== 'Stream' || length <= MOST) return undefined;
    return { message: `Name and value of a <Parameter> of <Stream> have ${MOST} characters at most; these have ${length}.` };
  },
};
