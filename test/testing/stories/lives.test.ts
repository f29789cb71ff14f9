import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IncomingCall, IncomingMessage } from '../../../src/payloads/index.js';
import { callStory, conferenceStory, fixture, messageStory, recordingStory, type StoryStep } from '../../../src/testing/index.js';
import { callOptions, conferenceOptions } from './arbitrary.js';

const namesOf = (steps: readonly StoryStep<string, unknown>[]) => steps.map(({ name }) => name);

describe('the story of a call', () => {
  test('begins with a request and ends with its status, when you are called', () => {
    expect(namesOf(callStory())).toEqual(['incoming', 'completed']);
    const [incoming, completed] = callStory({ seed: 3 });
    expect(incoming).toMatchObject({ kind: 'voice.incoming', payload: { CallStatus: 'ringing', Direction: 'inbound' } });
    expect(completed).toMatchObject({ kind: 'voice.status.incoming', payload: { CallStatus: 'completed', SequenceNumber: 0 } });
    expect(completed?.payload.CallSid).toBe(incoming?.payload.CallSid);
  });

  test('reports all stages, when you call', () => {
    const steps = callStory({ direction: 'outbound' });
    expect(namesOf(steps)).toEqual(['initiated', 'ringing', 'answered', 'outbound', 'completed']);
    expect(steps.map(({ payload }) => 'CallStatus' in payload && payload.CallStatus)).toEqual([
      'initiated',
      'ringing',
      'in-progress',
      'in-progress',
      'completed',
    ]);
  });

  test.each([
    ['busy', ['initiated', 'ringing', 'busy'], 486],
    ['no-answer', ['initiated', 'ringing', 'no-answer'], 487],
    ['canceled', ['initiated', 'ringing', 'canceled'], 487],
    ['failed', ['initiated', 'failed'], 404],
  ] as const)('ends early: %s', (outcome, names, SipResponseCode) => {
    const steps = callStory({ direction: 'outbound', outcome });
    expect(namesOf(steps)).toEqual(names);
    expect(steps.at(-1)?.payload).toMatchObject({ CallStatus: outcome, CallDuration: 0, Duration: 0, SipResponseCode });
    expect(namesOf(callStory({ outcome }))).toEqual(['incoming', outcome]);
  });

  test('has what was entered, key by key or in words', () => {
    const steps = callStory({ gather: ['1', '42#', { speech: 'I need help', confidence: 0.5 }] });
    const gathered = steps.flatMap((step) => (step.kind === 'voice.gather' ? [step.payload] : []));
    expect(gathered).toMatchObject([
      { Digits: '1', FinishedOnKey: '' },
      { Digits: '42', FinishedOnKey: '#' },
      { SpeechResult: 'I need help', Confidence: 0.5 },
    ]);
    expect(namesOf(callStory({ gather: '1' }))).toEqual(['incoming', 'gather', 'completed']);
  });

  test('has the leg that it dials, with a SID of its own that the result names', () => {
    const steps = callStory({ dial: { to: 'client:joey', record: true }, seed: 8 });
    expect(namesOf(steps)).toEqual([
      'incoming',
      'dialled-initiated',
      'dialled-ringing',
      'dialled-answered',
      'recording-in-progress',
      'dialled-completed',
      'dial',
      'recording-completed',
      'completed',
    ]);
    const [incoming, child] = steps;
    const result = steps.find((step) => step.kind === 'voice.dial')?.payload;
    const recording = steps.find((step) => step.kind === 'voice.recording.dial')?.payload;
    expect(child).toMatchObject({
      payload: { ParentCallSid: incoming?.payload.CallSid, To: 'client:joey', From: incoming?.parameters['From'] },
    });
    expect(result).toMatchObject({ CallSid: incoming?.payload.CallSid, DialCallSid: child?.payload.CallSid, DialBridged: true });
    expect(result?.DialCallSid).not.toBe(result?.CallSid);
    expect(recording).toMatchObject({ CallSid: incoming?.payload.CallSid, RecordingSid: result?.RecordingSid });
  });

  test('says of a leg that nobody answered that no one was connected', () => {
    const steps = callStory({ dial: { outcome: 'no-answer' }, record: true });
    expect(steps.find((step) => step.kind === 'voice.dial')?.payload).toMatchObject({ DialBridged: false, DialCallDuration: 0 });
    expect(namesOf(steps).slice(-4)).toEqual(['recording-in-progress', 'record', 'completed', 'recording-completed']);
  });

  test('keeps two recordings of one call apart', () => {
    const steps = callStory({ dial: { record: true }, record: true });
    expect(new Set(steps.flatMap(({ payload }) => ('RecordingSid' in payload ? [payload.RecordingSid] : []))).size).toBe(2);
  });

  test('has answering machine detection before the first request, or in the background', () => {
    const answered = callStory({ direction: 'outbound', answeredBy: 'machine_start' });
    expect(answered.find((step) => step.kind === 'voice.outbound')?.payload.AnsweredBy).toBe('machine_start');
    const background = callStory({ direction: 'outbound', answeredBy: 'machine_start', asyncDetection: true });
    expect(background.find((step) => step.kind === 'voice.outbound')?.payload.AnsweredBy).toBeUndefined();
    expect(background.find((step) => step.kind === 'voice.amd')?.payload.AnsweredBy).toBe('machine_start');
  });

  test('lasts as long as its times say', () => {
    fc.assert(
      fc.property(callOptions, (options) => {
        const steps = callStory(options);
        const end = steps.find(({ payload }) => 'CallDuration' in payload && !('ParentCallSid' in payload));
        const { CallDuration = Number.NaN, Duration } = (end?.payload ?? {}) as { CallDuration?: number; Duration?: number };
        expect(CallDuration).toBeLessThanOrEqual(Math.ceil((end?.offsetMs ?? 0) / 1000));
        expect(Duration).toBe(Math.ceil(CallDuration / 60));
      }),
    );
  });

  test('is about the call of the fixtures of the same seed', () => {
    const [incoming] = callStory({ seed: 6 });
    const { CallSid, AccountSid, From, To } = fixture(IncomingCall, {}, { seed: 6 });
    expect(incoming?.payload).toMatchObject({ CallSid, AccountSid, From, To });
  });

  test('uses the numbers that it is given, if they are numbers', () => {
    const numbers = { customer: '+442079460123', business: '+4930123456' };
    expect(callStory(numbers)[0]?.payload).toMatchObject({ From: numbers.customer, To: numbers.business, FromCity: '' });
    expect(callStory({ ...numbers, direction: 'outbound' })[0]?.payload).toMatchObject({ From: numbers.business, To: numbers.customer });
    expect(() => callStory({ customer: 'client:ada' })).toThrow('E.164');
  });

  test.each([
    { answeredBy: 'human' },
    { direction: 'outbound', asyncDetection: true },
    { outcome: 'busy', gather: '1' },
    { outcome: 'failed', dial: true },
  ] as const)('is not told of what cannot be: %j', (options) => {
    expect(() => callStory(options)).toThrow(TypeError);
  });
});

describe('the story of a message', () => {
  test('is told from the incoming message to the delivery of the reply', () => {
    const steps = messageStory({ body: 'Is it open?', seed: 2 });
    expect(namesOf(steps)).toEqual(['incoming', 'queued', 'sent', 'delivered']);
    const [incoming, queued] = steps;
    expect(incoming?.payload).toMatchObject({ Body: 'Is it open?', NumMedia: 0, NumSegments: 1 });
    expect(queued?.payload).toMatchObject({ From: incoming?.payload.To, To: incoming?.payload.From });
    expect(queued?.payload.MessageSid).not.toBe(incoming?.payload.MessageSid);
    expect(namesOf(messageStory({ reply: false }))).toEqual(['incoming']);
  });

  test('has the media, and as many segments as the text needs', () => {
    const [picture] = messageStory({ media: 2 });
    expect(picture).toMatchObject({ kind: 'messaging.incoming', payload: { NumMedia: 2, Media: [{ ContentType: 'image/jpeg' }, {}] } });
    expect(picture?.payload.MessageSid).toMatch(/^MM/);
    const segmentsOf = (body: string) => messageStory({ body })[0]?.parameters['NumSegments'];
    expect(['a'.repeat(160), 'a'.repeat(161), 'ж'.repeat(70), 'ж'.repeat(71)].map(segmentsOf)).toEqual(['1', '2', '1', '2']);
  });

  test.each([
    ['failed', ['queued', 'failed'], 30008],
    ['undelivered', ['queued', 'sent', 'undelivered'], 30003],
  ] as const)('ends with an error: %s', (outcome, names, usual) => {
    const steps = messageStory({ direction: 'outbound', outcome });
    expect(namesOf(steps)).toEqual(names);
    expect(steps.at(-1)?.payload).toMatchObject({ MessageStatus: outcome, ErrorCode: usual });
    expect(messageStory({ direction: 'outbound', outcome, errorCode: 30007 }).at(-1)?.payload).toMatchObject({ ErrorCode: 30007 });
  });

  test('is read where the channel tells', () => {
    const steps = messageStory({ direction: 'outbound', channel: 'whatsapp', outcome: 'read', messagingService: true });
    expect(namesOf(steps)).toEqual(['accepted', 'queued', 'sent', 'delivered', 'read']);
    expect(steps.map(({ payload }) => 'EventType' in payload && payload.EventType)).toEqual([false, false, false, 'DELIVERED', 'READ']);
    expect(() => messageStory({ outcome: 'read' })).toThrow(TypeError);
    expect(() => messageStory({ media: 11 })).toThrow(TypeError);
  });

  test('is about the account and the numbers of the fixtures of the same seed', () => {
    const [incoming] = messageStory({ seed: 6 });
    expect(incoming?.payload.AccountSid).toBe(fixture(IncomingMessage, {}, { seed: 6 }).AccountSid);
  });
});

describe('the story of a conference', () => {
  test('starts with the second participant', () => {
    const joined = ['participant-join', 'participant-join', 'conference-start', 'participant-join'];
    expect(namesOf(conferenceStory({ participants: 3 })).slice(0, 4)).toEqual(joined);
    expect(namesOf(conferenceStory({ participants: 1 }))).toEqual(['participant-join', 'participant-leave', 'conference-end']);
  });

  test('mutes and holds the second, and undoes it', () => {
    const steps = conferenceStory({ participants: ['agent', 'customer'], mute: true, hold: true });
    const changes = steps.flatMap(({ payload }) => ('ParticipantLabel' in payload ? [payload] : [])).slice(2, -2);
    expect(changes).toMatchObject([
      { StatusCallbackEvent: 'participant-mute', Muted: true, ParticipantLabel: 'customer' },
      { StatusCallbackEvent: 'participant-unmute', Muted: false },
      { StatusCallbackEvent: 'participant-hold', Hold: true },
      { StatusCallbackEvent: 'participant-unhold', Hold: false },
    ]);
  });

  test('ends as it is told to, and names who ended it', () => {
    const endOf = (ending: 'last-participant-left' | 'participant-with-end-conference-on-exit-left' | 'conference-ended-via-api') => {
      const steps = conferenceStory({ participants: ['agent', 'customer'], ending });
      expect(namesOf(steps).slice(-3)).toEqual(['participant-leave', 'participant-leave', 'conference-end']);
      return steps.at(-1)?.payload;
    };
    expect(endOf('last-participant-left')).toMatchObject({ ParticipantLabelEndingConference: 'customer' });
    expect(endOf('participant-with-end-conference-on-exit-left')).toMatchObject({ ParticipantLabelEndingConference: 'agent' });
    expect(endOf('conference-ended-via-api')).not.toHaveProperty('CallSidEndingConference');
  });

  test('is recorded from its start on', () => {
    const steps = conferenceStory({ record: true });
    expect(namesOf(steps)[3]).toBe('recording-in-progress');
    expect(steps.at(-1)).toMatchObject({ name: 'recording-completed', payload: { RecordingStatus: 'completed' } });
    expect(steps.at(-1)?.parameters['ConferenceSid']).toBe(steps[0]?.parameters['ConferenceSid']);
  });

  test('lets all who join leave, each with a call of their own', () => {
    fc.assert(
      fc.property(conferenceOptions, (options) => {
        const steps = conferenceStory(options);
        const callsOf = (event: string) => steps.flatMap(({ name, parameters }) => (name === event ? [parameters['CallSid']] : []));
        expect(callsOf('participant-leave')).toEqual(callsOf('participant-join'));
        expect(new Set(callsOf('participant-join')).size).toBe(callsOf('participant-join').length);
      }),
    );
  });

  test.each([0, 251, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('has no %d participants', (participants) => {
    expect(() => conferenceStory({ participants })).toThrow(TypeError);
  });
});

describe('the story of a recording', () => {
  test('is in progress, and then there', () => {
    const steps = recordingStory({ source: 'DialVerb', seconds: 12 });
    expect(namesOf(steps)).toEqual(['recording-in-progress', 'recording-completed']);
    expect(steps[1]).toMatchObject({ kind: 'voice.recording.dial', payload: { RecordingDuration: 12, RecordingSource: 'DialVerb' } });
    expect(steps[0]?.parameters).not.toHaveProperty('RecordingDuration');
  });

  test.each(['absent', 'failed'] as const)('comes to nothing: %s', (outcome) => {
    const last = recordingStory({ outcome }).at(-1);
    expect(last).toMatchObject({ name: `recording-${outcome}`, payload: { RecordingStatus: outcome } });
    expect(last?.parameters).not.toHaveProperty('RecordingDuration');
    expect(last?.parameters).not.toHaveProperty('ErrorCode');
    expect(recordingStory({ outcome, errorCode: 13221 }).at(-1)?.payload).toMatchObject({ ErrorCode: 13221 });
  });

  test('is transcribed where <Record> may ask for it', () => {
    const [, recording, transcription] = recordingStory({ transcription: 'Please call me back.' });
    expect(transcription).toMatchObject({ kind: 'voice.transcribe', payload: { TranscriptionText: 'Please call me back.' } });
    expect(transcription?.payload.RecordingSid).toBe(recording?.payload.RecordingSid);
    expect(() => recordingStory({ source: 'DialVerb', transcription: 'Hello' })).toThrow(TypeError);
    expect(() => recordingStory({ outcome: 'absent', transcription: 'Hello' })).toThrow(TypeError);
  });

  test('is of the call, or of the conference, of the other stories of the seed', () => {
    const ofCall = recordingStory({ seed: 9 });
    expect(ofCall[0]?.parameters['CallSid']).toBe(callStory({ seed: 9 })[0]?.payload.CallSid);
    const ofConference = recordingStory({ seed: 9, source: 'Conference' });
    expect(ofConference[0]?.parameters['ConferenceSid']).toBe(conferenceStory({ seed: 9 })[0]?.parameters['ConferenceSid']);
  });
});
