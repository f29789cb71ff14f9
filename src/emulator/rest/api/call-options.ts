import type { CreateCallOptions, Detection } from '../../calls/create-call.js';
import type { ProgressCallback } from '../../calls/leg.js';
import { type RestRequest, readAddress, readBoolean, readEvents, readText, readWhole } from '../rest-request.js';
import { readRecordingCallback } from './recordings.js';

const PROGRESS: readonly string[] = ['initiated', 'ringing', 'answered', 'completed'];

/** Who is told how a call goes. @throws RestError when the address or an event is none. */
export function readProgress(request: RestRequest): ProgressCallback | undefined {
  const events = readEvents(request, 'StatusCallbackEvent', PROGRESS);
  const address = readAddress(request, 'StatusCallback', 'StatusCallbackMethod', 21609);
  return address && { ...address, events: events.length === 0 ? ['completed'] : events };
}

/** How long a call rings and lasts, and whether it is recorded. @throws RestError when a value is none. */
export function readLimits(request: RestRequest, channels: 1 | 2): Pick<CreateCallOptions, 'timeoutMs' | 'timeLimitMs' | 'record'> {
  const timeout = readWhole(request, 'Timeout');
  const timeLimit = readWhole(request, 'TimeLimit');
  const asked = readText(request, 'RecordingChannels');
  const track = readText(request, 'RecordingTrack');
  const callback = readRecordingCallback(request);
  return {
    ...(timeout !== undefined && { timeoutMs: timeout * 1000 }),
    ...(timeLimit !== undefined && { timeLimitMs: timeLimit * 1000 }),
    ...(readBoolean(request, 'Record') === true && {
      record: {
        channels: asked === 'dual' ? 2 : asked === 'mono' ? 1 : channels,
        track: track === 'inbound' || track === 'outbound' ? track : 'both',
        callback,
      },
    }),
  };
}

/**
 * How machines are to be detected.
 *
 * @param prefix - Of the callback that is told of the verdict while the call goes on.
 */
export function readDetection(request: RestRequest, prefix: 'AsyncAmd' | 'Amd', isAsync: boolean): Detection | undefined {
  const mode = readText(request, 'MachineDetection');
  // Keys that are sent at once leave no time to listen: https://www.twilio.com/docs/voice/answering-machine-detection
  if ((mode !== 'Enable' && mode !== 'DetectMessageEnd') || readText(request, 'SendDigits') !== undefined) return undefined;
  return {
    mode,
    timeoutMs: (readWhole(request, 'MachineDetectionTimeout') ?? 30) * 1000,
    callback: readAddress(request, `${prefix}StatusCallback`, `${prefix}StatusCallbackMethod`),
    isAsync,
  };
}
