import type { Document } from '../documents/document.js';
import { Recording, type RecordingCallback, type RecordingTrack } from '../recordings/recording.js';
import { tonesMs } from '../verbs/play.js';
import { sound } from '../verbs/sound.js';
import { sendCallback } from '../wire/callbacks.js';
import type { World } from '../world.js';
import type { Leg, ProgressCallback } from './leg.js';
import { type DetectionMode, detect } from './machine.js';
import { placeOutgoingCall, RING_BUFFER_MS } from './outgoing-call.js';
import { CallRun } from './run-call.js';
import { answeredBySip } from './sip.js';

/** How long a call that was created by REST is queued. */
const QUEUED_MS = 100;

/** How long a call may ring at most: https://www.twilio.com/docs/voice/api/call-resource#create-a-call-resource */
const LONGEST_RINGING_MS = 600_000;

/** A URL and how to ask it. */
export interface Address {
  readonly url: string;
  readonly method: 'GET' | 'POST';
}

/** How machines are to be detected. */
export interface Detection {
  readonly mode: DetectionMode;
  readonly timeoutMs: number;
  /** Where the verdict goes, where the call does not wait for it. */
  readonly callback?: Address | undefined;
  readonly isAsync: boolean;
}

/** A call that the application wants made: https://www.twilio.com/docs/voice/api/call-resource#create-a-call-resource */
export interface CreateCallOptions {
  readonly to: string;
  readonly from: string;
  /** What to run when it is answered. */
  readonly start: Address | Document;
  readonly progress?: ProgressCallback | undefined;
  readonly fallback?: Address | undefined;
  readonly timeoutMs?: number | undefined;
  /** How long it may last. */
  readonly timeLimitMs?: number | undefined;
  readonly sendDigits?: string | undefined;
  readonly detection?: Detection | undefined;
  readonly record?:
    | {
        readonly channels: 1 | 2;
        readonly track?: RecordingTrack | undefined;
        readonly callback?: RecordingCallback | undefined;
      }
    | undefined;
  readonly extra?: Readonly<Record<string, string>> | undefined;
}

/** Calls somebody for the application. */
export function createCall(world: World, options: CreateCallOptions): Leg {
  const { to, from, progress, fallback, extra, timeoutMs = 60_000 } = options;
  const leg = placeOutgoingCall(world, {
    direction: 'outbound-api',
    to,
    from,
    progress,
    fallback,
    extra,
    timeoutMs: Math.min(timeoutMs, LONGEST_RINGING_MS) + RING_BUFFER_MS,
    queuedMs: QUEUED_MS,
  });
  if (options.timeLimitMs !== undefined) leg.limit(options.timeLimitMs);
  void leg
    .until(() => leg.isAnswered)
    .then(() => (leg.isAnswered && !leg.isOver ? converse(leg, options) : undefined))
    // The call ended before its document was asked for.
    .catch(() => undefined);
  return leg;
}

async function converse(leg: Leg, { start, sendDigits, detection, record }: CreateCallOptions): Promise<void> {
  const { world, scope } = leg;
  if (record !== undefined) leg.recording = new Recording(world, { source: 'OutboundAPI', leg, ...record });
  if (sendDigits !== undefined) await sound(leg, scope, { type: 'tones', digits: sendDigits }, tonesMs(sendDigits));
  if (detection?.isAsync === true) reportDetection(leg, detection);
  else if (detection !== undefined) {
    const { answeredBy, ms } = detect(leg, detection.mode, detection.timeoutMs);
    await sound(leg, scope, { type: 'silence' }, ms);
    leg.extra.AnsweredBy = answeredBy;
  }
  await leg.begin(new CallRun(leg), 'root' in start ? start : { kind: 'voice.outbound', ...start, parameters: answeredBySip(leg) });
}

/** Tells what answered, while the call goes on. */
export function reportDetection(leg: Leg, { mode, timeoutMs, callback }: Omit<Detection, 'isAsync'>): void {
  const { world } = leg;
  const { answeredBy, ms } = detect(leg, mode, timeoutMs);
  if (callback === undefined) return;
  world.clock.after(ms, () => {
    if (leg.isOver) return;
    const parameters = {
      CallSid: leg.sid,
      AccountSid: world.settings.accountSid,
      AnsweredBy: answeredBy,
      MachineDetectionDuration: String(ms),
    };
    sendCallback({ kind: 'voice.amd', url: callback.url, method: callback.method, parameters, callSid: leg.sid, jar: leg.jar }, world);
  });
}
