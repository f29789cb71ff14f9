import { describe, expect, test } from 'vitest';
import { IncomingMessage, SendgridEvents } from '../../src/payloads/index.js';
import {
  fixture,
  formFixture,
  signedEmailRequest,
  signedInjection,
  signedLambdaEvent,
  signedNodeRequest,
  signedRequest,
} from '../../src/testing/index.js';

const authToken = '0123456789abcdef0123456789abcdef';
const expected = 'A request to sign takes a schema, overrides ({} for none) and options, the url among them as text';

describe('A program that calls wrongly hears what is expected, of', () => {
  test.each([signedRequest, signedNodeRequest, signedInjection, signedLambdaEvent])('%o', (sign) => {
    const call = sign as (...parts: unknown[]) => unknown;
    const options = { url: 'https://example.com/sms', authToken };
    for (const parts of [[], [IncomingMessage], [IncomingMessage, options], [IncomingMessage, {}, { authToken }]])
      expect(() => call(...parts)).toThrow(new TypeError(expected));
    expect(() => call(undefined, {}, options)).toThrow('A fixture is made of a schema of ringback/payloads');
  });

  test('signedEmailRequest', async () => {
    await expect(signedEmailRequest(SendgridEvents, undefined, undefined as never)).rejects.toThrow(new TypeError(expected));
  });

  test.each([fixture, formFixture])('%o', (make) => {
    for (const schema of [undefined, null, 'messaging.incoming', {}])
      expect(() => make(schema as never)).toThrow('A fixture is made of a schema of ringback/payloads, or of one that extends it');
  });
});
