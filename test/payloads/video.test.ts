import { describe, expect, expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import { VideoCompositionProgress, VideoEvent, VideoRecordingCompleted, VideoTrack } from '../../src/payloads/video/index.js';
import { findSample, loadSamples } from './samples.js';

const samples = loadSamples('video');

describe('Video webhooks', () => {
  test('read numbers and dates to the microsecond of the text', () => {
    const body = findSample(samples, 'video.recording.completed');
    const recording = VideoRecordingCompleted.parse(body);
    expect(recording.Size).toBe(105_956);
    expect(recording.OffsetFromTwilioVideoEpoch).toBe(155_137_307_765);
    expect(recording.Timestamp?.toISOString()).toBe('2020-08-20T01:42:05.839Z');
    expect(z.encode(VideoRecordingCompleted, recording)).toHaveProperty('Timestamp', '2020-08-20T01:42:05.839174Z');
  });

  test('read progress that is no whole number', () => {
    const body = findSample<object>(samples, 'video.composition.progress');
    expect(VideoCompositionProgress.parse({ ...body, SecondsRemaining: '1.5' }).SecondsRemaining).toBe(1.5);
  });

  test('need the SID of what they are about', () => {
    const { TrackSid: _, ...body } = findSample(samples, 'video.track');
    expect(VideoTrack.safeParse(body).success).toBe(false);
  });
});

describe('VideoEvent', () => {
  test.each(samples)('reads and writes $kind', ({ kind, body }) => {
    const event = VideoEvent.parse(body);
    expect(VideoEvent.kindOf(event)).toBe(kind);
    expect(z.encode(VideoEvent, event)).toEqual(body);
  });

  test('narrows by the name of the event', () => {
    const event = VideoEvent.parse(findSample(samples, 'video.room.ended'));
    if (event.StatusCallbackEvent !== 'room-ended') throw new Error('The sample is of another event');
    expectTypeOf(event.RoomDuration).toEqualTypeOf<number | undefined>();
    expect(event.RoomDuration).toBe(301);
  });

  test('refuses an event of a conference', () => {
    expect(VideoEvent.safeParse({ StatusCallbackEvent: 'conference-start' }).success).toBe(false);
  });
});
