import { isCallable } from '../../calls/callable.js';
import type { CreateCallOptions, Detection } from '../../calls/create-call.js';
import type { ProgressCallback } from '../../calls/leg.js';
import { RestError } from '../rest-error.js';
import { type RestRequest, readAddress, readBoolean, readEvents, readText, readWhole, readWithin, require } from '../rest-request.js';
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
  const timeout = readWhole(request, 'Timeout', 21208);
  if (timeout === 0) throw new RestError(21208, 'Timeout is a whole number above zero');
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
  // Keys that are sent at once leave no time to listen: https://www.twilio.com/docs/voice/answering-machine-detection
  if (readText(request, 'SendDigits') !== undefined) return undefined;
  const asked = readText(request, 'MachineDetection');
  const mode = MODES.find((one) => one.toLowerCase() === asked?.toLowerCase());
  if (asked !== undefined && mode === undefined) throw new RestError(21234, `MachineDetection is ${MODES.join(' or ')}, not ${asked}`);
  const { MachineDetectionTimeout: timeout = 30 } = readRanges(request);
  if (mode === undefined) return undefined;
  const callback = readAddress(request, `${prefix}StatusCallback`, `${prefix}StatusCallbackMethod`);
  warnOfDetection(request, prefix, isAsync && callback === undefined);
  return { mode, timeoutMs: timeout * 1000, callback, isAsync };
}

const MODES: readonly Detection['mode'][] = ['Enable', 'DetectMessageEnd'];

/** What the settings of the detection may be: https://www.twilio.com/docs/voice/answering-machine-detection */
const RANGES = {
  MachineDetectionTimeout: [3, 60],
  MachineDetectionSpeechThreshold: [1000, 6000],
  MachineDetectionSpeechEndThreshold: [500, 5000],
  MachineDetectionSilenceTimeout: [2000, 10_000],
} as const;

function readRanges(request: RestRequest): Partial<Record<keyof typeof RANGES, number>> {
  return Object.fromEntries(
    Object.entries(RANGES).flatMap(([name, range]) => {
      const value = readWithin(request, name, range, 21234);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Participants take no parameters of asynchronous detection, and calls want to know whom to tell. */
function warnOfDetection({ world, form }: RestRequest, prefix: 'AsyncAmd' | 'Amd', tellsNobody: boolean): void {
  const foreign = prefix === 'Amd' ? Object.keys(form).find((name) => name.startsWith('AsyncAmd')) : undefined;
  if (foreign !== undefined) {
    const message = `A participant takes no ${foreign}: detection is asynchronous there, and AmdStatusCallback is told.`;
    world.report({ twilioCode: 21263, severity: 'warning', message });
  } else if (prefix === 'AsyncAmd' && tellsNobody) {
    const message = 'A call has AsyncAmd and no AsyncAmdStatusCallback: nobody is told who answered.';
    world.report({ twilioCode: 21262, severity: 'warning', message });
  }
}
