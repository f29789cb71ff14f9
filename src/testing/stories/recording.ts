import type { ParameterValue } from '../../fixtures/parameters.js';
import {
  CallApiRecording,
  ConferenceApiRecording,
  ConferenceRecording,
  DialRecording,
  OutboundApiRecording,
  RecordVerbRecording,
  StartRecording,
  TranscribeCallback,
  TrunkRecording,
} from '../../payloads/voice/index.js';
import { type Cast, makeCast } from './cast.js';
import { type Leg, legParameters } from './legs.js';
import type { StoryOptions } from './options.js';
import { openStage, type Stage } from './stage.js';
import type { AnyStep, StoryStep } from './step.js';

const SCHEMAS = {
  Conference: ConferenceRecording,
  DialVerb: DialRecording,
  OutboundAPI: OutboundApiRecording,
  RecordVerb: RecordVerbRecording,
  StartCallRecordingAPI: CallApiRecording,
  StartCallRecordingTwiML: StartRecording,
  StartConferenceRecordingAPI: ConferenceApiRecording,
  Trunking: TrunkRecording,
} as const;

/** What starts a recording, as `RecordingSource` names it. */
export type RecordingSource = keyof typeof SCHEMAS;

/** What a recording story tells of. */
export interface RecordingStoryOptions extends StoryOptions {
  /** What starts the recording. @default 'RecordVerb' */
  readonly source?: RecordingSource | undefined;
  /** What becomes of it: `absent` means that there was nothing to record. @default 'completed' */
  readonly outcome?: 'completed' | 'absent' | 'failed' | undefined;
  /** Twilio's error number, for `absent` and `failed`. @default none */
  readonly errorCode?: number | undefined;
  /** How long it lasts, in seconds. @default 3 to 60, by the seed */
  readonly seconds?: number | undefined;
  /** The words that Twilio hears in it, for `transcribe` of `<Record>`. Without them nothing is transcribed. */
  readonly transcription?: string | undefined;
}

/** A step of a recording story. */
export type RecordingStep =
  | StoryStep<'voice.recording.call-api', CallApiRecording>
  | StoryStep<'voice.recording.conference-api', ConferenceApiRecording>
  | StoryStep<'voice.recording.conference', ConferenceRecording>
  | StoryStep<'voice.recording.dial', DialRecording>
  | StoryStep<'voice.recording.outbound-api', OutboundApiRecording>
  | StoryStep<'voice.recording.record-verb', RecordVerbRecording>
  | StoryStep<'voice.recording.start', StartRecording>
  | StoryStep<'voice.recording.trunk', TrunkRecording>
  | StoryStep<'voice.transcribe', TranscribeCallback>;

/**
 * Tells the life of a recording of the seed's call or conference: it is in progress, and then completed, absent or failed.
 *
 * @example
 * ```ts
 * for (const step of recordingStory({ source: 'DialVerb', seconds: 12 })) await POST(step.request({ url, authToken }));
 * ```
 *
 * @throws TypeError for a transcription of what is not recorded by `<Record>`, or was not recorded at all.
 */
export function recordingStory(options: RecordingStoryOptions = {}): readonly RecordingStep[] {
  const { source = 'RecordVerb', outcome = 'completed', errorCode, seconds, transcription } = options;
  if (transcription !== undefined && (source !== 'RecordVerb' || outcome !== 'completed'))
    throw new TypeError('Only a completed recording of <Record> is transcribed: leave out source and outcome, or the transcription');
  const stage = openStage<RecordingStep>('recording', options);
  const cast = makeCast(stage.seed);
  const recording = { cast, sid: cast.recording, source, schema: SCHEMAS[source], startedAt: stage.now() };
  sendRecordingStarted(stage, recording);
  const lastedMs = seconds === undefined ? stage.wait(3, 60) : stage.wait(seconds, seconds);
  stage.wait(1, 3);
  sendRecordingEnded(stage, recording, { outcome, errorCode, seconds: Math.round(lastedMs / 1000) });
  if (transcription !== undefined) {
    stage.wait(5, 20);
    sendTranscription(stage, cast, transcription);
  }
  return stage.end();
}

/** A recording that some story makes. */
export interface Recording<Schema> {
  readonly cast: Cast;
  readonly sid: string;
  readonly source: RecordingSource;
  readonly schema: Schema;
  readonly startedAt: Date;
}

/** Reports that a recording began. */
export function sendRecordingStarted<Step extends AnyStep>(stage: Stage<Step>, recording: Recording<Step['schema']>): void {
  stage.send('recording-in-progress', recording.schema, recordingParameters(recording, 'in-progress'));
}

/** How a recording ended. */
interface RecordingEnd extends Pick<RecordingStoryOptions, 'outcome' | 'errorCode'> {
  readonly seconds: number;
}

/** Reports how a recording ended. */
export function sendRecordingEnded<Step extends AnyStep>(
  stage: Stage<Step>,
  recording: Recording<Step['schema']>,
  { outcome = 'completed', errorCode, seconds }: RecordingEnd,
): void {
  stage.send(`recording-${outcome}`, recording.schema, {
    ...recordingParameters(recording, outcome),
    RecordingDuration: outcome === 'completed' ? seconds : undefined,
    ErrorCode: outcome === 'completed' ? 0 : errorCode,
  });
}

/** Where a recording is. */
export function recordingUrl({ account }: Cast, sid: string): string {
  return `https://api.twilio.com/2010-04-01/Accounts/${account}/Recordings/${sid}`;
}

function recordingParameters(
  { cast, sid, source, startedAt }: Recording<unknown>,
  status: string,
): Readonly<Record<string, ParameterValue>> {
  const isConference = source === 'Conference' || source === 'StartConferenceRecordingAPI';
  const hasChannelEach = source.startsWith('StartCall') || source === 'Trunking';
  return {
    AccountSid: cast.account,
    ...(isConference ? { ConferenceSid: cast.conference } : { CallSid: cast.call }),
    RecordingSid: sid,
    RecordingUrl: recordingUrl(cast, sid),
    RecordingStatus: status,
    RecordingChannels: hasChannelEach ? 2 : 1,
    RecordingStartTime: startedAt,
    RecordingSource: source,
    RecordingTrack: 'both',
    ErrorCode: 0,
  };
}

function sendTranscription(stage: Stage<RecordingStep>, cast: Cast, text: string): void {
  const leg: Leg = { cast, sid: cast.call, direction: 'inbound', from: cast.customer, to: cast.business };
  stage.send('transcription-completed', TranscribeCallback, {
    ...legParameters(leg, 'completed'),
    TranscriptionSid: cast.transcription,
    TranscriptionText: text,
    TranscriptionStatus: 'completed',
    TranscriptionUrl: `${recordingUrl(cast, cast.recording)}/Transcriptions/${cast.transcription}`,
    RecordingSid: cast.recording,
    RecordingUrl: recordingUrl(cast, cast.recording),
  });
}
