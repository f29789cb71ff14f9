import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { findDrift, identifyWebhook } from '../../../src/payloads/index.js';
import { RecordingAddOnResult, RecordingStatusCallback, RecordVerbRecording } from '../../../src/payloads/voice/index.js';
import { loadSamples } from '../samples.js';

const samples = loadSamples('voice-recording');
const [recordVerb] = samples;
const addOn = samples.find(({ kind }) => kind === 'voice.recording.add-on');

describe('a recording', () => {
  test('has numbers and a date', () => {
    const recording = RecordVerbRecording.parse(recordVerb?.body);
    expect(recording).toMatchObject({ RecordingDuration: 13, RecordingChannels: 1, ErrorCode: 0, RecordingSource: 'RecordVerb' });
    expect(recording.RecordingStartTime?.toISOString()).toBe('2026-03-24T18:15:40.000Z');
  });

  test('is understood by its SID, its status and its source', () => {
    const { AccountSid, CallSid, RecordingSid, RecordingStatus, RecordingSource } = recordVerb?.body ?? {};
    const body = { AccountSid, CallSid, RecordingSid, RecordingStatus, RecordingSource };
    expect(identifyWebhook(body)).toBe('voice.recording.record-verb');
    expect(RecordVerbRecording.parse(body)).toEqual(body);
  });

  test('may have a status that is new', () => {
    const recording = RecordVerbRecording.parse({ ...recordVerb?.body, RecordingStatus: 'paused' });
    expect(findDrift(RecordVerbRecording, recording).unknownValues).toEqual([{ parameter: 'RecordingStatus', value: 'paused' }]);
  });
});

describe('the union of recordings', () => {
  test.each(samples.filter(({ body }) => 'RecordingSource' in body))('has $kind', ({ body }) => {
    const recording = RecordingStatusCallback.parse(body);
    expect(recording.RecordingSource).toBe(body['RecordingSource']);
    expect(z.encode(RecordingStatusCallback, recording)).toEqual(body);
  });

  test('tells calls from conferences', () => {
    const subjects = samples
      .filter(({ body }) => 'RecordingSource' in body)
      .map(({ body }) => RecordingStatusCallback.parse(body))
      .map((recording) => {
        switch (recording.RecordingSource) {
          case 'Conference':
          case 'StartConferenceRecordingAPI':
            return recording.ConferenceSid.slice(0, 2);
          default:
            return recording.CallSid?.slice(0, 2);
        }
      });
    expect(subjects.sort()).toEqual(['CA', 'CA', 'CA', 'CA', 'CA', 'CA', 'CF', 'CF']);
  });

  test('refuses what is no recording', () => {
    expect(RecordingStatusCallback.safeParse({ RecordingSource: 'Elsewhere' }).success).toBe(false);
  });
});

describe('the result of an add-on', () => {
  test('is typed', () => {
    const { AddOns } = RecordingAddOnResult.parse(addOn?.body);
    if (typeof AddOns === 'string') throw new Error('expected JSON');
    expect(AddOns.results?.['voicebase_transcription']?.payload?.[0]?.content_type).toBe('application/json');
  });

  test('stays text when it is no JSON', () => {
    expect(RecordingAddOnResult.parse({ AddOns: 'oops' }).AddOns).toBe('oops');
  });
});
