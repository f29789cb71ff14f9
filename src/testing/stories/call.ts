import type { ParameterValue } from '../../fixtures/parameters.js';
import {
  AnsweringMachineDetection,
  CallStatusCallback,
  type DialRecording,
  type DialResult,
  type DialStatusCallback,
  GatherResult,
  IncomingCall,
  IncomingCallStatusCallback,
  OutboundCall,
  RecordResult,
  RecordVerbRecording,
} from '../../payloads/voice/index.js';
import { type Cast, makeCast } from './cast.js';
import { type Dialled, type DialOptions, tellDial } from './dial.js';
import { type CallOutcome, endParameters, type Leg, legParameters, progressParameters } from './legs.js';
import type { PartyOptions, StoryOptions } from './options.js';
import { type Recording, recordingUrl, sendRecordingEnded, sendRecordingStarted } from './recording.js';
import { openStage, type Stage } from './stage.js';
import type { StoryStep } from './step.js';

/** What is entered at a `<Gather>`: keys, or what is said. */
export type GatherInput = string | { readonly speech: string; readonly confidence?: number | undefined };

/** What a call story tells of. */
export interface CallStoryOptions extends StoryOptions, PartyOptions {
  /** Whether you are called, or call over REST. @default 'inbound' */
  readonly direction?: 'inbound' | 'outbound' | undefined;
  /** How the call ends. Of a call that does not complete, nothing but its progress is told. @default 'completed' */
  readonly outcome?: CallOutcome | undefined;
  /** What is entered at each `<Gather>`: keys such as `'1'` or `'42#'`, or `{ speech }`. @default no `<Gather>` */
  readonly gather?: GatherInput | readonly GatherInput[] | undefined;
  /** What becomes of a `<Dial>`. @default no `<Dial>` */
  readonly dial?: true | DialOptions | undefined;
  /** Whether a message is left at a `<Record>`. @default false */
  readonly record?: boolean | undefined;
  /** What answering machine detection says of an outbound call. @default no detection */
  readonly answeredBy?: string | undefined;
  /** Whether the detection goes on in the background and reports to a callback of its own. @default false */
  readonly asyncDetection?: boolean | undefined;
}

/** A step of a call story. */
export type CallStep =
  | StoryStep<'voice.incoming', IncomingCall>
  | StoryStep<'voice.outbound', OutboundCall>
  | StoryStep<'voice.amd', AnsweringMachineDetection>
  | StoryStep<'voice.gather', GatherResult>
  | StoryStep<'voice.dial', DialResult>
  | StoryStep<'voice.status.dial', DialStatusCallback>
  | StoryStep<'voice.recording.dial', DialRecording>
  | StoryStep<'voice.record', RecordResult>
  | StoryStep<'voice.recording.record-verb', RecordVerbRecording>
  | StoryStep<'voice.status', CallStatusCallback>
  | StoryStep<'voice.status.incoming', IncomingCallStatusCallback>;

/**
 * Tells the life of a call, from the first request to the last status callback.
 *
 * @example
 * ```ts
 * for (const step of callStory({ gather: '1', dial: { outcome: 'no-answer' } })) await POST(step.request({ url, authToken }));
 * ```
 *
 * @throws TypeError for what no such call has: `answeredBy` of an incoming one, a `<Gather>` in one that nobody answered.
 */
export function callStory(options: CallStoryOptions = {}): readonly CallStep[] {
  checkOptions(options);
  const { direction = 'inbound', outcome = 'completed', gather, dial, record = false } = options;
  const call = openCall(options);
  if (direction === 'inbound') beginInbound(call, outcome);
  else beginOutbound(call, outcome, options);
  if (outcome !== 'completed') return endCall(call, outcome, 0);
  const answeredAt = call.stage.now();
  call.stage.wait(2, 5);
  for (const input of Array.isArray(gather) ? gather : [gather]) if (input !== undefined) tellGather(call, input);
  const dialled = dial === undefined ? undefined : tellDial(call, dial === true ? {} : dial, !record);
  const recording = record
    ? tellRecord(call, dialled?.recordedSeconds === undefined ? call.cast.recording : call.cast.secondRecording)
    : undefined;
  call.stage.wait(2, 10);
  const seconds = Math.round((call.stage.now().getTime() - answeredAt.getTime()) / 1000);
  return endCall(call, outcome, seconds, dialled, recording);
}

/** A call that is being told of. */
export interface Call {
  readonly stage: Stage<CallStep>;
  readonly cast: Cast;
  readonly leg: Leg;
  /** What answering machine detection said, where the call waited for it. */
  readonly answeredBy: string | undefined;
  /** How many progress events it had so far. */
  events: number;
}

function checkOptions({ direction = 'inbound', outcome = 'completed', ...options }: CallStoryOptions): void {
  const { gather, dial, record, answeredBy, asyncDetection } = options;
  if (answeredBy !== undefined && direction === 'inbound') throw new TypeError('answeredBy is told of outbound calls only');
  if (asyncDetection === true && answeredBy === undefined) throw new TypeError('asyncDetection needs answeredBy: what is detected');
  const isUsed = gather !== undefined || dial !== undefined || record === true || answeredBy !== undefined;
  if (outcome !== 'completed' && isUsed)
    throw new TypeError(`Nothing is gathered, dialled, recorded or detected in a call that ends as ${outcome}`);
}

function openCall(options: CallStoryOptions): Call {
  const stage = openStage<CallStep>('call', options);
  const cast = makeCast(stage.seed, options);
  const { direction = 'inbound', answeredBy, asyncDetection = false } = options;
  const leg: Leg =
    direction === 'inbound'
      ? { cast, sid: cast.call, direction, from: cast.customer, to: cast.business }
      : { cast, sid: cast.call, direction: 'outbound-api', from: cast.business, to: cast.customer };
  return { stage, cast, leg, answeredBy: asyncDetection ? undefined : answeredBy, events: 0 };
}

function beginInbound({ stage, leg }: Call, outcome: CallOutcome): void {
  stage.send('incoming', IncomingCall, {
    ...legParameters(leg, 'ringing'),
    StirVerstat: 'TN-Validation-Passed-A',
  });
  if (outcome !== 'completed') stage.wait(1, 15);
}

function beginOutbound(call: Call, outcome: CallOutcome, { answeredBy, asyncDetection = false }: CallStoryOptions): void {
  const { stage, cast, leg } = call;
  tellProgress(call, 'initiated', 'initiated');
  stage.wait(1, 3);
  if (outcome === 'failed') return;
  tellProgress(call, 'ringing', 'ringing', { StirStatus: 'A' });
  stage.wait(3, 15);
  if (outcome !== 'completed') return;
  if (call.answeredBy !== undefined) stage.wait(2, 5);
  tellProgress(call, 'answered', 'in-progress', { StirStatus: 'A', AnsweredBy: call.answeredBy });
  stage.send('outbound', OutboundCall, { ...legParameters(leg, 'in-progress'), AnsweredBy: call.answeredBy });
  if (!asyncDetection) return;
  const detectionMs = stage.wait(2, 5);
  stage.send('detected', AnsweringMachineDetection, {
    CallSid: leg.sid,
    AccountSid: cast.account,
    AnsweredBy: answeredBy,
    MachineDetectionDuration: detectionMs,
  });
}

function tellProgress(call: Call, name: string, status: string, more: Readonly<Record<string, ParameterValue>> = {}): void {
  const { stage, leg } = call;
  const schema = leg.direction === 'inbound' ? IncomingCallStatusCallback : CallStatusCallback;
  stage.send(name, schema, { ...progressParameters(leg, status, call.events, stage.now()), ...more });
  call.events += 1;
}

function tellGather({ stage, leg }: Call, input: GatherInput): void {
  stage.wait(1, 8);
  const said = typeof input === 'string' ? undefined : input;
  const [, digits, finishedOnKey] = typeof input === 'string' ? (/^([^#]*)(#?)$/.exec(input) ?? [undefined, input, '']) : [];
  stage.send('gather', GatherResult, {
    ...legParameters(leg, 'in-progress'),
    ...(said === undefined
      ? { Digits: digits, FinishedOnKey: finishedOnKey, msg: 'Gather End' }
      : { SpeechResult: said.speech, Confidence: said.confidence ?? 0.9128386 }),
  });
}

/** Leaves a message, up to the key that ends it. It is there some seconds later. */
function tellRecord({ stage, cast, leg }: Call, sid: string): Finished {
  const recording = { cast, sid, source: 'RecordVerb' as const, schema: RecordVerbRecording, startedAt: stage.now() };
  sendRecordingStarted(stage, recording);
  const seconds = Math.round(stage.wait(3, 30) / 1000);
  stage.send('record', RecordResult, {
    ...legParameters(leg, 'in-progress'),
    RecordingUrl: recordingUrl(cast, sid),
    RecordingSid: sid,
    RecordingDuration: seconds,
    Digits: '#',
  });
  return { recording, seconds };
}

/** A recording that will soon be there. */
interface Finished {
  readonly recording: Recording<typeof RecordVerbRecording>;
  readonly seconds: number;
}

function endCall(call: Call, outcome: CallOutcome, seconds: number, dialled?: Dialled, recorded?: Finished): readonly CallStep[] {
  const { stage, cast } = call;
  tellProgress(call, outcome, outcome, {
    ...endParameters(outcome, seconds),
    AnsweredBy: call.answeredBy,
    ...(dialled?.recordedSeconds !== undefined && {
      RecordingUrl: recordingUrl(cast, cast.recording),
      RecordingSid: cast.recording,
      RecordingDuration: dialled.recordedSeconds,
    }),
  });
  if (recorded !== undefined) {
    stage.wait(1, 4);
    sendRecordingEnded(stage, recorded.recording, { seconds: recorded.seconds });
  }
  return stage.end();
}
