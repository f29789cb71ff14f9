import { describe, expect, test } from 'vitest';
import { identifyWebhook } from '../../../src/payloads/index.js';
import { FaxReceived, FaxStatusCallback } from '../../../src/payloads/voice/index.js';
import { loadSamples } from '../samples.js';

const samples = loadSamples('voice-fax');
function bodyOf(kind: string): Record<string, string> {
  return { ...samples.find((sample) => sample.kind === kind)?.body };
}

describe('a fax', () => {
  test('that comes in may have a status', () => {
    expect(identifyWebhook({ ...bodyOf('fax.incoming'), FaxStatus: 'receiving' })).toBe('fax.incoming');
  });

  test('that failed to come in has an error and no document', () => {
    const { MediaUrl, NumPages, ...body } = bodyOf('fax.received');
    const failed = { ...body, FaxStatus: 'failed', ErrorCode: '35002', ErrorMessage: 'timed out' };
    expect(identifyWebhook(failed)).toBe('fax.received');
    expect(FaxReceived.parse(failed)).toMatchObject({ ErrorCode: 35002, RemoteStationId: '14155550100' });
  });

  test('that was sent is told by its status alone, or by its document', () => {
    const { OriginalMediaUrl, ...body } = bodyOf('fax.status');
    expect(identifyWebhook(body)).toBe('fax.status');
    expect(identifyWebhook({ ...bodyOf('fax.status'), FaxStatus: 'failed' })).toBe('fax.status');
    expect(FaxStatusCallback.parse(bodyOf('fax.status')).NumPages).toBe(2);
  });
});
