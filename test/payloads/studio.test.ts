import { describe, expect, expectTypeOf, test } from 'vitest';
import type { JsonValue } from '../../src/payloads/index.js';
import { integer } from '../../src/payloads/schema/fields.js';
import { StudioAnswer, StudioHttpRequest, StudioRunFunction, StudioTwimlRedirect } from '../../src/payloads/studio/index.js';
import { loadSamples } from './samples.js';

const bodyOf = (wanted: string, variant?: string) =>
  loadSamples('studio').find((sample) => sample.kind === wanted && sample.variant === variant)?.body ?? {};

describe('parameters of the flow’s author', () => {
  test('can all be read', () => {
    const request = StudioHttpRequest.parse('From=%2B15551230000&Choice=1');
    expect(request).toEqual({ From: '+15551230000', Choice: '1' });
    expectTypeOf(request.Choice).toEqualTypeOf<JsonValue | undefined>();
  });

  test('may be JSON, when the widget sends that', () => {
    expect(StudioHttpRequest.parse({ choice: 1, tags: ['a'] })).toEqual({ choice: 1, tags: ['a'] });
    expect(StudioHttpRequest.parse('{"choice":1,"tags":["a"]}')).toEqual({ choice: 1, tags: ['a'] });
  });

  test('get a type when they are named', () => {
    const request = StudioRunFunction.extend({ Choice: integer() }).parse('phone=1&Choice=7');
    expectTypeOf(request.Choice).toEqualTypeOf<number>();
    expect(request).toEqual({ Choice: 7, phone: '1' });
  });
});

describe('a flow that hands over to TwiML', () => {
  test('hands over a call', () => {
    const call = StudioTwimlRedirect.parse(bodyOf('studio.twiml-redirect'));
    expect(call).toMatchObject({ CallStatus: 'in-progress', Media: [] });
    expect(call.MessageSid).toBeUndefined();
    expectTypeOf(call.CallSid).toEqualTypeOf<`CA${string}` | undefined>();
    expectTypeOf(call.From).toEqualTypeOf<string>();
  });

  test('hands over a message', () => {
    const message = StudioTwimlRedirect.parse(bodyOf('studio.twiml-redirect', 'a message'));
    expect(message).toMatchObject({ NumMedia: 1, Body: 'Hello', Media: [{ Url: 'https://example.com/a.png', ContentType: 'image/png' }] });
    expect(message.CallSid).toBeUndefined();
  });
});

describe('an answer', () => {
  test.each([{ slots: ['10:00', null], left: undefined }, [1, [2, [true]]], 'text', 7, null, {}])('may be any JSON: %j', (answer) => {
    expect(StudioAnswer.parse(answer)).toEqual(answer);
  });

  test.each([undefined, () => 1, new Map(), { at: new Date() }, Number.NaN])('is refused when it is no JSON: %s', (answer) => {
    expect(StudioAnswer.safeParse(answer).success).toBe(false);
  });
});
