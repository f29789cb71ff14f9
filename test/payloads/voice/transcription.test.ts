import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { TranscriptionContent, TranscriptionError, TranscriptionEvent, TranscriptionStarted } from '../../../src/payloads/voice/index.js';
import { loadSamples } from '../samples.js';

const samples = loadSamples('voice-transcription').filter(({ kind }) => kind.startsWith('voice.transcription.'));
function bodyOf(kind: string): Record<string, string> {
  return { ...samples.find((sample) => sample.kind === kind)?.body };
}

describe('a real-time transcription', () => {
  test.each(['2026-03-24T18:45:12.135Z', '2026-03-24T18:45:12.135751Z', '2026-03-24T18:45:12.135751800Z'])('reads %s', (Timestamp) => {
    const event = TranscriptionStarted.parse({ ...bodyOf('voice.transcription.started'), Timestamp });
    expect(event.Timestamp?.getTime()).toBe(Date.UTC(2026, 2, 24, 18, 45, 12, 135));
    expect(z.encode(TranscriptionStarted, event)['Timestamp']).toBe(Timestamp);
  });

  test('tells how it is done', () => {
    const event = TranscriptionStarted.parse(bodyOf('voice.transcription.started'));
    expect(event).toMatchObject({ PartialResults: false, ProviderConfiguration: { profanityFilter: 'true', speechModel: 'telephony' } });
  });

  test('tells what was said', () => {
    const { TranscriptionData, Final } = TranscriptionContent.parse(bodyOf('voice.transcription.content'));
    expect(TranscriptionData).toEqual({ transcript: 'Hello, how can I help?', confidence: 0.9956335 });
    expect(Final).toBe(true);
  });

  test('tells what may have been said', () => {
    const partial = {
      Final: 'false',
      Stability: '0.9',
      TranscriptionData: '{"transcript":"Hel"}',
      TranscriptionProviderData: '{result: 1}',
    };
    expect(TranscriptionContent.parse({ ...bodyOf('voice.transcription.content'), ...partial })).toMatchObject({
      Final: false,
      Stability: 0.9,
      TranscriptionData: { transcript: 'Hel' },
      TranscriptionProviderData: '{result: 1}',
    });
  });

  test('tells what went wrong', () => {
    expect(TranscriptionError.parse(bodyOf('voice.transcription.error')).TranscriptionErrorCode).toBe(32655);
  });
});

test.each(samples.filter(({ body }) => 'TranscriptionEvent' in body))('the union has $kind', ({ body }) => {
  const event = TranscriptionEvent.parse(body);
  expect(event.TranscriptionEvent).toBe(body['TranscriptionEvent']);
  expect(z.encode(TranscriptionEvent, event)).toEqual(body);
});
