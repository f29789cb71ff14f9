import { describe, expect, test } from 'vitest';
import { identifyWebhook, parseWebhook } from '../../src/payloads/index.js';
import {
  NumbersPortIn,
  NumbersPortInPhoneNumber,
  NumbersPortOutPhoneNumberCompleted,
  NumbersSenderIdRegistration,
  NumbersVoiceVerification,
  TrusthubBundleStatus,
} from '../../src/payloads/numbers/index.js';
import { findSample, loadSamples } from './samples.js';

const samples = loadSamples('numbers');

describe('webhooks of numbers', () => {
  // A trust product's bundle has the names, the SID prefix and the statuses of a regulatory one.
  test('declare that a trust product cannot be told from a regulatory bundle', () => {
    expect(TrusthubBundleStatus.identifiable).toBe(false);
  });

  test('read dates and truths of JSON', () => {
    const sample = findSample<object>(samples, 'numbers.port_in.phone_number');
    const number = NumbersPortInPhoneNumber.parse(JSON.stringify(sample));
    expect(number.port_date).toEqual(new Date('2026-03-05T15:00:00Z'));
    expect(number.portable).toBe(true);
    expect(NumbersPortInPhoneNumber.parse({ ...sample, portable: 'false' }).portable).toBe(false);
    expect(NumbersPortInPhoneNumber.parse({ ...sample, not_portable_reason_code: '22131' }).not_portable_reason_code).toBe(22131);
  });

  test('take the statuses that only handlers know', () => {
    const sample = findSample<object>(samples, 'numbers.port_in');
    expect(NumbersPortIn.parse({ ...sample, status: 'completed' }).status).toBe('completed');
  });

  test('take whatever comes where nobody has shown a body', () => {
    const body = { anything: { at: 'all' }, status: 'NEW' };
    for (const schema of [NumbersPortOutPhoneNumberCompleted, NumbersSenderIdRegistration, NumbersVoiceVerification])
      expect(schema.parse(JSON.stringify(body))).toMatchObject(body);
    expect([NumbersSenderIdRegistration.identifiable, NumbersVoiceVerification.identifiable]).toEqual([false, false]);
  });

  test('name a port-out by its notification, wherever that stands', () => {
    for (const name of ['status', 'event_type'])
      expect(identifyWebhook({ [name]: 'PortOutPhoneNumberCompleted' })).toBe('numbers.port-out-phone-number-completed');
    expect(identifyWebhook({ status: 'PortInPhoneNumberCompleted' })).toBeUndefined();
  });

  test('are identified and read from the text of their JSON', () => {
    const text = JSON.stringify(findSample<object>(samples, 'numbers.port_in'));
    expect(identifyWebhook(text)).toBe('numbers.port_in');
    expect(identifyWebhook(new TextEncoder().encode(text))).toBe('numbers.port_in');
    expect(parseWebhook(text).kind).toBe('numbers.port_in');
  });
});
