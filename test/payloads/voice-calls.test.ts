import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { identifyWebhook } from '../../src/payloads/index.js';
import * as voice from '../../src/payloads/voice/index.js';
import { loadSamples } from './samples.js';

const samples = loadSamples('voice-calls');

/** The body of a kind's first sample. */
function bodyOf(kind: string): Readonly<Record<string, string>> {
  return samples.find((sample) => sample.kind === kind)?.body as Readonly<Record<string, string>>;
}

describe('fields', () => {
  test('of an incoming call are typed, and its SIP headers and parameters are records', () => {
    const sip = voice.IncomingCall.parse(bodyOf('voice.incoming.sip-domain'));
    expect(sip.SipHeaders).toEqual({ 'X-Route-Id': '42', 'User-to-User': '123456789;encoding=hex' });
    expect(sip.Params).toEqual({});
    const handed = voice.IncomingApplicationCall.parse(bodyOf('voice.incoming.application'));
    expect(handed.Params).toEqual({ AccountNumber: '12345', TicketNumber: '9876' });
    expect(handed.customerId).toBe('CustomerFriendlyName');
  });

  test('that a client made up stay under their names, and can be typed', () => {
    const schema = voice.IncomingClientCall.extend({ orderId: z.string() });
    expect(schema.parse(bodyOf('voice.incoming.client')).orderId).toBe('1234');
    expect(schema.safeParse({ ...bodyOf('voice.incoming.client'), orderId: undefined }).success).toBe(false);
  });

  test('of a status callback are numbers and dates', () => {
    const status = voice.CallStatusCallback.parse(bodyOf('voice.status'));
    expect(status.Timestamp).toEqual(new Date('2021-03-12T16:29:59Z'));
    expect([status.SequenceNumber, status.CallDuration, status.Duration, status.SipResponseCode]).toEqual([3, 10, 1, 200]);
  });

  test('of a <Gather> keep the leading zeros of what was pressed', () => {
    const pressed = voice.GatherResult.parse({ ...bodyOf('voice.gather'), Digits: '0042' });
    expect(pressed.Digits).toBe('0042');
    const said = voice.GatherResult.parse({ ...bodyOf('voice.gather'), SpeechResult: 'yes', Confidence: '0.0' });
    expect(said.Confidence).toBe(0);
  });

  test('of a <Dial> say whether the parties were connected', () => {
    const dial = voice.DialResult.parse(bodyOf('voice.dial.sip'));
    expect(dial.DialBridged).toBe(false);
    expect(dial.DialSipResponseCode).toBe(486);
    expect(dial.DialSipHeaders).toEqual({ 'X-Reason': 'busy' });
    expect(voice.DialResult.parse(bodyOf('voice.dial.queue')).QueueTime).toBe(31);
  });

  test('of a virtual agent hold what the provider tells, or its text when that is no JSON', () => {
    const result = voice.VirtualAgentResult.parse(bodyOf('voice.connect.virtual-agent'));
    expect(result.VirtualAgentProviderData).toMatchObject({ AgentHandoffParameters: { liveAgentHandoff: 'New Application' } });
    const broken = voice.VirtualAgentResult.parse({ ...bodyOf('voice.connect.virtual-agent'), VirtualAgentProviderData: '{"Conv' });
    expect(broken.VirtualAgentProviderData).toBe('{"Conv');
  });

  test('of a user-defined message hold its content, and an object from JSON is read as well', () => {
    const body = bodyOf('voice.user-defined-message');
    expect(voice.UserDefinedMessage.parse(body).Content).toEqual({ ahoy: 'This is a message from a Call' });
    expect(voice.UserDefinedMessage.parse({ ...body, Content: 'no JSON' }).Content).toBe('no JSON');
    expect(voice.UserDefinedMessage.parse({ ...body, SequenceNumber: 1 }).Sid).toBe(body['Sid']);
  });

  test('are read where recordings differ from the tables', () => {
    expect(voice.IncomingCall.parse({ ...bodyOf('voice.incoming'), From: 'anonymous', To: '' })).toMatchObject({
      From: 'anonymous',
      To: '',
    });
    expect(voice.AnsweringMachineDetection.parse({ ...bodyOf('voice.amd'), AnsweredBy: 'machine' }).AnsweredBy).toBe('machine');
    const { MaxQueueSize: _, ...waiting } = bodyOf('voice.enqueue.wait');
    expect(voice.EnqueueWait.parse(waiting).MaxQueueSize).toBeUndefined();
    expect(voice.StreamStatusCallback.parse({ ...bodyOf('voice.stream.status'), StreamEvent: 'stream-paused' }).StreamEvent).toBe(
      'stream-paused',
    );
  });
});

describe('identification', () => {
  const call = bodyOf('voice.incoming');

  test.each<[string, string, Readonly<Record<string, string>>]>([
    [
      'voice.fallback',
      'a fallback repeats the keys that were pressed',
      { ...bodyOf('voice.gather'), ErrorCode: '11200', ErrorUrl: 'https://x' },
    ],
    ['voice.fallback', 'so does one after a <Dial> to SIP', { ...bodyOf('voice.dial.sip'), ErrorCode: '11200', ErrorUrl: 'https://x' }],
    ['voice.fallback', 'or of a client', { ...bodyOf('voice.incoming.client'), ErrorCode: '11200', ErrorUrl: 'https://x' }],
    ['voice.enqueue', 'digits are left over from a queue', { ...bodyOf('voice.enqueue'), Digits: '5' }],
    ['voice.gather', 'keys are pressed in a queue', { ...bodyOf('voice.enqueue.wait'), Digits: '1', msg: 'Gather End' }],
    ['voice.gather', 'a <Gather> ended without input', { ...call, CallStatus: 'in-progress', msg: 'Gather End' }],
    ['voice.gather', 'a party that was dialled presses a key', { ...bodyOf('voice.dial.whisper'), Digits: '1' }],
    ['voice.dial', 'nobody answered a <Dial> that answers on bridge', { ...bodyOf('voice.dial'), CallStatus: 'ringing' }],
    ['voice.dial', 'a client dialled so', { ...bodyOf('voice.incoming.client'), DialCallStatus: 'no-answer' }],
    ['voice.incoming', 'a call was redirected', { ...call, CallStatus: 'in-progress' }],
    ['voice.incoming', 'a client was redirected', { ...bodyOf('voice.incoming.client'), CallStatus: 'in-progress' }],
    [
      'voice.incoming.client',
      'a client calls a parameter customerId',
      { ...bodyOf('voice.incoming.client'), customerId: '7', To: '+15005550006' },
    ],
    ['voice.incoming.application', 'a client is handed over', { ...bodyOf('voice.incoming.application'), From: 'client:alice' }],
    ['voice.incoming.application', 'the number that was called is kept', { ...bodyOf('voice.incoming.application'), To: '+15005550006' }],
    ['voice.status.incoming', 'a client hung up', { ...bodyOf('voice.status.incoming'), From: 'client:alice' }],
    ['voice.record', 'the caller of a SIP domain hung up', { ...bodyOf('voice.record'), SipDomain: 'acme.sip.twilio.com' }],
  ])('says %s when %s', (kind, _, body) => {
    expect(identifyWebhook(body)).toBe(kind);
  });

  test('knows a call to a SIP domain that lacks its status, as one was recorded', () => {
    const { CallStatus: _, ...body } = bodyOf('voice.incoming.sip-domain');
    expect(identifyWebhook(body)).toBe('voice.incoming.sip-domain');
  });

  test('knows the end of a call from before progress events had a source', () => {
    const { CallbackSource: _, ...body } = bodyOf('voice.status.incoming');
    expect(identifyWebhook(body)).toBe('voice.status.incoming');
    expect(identifyWebhook({ ...body, Direction: 'outbound-api' })).toBe('voice.status');
  });
});

describe('a request of long ago', () => {
  const { CallbackSource, ...ended } = bodyOf('voice.status.dial');

  test('about the end of a dialled leg is told without the parameter that names its source', () => {
    expect(identifyWebhook({ ...ended, CallStatus: 'completed', CallDuration: '7' })).toBe('voice.status.dial');
  });
});

describe('the detection of answering machines', () => {
  test('that a call waited for comes with the request for its document, and is no report of its own', () => {
    const detected = { AnsweredBy: 'machine_end_beep', MachineDetectionDuration: '4682' };
    expect(identifyWebhook({ ...bodyOf('voice.outbound'), ...detected })).toBe('voice.outbound');
    expect(identifyWebhook({ CallSid: 'CA1', AccountSid: 'AC1', ...detected })).toBe('voice.amd');
  });
});
