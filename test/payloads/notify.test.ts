import { describe, expect, test } from 'vitest';
import { NotifyDelivery } from '../../src/payloads/notify/index.js';
import { writeForm } from '../../src/request/forms.js';
import { findSample, loadSamples } from './samples.js';

const samples = loadSamples('notify');

describe('Notify webhooks', () => {
  test('have a delivery for each time that the parameter comes', () => {
    const { Count, IsFinal, DeliveryState } = NotifyDelivery.parse(writeForm(findSample(samples, 'notify.delivery')));
    expect(Count).toBe(2);
    expect(IsFinal).toBe(true);
    expect(DeliveryState).toEqual([{ sid: 'SMc6d7e8f90a1b2c3d4e5f60718293a4b5', status: 'SENT' }, { status: 'FAILED' }]);
  });

  test('have a list of one when it comes once, and text where it is no JSON', () => {
    const sample = findSample<object>(samples, 'notify.delivery');
    expect(NotifyDelivery.parse({ ...sample, DeliveryState: '{"status":"SENT"}' }).DeliveryState).toEqual([{ status: 'SENT' }]);
    expect(NotifyDelivery.parse({ ...sample, DeliveryState: 'SENT' }).DeliveryState).toEqual(['SENT']);
  });

  test('read the last one in the spelling of the documentation too', () => {
    expect(NotifyDelivery.parse({ ...findSample<object>(samples, 'notify.delivery'), IsFinal: 'True' }).IsFinal).toBe(true);
  });
});
