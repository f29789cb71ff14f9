import { describe, expect, test } from 'vitest';
import { IntelligenceOperatorResults, IntelligenceTranscriptAvailable } from '../../src/payloads/intelligence/index.js';
import { findSample, loadSamples } from './samples.js';

const samples = loadSamples('intelligence');

describe('Intelligence webhooks', () => {
  test('hold what an operator found', () => {
    const { operatorResults } = IntelligenceOperatorResults.parse(findSample<object>(samples, 'intelligence.operator-results'));
    const [found] = operatorResults;
    expect(found?.result?.label).toBe('positive');
    expect(found?.dateCreated?.toISOString()).toBe('2026-06-08T20:41:53.788Z');
    expect(found?.metadata?.system?.latencyMs).toBe(896);
  });

  test('take a participant without a profile, and what the SDK calls by another name', () => {
    const body = {
      accountId: 'AC1',
      conversationId: 'conv_conversation_1',
      intelligenceConfiguration: { id: 'intelligence_configuration_1', friendlyName: 'Support' },
      operatorResults: [
        {
          operator: { name: 'Sentiment' },
          executionDetails: { participants: [{ type: 'CUSTOMER', profileId: null }], resolvedContext: { memory: null, knowledge: null } },
        },
      ],
    };
    expect(IntelligenceOperatorResults.parse(body)).toEqual(body);
  });

  test('keep the object that an operator with an output schema makes', () => {
    const body = { conversationId: 'conv_1', operatorResults: [{ outputFormat: 'JSON', result: { score: 3, reasons: ['price'] } }] };
    expect(IntelligenceOperatorResults.parse(body)).toEqual(body);
  });

  test('are read from text, and refused where that is no JSON', () => {
    const text = JSON.stringify(findSample(samples, 'intelligence.transcript-available'));
    expect(IntelligenceTranscriptAvailable.parse(text).transcript_sid).toMatch(/^GT/);
    expect(IntelligenceTranscriptAvailable.safeParse('transcript_sid=GT1').success).toBe(false);
  });
});
