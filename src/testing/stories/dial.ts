import type { ParameterValue } from '../../fixtures/parameters.js';
import { DialRecording, DialResult, DialStatusCallback } from '../../payloads/voice/index.js';
import type { Call } from './call.js';
import { type CallOutcome, endParameters, type Leg, legParameters, progressParameters } from './legs.js';
import { type Recording, recordingUrl, sendRecordingEnded, sendRecordingStarted } from './recording.js';

/** What becomes of a `<Dial>`. */
export interface DialOptions {
  /** The number or address that is dialled. @default a number by the seed */
  readonly to?: string | undefined;
  /** How the dialled leg ends. @default 'completed' */
  readonly outcome?: CallOutcome | undefined;
  /** Whether `<Dial>` records what is spoken. @default false */
  readonly record?: boolean | undefined;
}

/** What the rest of the call has to know of a `<Dial>`. */
export interface Dialled {
  /** How long the recording is, where there is one. */
  readonly recordedSeconds: number | undefined;
}

/**
 * Tells of a dialled leg, and of the `action` of the `<Dial>` in the end.
 *
 * @param isLast - Whether the caller does nothing after it.
 */
export function tellDial(
  call: Call,
  { to = call.cast.agent, outcome = 'completed', record = false }: DialOptions,
  isLast: boolean,
): Dialled {
  const { stage, cast } = call;
  const leg: Leg = { cast, sid: cast.dialledCall, direction: 'outbound-dial', from: call.leg.from, to, parentSid: call.leg.sid };
  const statuses = outcome === 'failed' ? ['initiated'] : ['initiated', 'ringing'];
  let events = 0;
  const tellLeg = (name: string, status: string, more: Readonly<Record<string, ParameterValue>> = {}) => {
    stage.send(`dialled-${name}`, DialStatusCallback, { ...progressParameters(leg, status, events, stage.now()), ...more });
    events += 1;
  };
  for (const status of statuses) {
    tellLeg(status, status);
    stage.wait(1, status === 'ringing' ? 12 : 2);
  }
  const talk = outcome === 'completed' ? talkTogether(call, tellLeg, record) : { seconds: 0, recording: undefined };
  tellLeg(outcome, outcome, endParameters(outcome, talk.seconds));
  const recordedSeconds = talk.recording === undefined ? undefined : talk.seconds;
  stage.send('dial', DialResult, {
    // Who gives up has hung up, unless their call goes on and REST called the dialled one off.
    ...legParameters(call.leg, outcome === 'canceled' && isLast ? 'completed' : 'in-progress'),
    DialCallStatus: outcome,
    DialCallSid: leg.sid,
    DialCallDuration: talk.seconds,
    DialBridged: outcome === 'completed',
    ...(talk.recording !== undefined && {
      RecordingUrl: recordingUrl(cast, cast.recording),
      RecordingSid: cast.recording,
      RecordingDuration: recordedSeconds,
    }),
  });
  if (talk.recording !== undefined) {
    stage.wait(1, 3);
    sendRecordingEnded(stage, talk.recording, { seconds: talk.seconds });
  }
  return { recordedSeconds };
}

/** Answers the dialled leg, and lets both speak for a while. */
function talkTogether(
  { stage, cast }: Call,
  tellLeg: (name: string, status: string) => void,
  record: boolean,
): { readonly seconds: number; readonly recording: Recording<typeof DialRecording> | undefined } {
  tellLeg('answered', 'in-progress');
  const recording = record
    ? { cast, sid: cast.recording, source: 'DialVerb' as const, schema: DialRecording, startedAt: stage.now() }
    : undefined;
  if (recording !== undefined) sendRecordingStarted(stage, recording);
  const seconds = Math.round(stage.wait(5, 90) / 1000);
  return { seconds, recording };
}
