import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lintReply, type Reply } from '../../../src/twiml/document/index.js';

const good: Reply = { status: 200, headers: { 'content-type': 'text/xml' }, body: '<Response><Say>Hello</Say></Response>', durationMs: 80 };

function rulesOf(change: Partial<Reply>, options?: Parameters<typeof lintReply>[1]): string[] {
  return lintReply({ ...good, ...change }, options).map(({ rule, severity }) => `${severity} ${rule}`);
}

describe('lintReply', () => {
  test('finds nothing in a good answer, however its headers are given', () => {
    expect(rulesOf({})).toEqual([]);
    expect(rulesOf({ headers: new Headers({ 'Content-Type': 'application/xml; charset=utf-8' }) })).toEqual([]);
    expect(rulesOf({ headers: { 'Content-Type': ['text/xml'] } })).toEqual([]);
    expect(rulesOf({ body: new TextEncoder().encode(String(good.body)) })).toEqual([]);
  });

  test('wants a status of 200', () => {
    expect(rulesOf({ status: 404 })).toEqual(['error reply-status']);
    expect(rulesOf({ status: 502, body: '<html>Bad gateway</html>', headers: { 'content-type': 'text/html' } })).toEqual([
      'error reply-status',
    ]);
  });

  test('knows what becomes of redirects', () => {
    expect(rulesOf({ status: 301, headers: { location: '/twiml' }, body: '' })).toEqual(['info reply-redirect']);
    expect(rulesOf({ status: 302, headers: {}, body: '' })).toEqual(['error reply-redirect']);
  });

  test('wants XML to be called XML', () => {
    expect(rulesOf({ headers: {} })).toEqual(['error content-type']);
    expect(rulesOf({ headers: { 'content-type': 'application/json' } })).toEqual(['error content-type']);
    expect(rulesOf({ headers: { 'content-type': 'text/html; charset=utf-8' } })).toEqual(['info content-type']);
    expect(rulesOf({ headers: { 'content-type': 'text/plain' }, body: 'Hello' })).toEqual(['info content-type']);
    expect(rulesOf({ headers: { 'content-type': 'audio/mpeg' }, body: new Uint8Array([255, 251, 144]) })).toEqual([]);
    expect(rulesOf({ headers: { 'content-type': 'audio/mpeg' }, body: 'x' }, { document: 'messaging' })).toEqual(['error content-type']);
  });

  test('wants a body, but for messages', () => {
    expect(rulesOf({ body: '' })).toEqual(['error reply-empty']);
    expect(rulesOf({ body: ' \n' }, { document: 'messaging' })).toEqual(['info reply-empty']);
    expect(rulesOf({ status: 204, body: '', headers: {} })).toEqual(['info reply-empty']);
  });

  test('takes an answer that says itself that it is empty for one that ends the call', () => {
    expect(rulesOf({ headers: { 'Content-Length': '0', 'Content-Type': 'text/xml' }, body: '' })).toEqual(['info reply-empty']);
    expect(rulesOf({ headers: { 'transfer-encoding': 'chunked', 'content-type': 'text/xml' }, body: '' })).toEqual(['error reply-empty']);
  });

  test('wants an answer within 15 seconds', () => {
    expect(rulesOf({ durationMs: 14_999 })).toEqual(['info reply-time']);
    expect(rulesOf({ durationMs: 15_000 })).toEqual(['error reply-time']);
    expect(lintReply({ ...good, durationMs: 17_300 })[0]?.message).toContain('17.3');
  });

  test('finds what stands before the declaration, and what is too large', () => {
    expect(rulesOf({ body: '\n<?xml version="1.0"?><Response/>' })).toEqual(['error well-formed']);
    expect(rulesOf({ body: new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('<?xml version="1.0"?><Response/>')]) })).toEqual([
      'info byte-order-mark',
    ]);
    expect(rulesOf({ body: `<Response><!--${'é'.repeat(33_000)}--></Response>` })).toEqual(['error size-64k']);
  });

  test('lints the document, with positions', () => {
    expect(lintReply({ ...good, body: '<Response><say>Hi</say></Response>' })).toMatchObject([
      { rule: 'case-sensitive', path: '/Response/say', range: { start: { line: 1, column: 11 } } },
    ]);
  });

  test('lets the answer to a status callback be empty, and reads no document in it', () => {
    const options = { context: 'status-callback' } as const;
    expect(rulesOf({ status: 204, headers: {}, body: '' }, options)).toEqual([]);
    expect(rulesOf({ status: 204, headers: {}, body: '' })).toEqual(['info reply-empty']);
    expect(rulesOf({ headers: { 'content-type': 'text/html' }, body: '' }, options)).toEqual([]);
    expect(rulesOf({ headers: { 'content-type': 'text/html' }, body: '' })).toEqual(['error reply-empty']);
    expect(rulesOf({ headers: { 'content-type': 'application/json' }, body: '{}' }, options)).toEqual(['info content-type']);
    expect(rulesOf({ body: '<Response><say>Hi</say></Response>' }, options)).toEqual([]);
    expect(rulesOf({ status: 500 }, options)).toEqual(['error reply-status']);
  });

  test('keeps to the options', () => {
    expect(rulesOf({ headers: {} }, { rules: { 'content-type': 'off' } })).toEqual([]);
    expect(() => rulesOf({}, { context: 'nowhere' as never })).toThrow(TypeError);
  });

  test('says what an answer is where it is given none', () => {
    for (const given of [undefined, '<Response/>', new Response('<Response/>'), { status: 200, body: '' }])
      expect(() => lintReply(given as never)).toThrow(/^lintReply\(\) takes { status, headers, body }, the body as text or bytes, and got/);
  });

  test('throws at no answer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), fc.uint8Array({ maxLength: 200 }), fc.option(fc.string()), (status, body, type) => {
        expect(Array.isArray(lintReply({ status, headers: type === null ? {} : { 'content-type': type }, body }))).toBe(true);
      }),
    );
  });
});
