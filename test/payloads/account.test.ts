import { describe, expect, expectTypeOf, test } from 'vitest';
import { AccountConnectAuthorize, DebuggerEvent, UsageTrigger } from '../../src/payloads/account/index.js';
import { identifyWebhook } from '../../src/payloads/index.js';
import { findSample, loadSamples } from './samples.js';

const samples = loadSamples('account');

describe('account webhooks', () => {
  test('say when a usage trigger fired, and keep money as text', () => {
    const trigger = UsageTrigger.parse(findSample(samples, 'account.usage_trigger'));
    expect(trigger.DateFired).toEqual(new Date('2026-10-04T12:00:00Z'));
    expect(trigger.CurrentValue).toBe('60.52');
  });

  test('open what the debugger tells', () => {
    const event = DebuggerEvent.parse(findSample(samples, 'account.debugger'));
    expect(event.Timestamp).toEqual(new Date('2021-10-12T23:43:53.289Z'));
    expect(event.Payload).toMatchObject({ error_code: '30007' });
  });

  test('take the nulls and the missing parts of a debugger event', () => {
    const sample = findSample(samples, 'account.debugger');
    const Payload = JSON.stringify({
      resource_sid: 'CA1',
      service_sid: null,
      error_code: '11200',
      more_info: { Msg: 'Bad Gateway', ErrorCode: '11200', LogLevel: 'ERROR' },
      webhook: {
        type: 'application/json',
        request: { url: 'https://example.com/voice', method: null, headers: {}, parameters: { CallSid: 'CA1' } },
        response: { status_code: null, headers: {}, body: null },
      },
    });
    const event = DebuggerEvent.parse({ ...sample, Payload });
    expect(event.Payload).toEqual(JSON.parse(Payload));
  });

  test('leave the payload of a debugger event that is no JSON as it is', () => {
    const sample = findSample(samples, 'account.debugger');
    expect(DebuggerEvent.parse({ ...sample, Payload: '{"cut off' }).Payload).toBe('{"cut off');
  });

  test('know the redirect of a Connect app by what little it holds', () => {
    expect(identifyWebhook('error=unauthorized_client')).toBe('account.connect.authorize');
    expect(identifyWebhook('AccountSid=AC1&state=abc')).toBe('account.connect.authorize');
    expect(identifyWebhook('AccountSid=AC1&Something=else')).toBeUndefined();
  });

  test('carry in their type that a redirect is not signed', () => {
    expect(AccountConnectAuthorize.unsigned).toBe(true);
    expectTypeOf(AccountConnectAuthorize.unsigned).toEqualTypeOf<true>();
  });
});
