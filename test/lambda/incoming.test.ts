import { describe, expect, test } from 'vitest';
import { webhook } from '../../src/lambda/index.js';
import { IncomingMessage } from '../../src/payloads/index.js';
import { signedLambdaEvent } from '../../src/testing/index.js';

const authToken = '0123456789abcdef0123456789abcdef';
const handler = webhook(IncomingMessage, { authToken, onRejected: () => undefined }, () => null);
const event = signedLambdaEvent(IncomingMessage, {}, { url: 'https://example.com/sms', authToken, source: 'api-gateway-v1' });

describe('the headers of a Lambda event', () => {
  test.each([{}, null, undefined])('are the single ones where the lists are %j', async (multiValueHeaders) => {
    expect((await handler({ ...event, multiValueHeaders } as never, {})).statusCode).toBe(200);
  });

  test('are the lists where there are some', async () => {
    expect((await handler({ ...event, headers: {} }, {})).statusCode).toBe(200);
  });
});
