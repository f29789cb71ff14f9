import { describe, expect, test } from 'vitest';
import { findDrift, IncomingMessage, parseForm, parseWebhook, writeForm, writeFrame } from '../../src/payloads/index.js';

const request = new Request('https://example.com/sms', { method: 'POST', body: 'Body=hi' });

/** What a framework on Node hands to a handler: the body of a webhook is one of its parts. */
class FrameworkRequest {
  readonly method = 'POST';
  readonly headers = {};
  readonly body = { Body: 'hi' };
}

describe('A program that calls wrongly hears what is expected, of', () => {
  test.each([
    ['a promise', Promise.resolve('Body=hi')],
    ['a web request', request],
    ["a framework's request", new FrameworkRequest()],
  ])('a schema or parseWebhook given %s', (_, input) => {
    const read = IncomingMessage.safeParse(input);
    expect(read.error?.issues.map(({ message }) => message)).toEqual(['expected the body, not a promise or the whole request']);
    expect(() => parseWebhook(input)).toThrow('Expected the body of a webhook, not a promise or the whole request.');
  });

  test('parseForm, and writeForm', () => {
    for (const [given, what] of [
      [undefined, 'nothing'],
      [new URLSearchParams('a=b'), 'an instance of URLSearchParams'],
      [request.text(), 'a promise: await it'],
      [{ a: 'b' }, 'an object'],
    ] as const)
      expect(() => parseForm(given as never)).toThrow(new TypeError(`parseForm() takes the raw text of a form, and got ${what}`));
    for (const given of [undefined, null, 'a=b', { NumMedia: 0 }])
      expect(() => writeForm(given as never)).toThrow(
        /must be an object of texts and lists of texts: z.encode\(schema, payload\) makes them/,
      );
  });

  test('findDrift, and writeFrame', () => {
    expect(() => findDrift(IncomingMessage, undefined as never)).toThrow(
      new TypeError('findDrift() takes a schema and what it has read, and got nothing'),
    );
    expect(() => findDrift(IncomingMessage, 'Body=hi' as never)).toThrow(/and got a string$/);
    for (const given of [undefined, null, 'hi']) expect(() => writeFrame(given as never)).toThrow(/^There is no such message among/);
  });
});
