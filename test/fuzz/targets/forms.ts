import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { PayloadError } from '../../../src/errors.js';
import { parseWebhook } from '../../../src/payloads/index.js';
import { decodeText, parseForm, readPairs, writeForm } from '../../../src/request/forms.js';
import { hold, type Target } from '../target.js';
import { checkWritten } from './written.js';

/** Reads a form of a webhook; says of which kind it is, and checks that what was read can be written and read again. */
function readWebhook(input: Uint8Array): string {
  try {
    const { kind, payload } = parseWebhook(input, { contentType: 'application/x-www-form-urlencoded' });
    checkWritten(kind, payload);
    return kind;
  } catch (error) {
    hold(error instanceof PayloadError, `parseWebhook() threw ${String(error)}`);
    return `${error.code} ${error.kind}`;
  }
}

export const forms: Target = {
  name: 'forms',
  tokens: [
    '&',
    '=',
    '+',
    '%',
    '%00',
    '%zz',
    '%F0%9F%98',
    '%EF%BB%BF',
    '__proto__=',
    'constructor=',
    'MessageSid=',
    'CallSid=',
    'AccountSid=',
    'CallStatus=completed',
    'Body=',
    'MediaUrl0=',
    'NumMedia=',
    'SipHeader_',
    'AddOns=%7B%22a%22',
    'Digits=',
    '[]',
    '\u{1F600}',
    '\u0000',
  ],
  inputs: fc
    .array(fc.tuple(fc.string({ unit: 'binary', maxLength: 10 }), fc.string({ unit: 'binary' })), { maxLength: 20 })
    .map((pairs) => pairs.map((pair) => pair.join('=')).join('&')),
  limitMs: 1_000,
  check(input) {
    const text = decodeText(input);
    // URLSearchParams takes a question mark at the begin away, which is a part of the first name in a body. That of Node reads a letter that is
    // not of ASCII as another one where an escape is broken.
    const escaped = text.replace(/[^\x00-\x7f]+/gu, encodeURIComponent);
    const expected = [...new URLSearchParams(`&${escaped}`)];
    hold(
      isDeepStrictEqual(
        readPairs(text).map(({ name, value }) => [name, value]),
        expected,
      ),
      'It is read otherwise than by URLSearchParams',
    );
    const parameters = parseForm(text);
    hold(isDeepStrictEqual(parseForm(writeForm(parameters)), parameters), 'Written and read again it is another');
    return readWebhook(input);
  },
};
