import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  ConferenceAnnouncement,
  ConferenceEnd,
  ConferenceEvent,
  ConferenceParticipantMute,
  ConferenceRecordEnd,
  ConferenceStart,
  ConferenceWait,
} from '../../../src/payloads/voice/index.js';
import { loadSamples } from '../samples.js';

const samples = loadSamples('voice-conference');
function bodyOf(kind: string): Record<string, string> {
  return { ...samples.find((sample) => sample.kind === kind)?.body };
}

describe('an event of a conference', () => {
  test('reads a date whose day has one digit', () => {
    const event = ConferenceStart.parse({ ...bodyOf('voice.conference.start'), Timestamp: 'Thu, 1 Jun 2017 20:48:32 +0000' });
    expect(event.Timestamp?.toISOString()).toBe('2017-06-01T20:48:32.000Z');
    expect(z.encode(ConferenceStart, event)['Timestamp']).toBe('Thu, 1 Jun 2017 20:48:32 +0000');
  });

  test('has flags of its participant, and a number to sort by', () => {
    const event = ConferenceParticipantMute.parse(bodyOf('voice.conference.participant-mute'));
    expect(event).toMatchObject({ Muted: true, Hold: false, SequenceNumber: 3, StatusCallbackEvent: 'participant-mute' });
  });

  test('of both directions is one kind', () => {
    const body = { ...bodyOf('voice.conference.participant-mute'), StatusCallbackEvent: 'participant-unmute' };
    expect(ConferenceParticipantMute.parse(body).StatusCallbackEvent).toBe('participant-unmute');
    expect(ConferenceParticipantMute.safeParse({ ...body, StatusCallbackEvent: 'participant-hold' }).success).toBe(false);
  });

  test('tells why the conference ended', () => {
    expect(ConferenceEnd.parse(bodyOf('voice.conference.end'))).toMatchObject({
      ReasonConferenceEnded: 'participant-with-end-conference-on-exit-left',
      ParticipantLabelEndingConference: 'agent',
    });
  });

  test('names no participant when everybody heard the announcement', () => {
    const { CallSid, ...body } = bodyOf('voice.conference.announcement');
    expect(ConferenceAnnouncement.parse(body).CallSid).toBeUndefined();
  });
});

describe('the union of events', () => {
  const events = samples.filter(({ body }) => 'StatusCallbackEvent' in body || 'EventName' in body);

  test.each(events)('has $kind', ({ body }) => {
    const event = ConferenceEvent.parse(body);
    expect(event.StatusCallbackEvent).toBe(body['StatusCallbackEvent']);
    expect(z.encode(ConferenceEvent, event)).toEqual(body);
  });

  test('tells the end of a recording, which has another name for what happened', () => {
    const event = ConferenceEvent.parse(bodyOf('voice.conference.record-end'));
    expect(event.StatusCallbackEvent === undefined && event.RecordingFileSize).toBe(90786);
  });

  test.each([{ EventName: 'conference-start' }, {}])('refuses %j', (happened) => {
    const { StatusCallbackEvent, ...body } = bodyOf('voice.conference.start');
    expect(ConferenceEvent.safeParse({ ...body, ...happened }).success).toBe(false);
    expect(ConferenceEvent.kindOf({ ...body, ...happened })).toBeUndefined();
  });

  test('refuses what happened twice', () => {
    const body = { ...bodyOf('voice.conference.start'), StatusCallbackEvent: ['conference-start', 'conference-end'] };
    expect(ConferenceEvent.safeParse(body).success).toBe(false);
  });

  test('keeps an event that is not known', () => {
    const body = { ...bodyOf('voice.conference.start'), StatusCallbackEvent: 'conference-eaten' };
    expect(ConferenceEvent.kindOf(body)).toBe('voice.conference.other');
    expect(ConferenceEvent.parse(body).StatusCallbackEvent).toBe('conference-eaten');
  });

  test('has all that there are', () => {
    expect(ConferenceEvent.members.map(({ kind }) => kind).sort()).toEqual(events.map(({ kind }) => kind).sort());
  });
});

test('the old event of a recording has seconds and bytes', () => {
  expect(ConferenceRecordEnd.parse(bodyOf('voice.conference.record-end'))).toMatchObject({ Duration: 6, RecordingFileSize: 90786 });
});

test('who waits may have blank addresses', () => {
  const blank = { From: '', To: '', Caller: '', Called: '' };
  expect(ConferenceWait.parse({ ...bodyOf('voice.conference.wait'), ...blank })).toMatchObject(blank);
});
