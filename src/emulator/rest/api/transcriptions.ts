import { type Transcription, Transcriptions } from '../../recordings/transcription.js';
import { writeRfc2822 } from '../dates.js';
import { type ResourceOptions, resource } from '../resource.js';
import { notFound } from '../rest-error.js';
import type { RestRequest, Route } from '../rest-request.js';

const ACCOUNT = '/2010-04-01/Accounts/:account';

const shared = {
  key: 'transcriptions',
  all: (request: RestRequest) => listAll(request),
  find: (request: RestRequest, sid: string) => listAll(request).find((one) => one.sid === sid),
  describe,
  remove: ({ sid }: Transcription, { world }: RestRequest) => {
    world.part(Transcriptions).all.delete(sid);
  },
} satisfies Partial<ResourceOptions<Transcription>>;

/** What was said in recordings of `<Record transcribe="true">`: https://www.twilio.com/docs/voice/api/recording-transcription */
export const transcriptionRoutes: readonly Route[] = [
  ...resource<Transcription>({ ...shared, path: `${ACCOUNT}/Transcriptions` }),
  ...resource<Transcription>({ ...shared, path: `${ACCOUNT}/Recordings/:recording/Transcriptions` }),
];

/** Those of the account, or of the recording that the path names, the newest first. */
function listAll({ world, names: { recording }, path }: RestRequest): readonly Transcription[] {
  const all = [...world.part(Transcriptions).all.values()].reverse();
  if (recording === undefined) return all;
  if (!world.recordings.has(recording)) throw notFound(path);
  return all.filter((one) => one.recording.sid === recording);
}

function describe(transcription: Transcription, { account }: RestRequest): object {
  const { sid, status, recording, text, createdAt, updatedAt } = transcription;
  return {
    account_sid: account,
    api_version: '2010-04-01',
    date_created: writeRfc2822(createdAt),
    date_updated: writeRfc2822(updatedAt),
    duration: String(recording.seconds),
    price: null,
    price_unit: 'USD',
    recording_sid: recording.sid,
    sid,
    status,
    transcription_text: status === 'completed' ? text : null,
    type: 'fast',
    uri: `/2010-04-01/Accounts/${account}/Transcriptions/${sid}.json`,
  };
}
