import { Recording, type RecordingCallback } from '../../recordings/recording.js';
import { writeRfc2822 } from '../dates.js';
import { fits, fitsTime, type ResourceOptions, resource } from '../resource.js';
import { notFound, RestError } from '../rest-error.js';
import { type RestAnswer, type RestRequest, type Route, readAddress, readEvents, readText } from '../rest-request.js';
import { findCall } from './find-call.js';
import { findConference } from './find-conference.js';
import { makeMp3, makeWav } from './sound-files.js';

const ACCOUNT = '/2010-04-01/Accounts/:account';

const shared = {
  key: 'recordings',
  keep: (recording: Recording, request: RestRequest) =>
    !isTrimmedAway(recording) &&
    fits(request, { CallSid: recording.leg?.sid, ConferenceSid: recording.conferenceSid }) &&
    fitsTime(request, 'DateCreated', recording.startedAt),
  remove: ({ sid }: Recording, { world }: RestRequest) => {
    world.recordings.delete(sid);
  },
} satisfies Partial<ResourceOptions<Recording>>;

/** Recordings of the account, of a call and of a conference: https://www.twilio.com/docs/voice/api/recording */
export const recordingRoutes: readonly Route[] = [
  ...resource<Recording>({
    ...shared,
    path: `${ACCOUNT}/Recordings`,
    all: ({ world }) => [...world.recordings.values()].reverse(),
    find: ({ world }, sid) => world.recordings.get(sid),
    describe: (recording, request) => ({
      ...describe(recording, request),
      media_url: recording.url,
      subresource_uris: { transcriptions: `${uriOf(recording, request)}/Transcriptions.json` },
    }),
  }),
  ...resource<Recording>({
    ...shared,
    path: `${ACCOUNT}/Calls/:call/Recordings`,
    all: (request) => ofCall(request),
    find: (request, sid) => findAmong(ofCall(request), sid),
    describe: (recording, request) => ({ ...describe(recording, request), track: recording.track }),
    create: recordCall,
    update,
  }),
  ...resource<Recording>({
    ...shared,
    path: `${ACCOUNT}/Conferences/:conference/Recordings`,
    all: (request) => ofConference(request),
    find: (request, sid) => findAmong(ofConference(request), sid),
    describe,
    update,
  }),
  // Whoever knows the URL may listen, unless the account says otherwise.
  ...['.wav', '.mp3', ''].map(
    (ending): Route => ({
      method: 'GET',
      path: `${ACCOUNT}/Recordings/:id${ending}`,
      isOpen: true,
      run: (request) => serve(request, ending),
    }),
  ),
];

/** Silence is cut from recordings of `<Record>`: where nothing was said, nothing is left. */
function isTrimmedAway({ source, words, endedAt }: Recording): boolean {
  return source === 'RecordVerb' && words.length === 0 && endedAt !== undefined;
}

function ofCall(request: RestRequest): readonly Recording[] {
  const leg = findCall(request);
  return [...request.world.recordings.values()].filter((recording) => recording.leg === leg).reverse();
}

function ofConference(request: RestRequest): readonly Recording[] {
  const { sid } = findConference(request);
  return [...request.world.recordings.values()].filter(({ conferenceSid }) => conferenceSid === sid).reverse();
}

/** `Twilio.CURRENT` names the one that is under way. */
function findAmong(recordings: readonly Recording[], sid: string): Recording | undefined {
  return recordings.find((recording) => recording.sid === sid || (sid === 'Twilio.CURRENT' && recording.endedAt === undefined));
}

function recordCall(request: RestRequest): Recording {
  const leg = findCall(request);
  if (leg.isOver || !leg.isAnswered)
    throw new RestError(21220, 'Requested resource is not eligible for recording: the call is not in progress');
  const track = readText(request, 'RecordingTrack');
  const recording = new Recording(request.world, {
    source: 'StartCallRecordingAPI',
    channels: readText(request, 'RecordingChannels') === 'dual' ? 2 : 1,
    leg,
    callback: readRecordingCallback(request),
    track: track === 'inbound' || track === 'outbound' ? track : 'both',
  });
  leg.scope.wait(() => () => recording.end()).catch(() => undefined);
  return recording;
}

/** Who is told of a recording that a request starts. */
export function readRecordingCallback(request: RestRequest, prefix = ''): RecordingCallback | undefined {
  const address = readAddress(request, `${prefix}RecordingStatusCallback`, `${prefix}RecordingStatusCallbackMethod`);
  const events = readEvents(request, `${prefix}RecordingStatusCallbackEvent`, ['in-progress', 'completed', 'absent']);
  return address && { ...address, events: events.length === 0 ? ['completed'] : events };
}

function update(recording: Recording, request: RestRequest): void {
  const status = readText(request, 'Status');
  if (recording.endedAt !== undefined) throw new RestError(21220, 'The recording has ended: it cannot be changed any more');
  if (status === 'paused') recording.pause();
  else if (status === 'in-progress') recording.resume();
  else if (status === 'stopped') recording.end();
  else throw new RestError(20001, `Status is in-progress, paused or stopped, not ${status ?? 'missing'}`);
}

function serve({ world, names, path }: RestRequest, ending: string): RestAnswer {
  const recording = world.recordings.get(names.id ?? '');
  // The file is there once the recording is complete.
  if (recording === undefined || recording.status !== 'completed') throw notFound(path);
  if (ending === '.mp3') return { status: 200, headers: { 'content-type': 'audio/mpeg' }, body: makeMp3(recording.seconds) };
  return { status: 200, headers: { 'content-type': 'audio/x-wav' }, body: makeWav(recording) };
}

function uriOf({ sid }: Recording, { account }: RestRequest): string {
  return `/2010-04-01/Accounts/${account}/Recordings/${sid}`;
}

/** What the API knows as the source; recordings of `<Start>` count among those of the API. */
const SOURCES: Readonly<Record<string, string>> = { StartCallRecordingTwiML: 'StartCallRecordingAPI' };

function describe(recording: Recording, request: RestRequest): Record<string, unknown> {
  const { leg, conferenceSid, sid, status, channels, source, startedAt, endedAt } = recording;
  const within =
    request.names.call !== undefined ? `/Calls/${leg?.sid}` : request.names.conference !== undefined ? `/Conferences/${conferenceSid}` : '';
  return {
    account_sid: request.account,
    api_version: '2010-04-01',
    call_sid: leg?.sid ?? null,
    channels,
    conference_sid: conferenceSid ?? null,
    date_created: writeRfc2822(startedAt),
    date_updated: writeRfc2822(endedAt ?? startedAt),
    duration: endedAt === undefined ? null : String(recording.seconds),
    encryption_details: null,
    error_code: null,
    price: null,
    price_unit: 'USD',
    sid,
    source: SOURCES[source] ?? source,
    start_time: writeRfc2822(startedAt),
    status,
    uri: `/2010-04-01/Accounts/${request.account}${within}/Recordings/${sid}.json`,
  };
}
