import { describe, expect, test } from 'vitest';
import { VerifyChallenge, VerifyFactor } from '../../src/payloads/verify/index.js';
import { findSample, loadSamples } from './samples.js';

const samples = loadSamples('verify');

describe('Verify webhooks', () => {
  test('refuse the events of one another', () => {
    expect(VerifyFactor.safeParse(findSample(samples, 'verify.challenge')).success).toBe(false);
    expect(VerifyChallenge.safeParse(findSample(samples, 'verify.factor')).success).toBe(false);
  });

  test('keep what the second version adds', () => {
    const sample = findSample<object>(samples, 'verify.challenge');
    expect(VerifyChallenge.parse({ ...sample, factor_friendly_name: 'Phone' })).toMatchObject({ factor_friendly_name: 'Phone' });
  });
});
