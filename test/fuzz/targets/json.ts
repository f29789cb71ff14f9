import fc from 'fast-check';
import { PayloadError } from '../../../src/errors.js';
import { parseWebhook } from '../../../src/payloads/index.js';
import { decodeText } from '../../../src/request/forms.js';
import { parseJson } from '../../../src/request/json.js';
import { hold, type Target } from '../target.js';
import { checkWritten } from './written.js';

/** Whether a name that changes prototypes is an own member somewhere. */
function holdsProto(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(holdsProto);
}

function checkParsed(text: string): string {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch (error) {
    hold(error instanceof SyntaxError, `parseJson() threw ${String(error)}`);
    return 'refused';
  }
  hold(!holdsProto(value), 'A member is named __proto__');
  const native: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  hold(holdsProto(native) || JSON.stringify(native) === JSON.stringify(value), 'It is read otherwise than by JSON.parse');
  return 'read';
}

function readWebhook(input: Uint8Array): string {
  try {
    const { kind, payload } = parseWebhook(input, { contentType: 'application/json' });
    hold(!holdsProto(payload), 'A member of the payload is named __proto__');
    checkWritten(kind, payload);
    return kind;
  } catch (error) {
    hold(error instanceof PayloadError, `parseWebhook() threw ${String(error)}`);
    return `${error.code} ${error.kind}`;
  }
}

export const json: Target = {
  name: 'json',
  tokens: [
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"',
    '\\',
    '\\u005f_proto__',
    '"__proto__":',
    '"constructor":',
    'null',
    'true',
    '1e999',
    '-0',
    '[[[[[[[[',
    '{"a":',
    '"type":',
    '"data":',
    '"specversion":"1.0"',
    '\\ud800',
    '\uFEFF',
    '"id":',
    '\u0000',
  ],
  inputs: fc.json({ maxDepth: 6 }),
  limitMs: 1_000,
  check(input) {
    return `${checkParsed(decodeText(input))} ${readWebhook(input)}`;
  },
};
