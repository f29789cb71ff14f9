import { isCallable } from '../../calls/callable.js';
import type { CreateCallOptions, Detection } from '../../calls/create-call.js';
import type { ProgressCallback } from '../../calls/leg.js';
import { RestError } from '../rest-error.js';
import { type RestRequest, readAddress, readBoolean, readEvents, readText, readWhole, require } from '../rest-request.js';
import { MAGIC_SENDER, refuseMagic } from './magic-numbers.js';
import { readRecordingCallback } from './recordings.js';

const PROGRESS: readonly string[] = ['initiated', 'ringing', 'answered', 'completed'];

/** Who calls whom. @throws RestError when nobody could be called there, or not from there. */
export function readParties(request: RestRequest): Pick<CreateCallOptions, 'to' | 'from'> {
  const to = require(request, 'To', 21201);
  const from = require(request, 'From', 21213);
  refuseMagic('calls', 'from', from);
  refuseMagic('calls', 'to', to);
  if (!isOurs(request, from)) throw new RestError(21210, `The source phone number provided, ${from}, is not yet verified for your account`);
  if (!isCallable(to)) throw new RestError(21217, `Invalid 'To' Phone Number: ${to}`);
  return { to, from };
}

/** Whether a call may come from there: of numbers, from those of the account, and from people, who may have let theirs be verified. */
function isOurs({ world }: RestRequest, from: string): boolean {
  if (!from.startsWith('+') || from === MAGIC_SENDER) return true;
  return world.directory.numbers.has(from) || world.phones.has(from);
}

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
