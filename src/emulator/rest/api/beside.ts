import type { TwimlNode } from '../../../twiml/node.js';
import type { Leg } from '../../calls/leg.js';
import { runDocuments } from '../../documents/flow.js';
import type { Beside } from '../../verbs/start/beside.js';
import { start } from '../../verbs/start/start.js';
import type { World } from '../../world.js';
import { writeRfc2822 } from '../dates.js';
import { notFound, RestError } from '../rest-error.js';
import { type RestRequest, type Route, readText, require } from '../rest-request.js';
import { findCall } from './find-call.js';

/** What can be started beside a call by REST, as `<Start>` does it in TwiML. */
interface Kind {
  /** The last part of the path. */
  readonly path: string;
  readonly tag: string;
  readonly prefix: string;
  /** The parameters by the attributes that say the same. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly isUrlRequired?: true;
}

const KINDS: readonly Kind[] = [
  {
    path: 'Streams',
    tag: 'Stream',
    prefix: 'MZ',
    attributes: {
      Url: 'url',
      Name: 'name',
      Track: 'track',
      StatusCallback: 'statusCallback',
      StatusCallbackMethod: 'statusCallbackMethod',
    },
    isUrlRequired: true,
  },
  {
    path: 'Siprec',
    tag: 'Siprec',
    prefix: 'SR',
    attributes: {
      Name: 'name',
      ConnectorName: 'connectorName',
      Track: 'track',
      StatusCallback: 'statusCallback',
      StatusCallbackMethod: 'statusCallbackMethod',
    },
  },
  {
    path: 'Transcriptions',
    tag: 'Transcription',
    prefix: 'GT',
    attributes: {
      Name: 'name',
      Track: 'track',
      StatusCallbackUrl: 'statusCallbackUrl',
      StatusCallbackMethod: 'statusCallbackMethod',
      LanguageCode: 'languageCode',
      PartialResults: 'partialResults',
      TranscriptionEngine: 'transcriptionEngine',
      InboundTrackLabel: 'inboundTrackLabel',
      OutboundTrackLabel: 'outboundTrackLabel',
      ProfanityFilter: 'profanityFilter',
      SpeechModel: 'speechModel',
      Hints: 'hints',
      EnableAutomaticPunctuation: 'enableAutomaticPunctuation',
    },
  },
];

/** Something that was started, and by REST: what TwiML started is found too while it runs. */
interface Started {
  readonly sid: string;
  readonly running: Beside;
}

/** What was started by REST beside calls, by its SID. */
class StartedBeside {
  readonly started = new Map<string, Started & { readonly leg: Leg }>();
}

/** Streams, recorders and transcriptions of a call: https://www.twilio.com/docs/voice/api/stream-resource */
export const besideRoutes: readonly Route[] = KINDS.flatMap((kind): readonly Route[] => {
  const path = `/2010-04-01/Accounts/:account/Calls/:call/${kind.path}`;
  return [
    {
      method: 'POST',
      path: `${path}.json`,
      run: async (request) => ({ status: 201, body: describe(await begin(kind, request), kind, request) }),
    },
    { method: 'POST', path: `${path}/:id.json`, run: (request) => ({ status: 200, body: describe(end(kind, request), kind, request) }) },
  ];
});

async function begin(kind: Kind, request: RestRequest): Promise<Started> {
  const leg = findCall(request);
  if (leg.isOver || !leg.isAnswered) throw new RestError(21220, 'Call is not in-progress.');
  if (kind.isUrlRequired) require(request, 'Url', 21205);
  const attributes = Object.fromEntries(
    Object.entries(kind.attributes).flatMap(([parameter, attribute]) => {
      const value = readText(request, parameter);
      return value === undefined ? [] : [[attribute, value]];
    }),
  );
  const node: TwimlNode = { tag: kind.tag, attributes, children: readParameters(request) };
  const known = new Set(leg.beside);
  const root: TwimlNode = { tag: 'Start', attributes: {}, children: [node] };
  const document = { root, url: undefined, method: 'POST' as const, event: 0 };
  await start.run({ leg, scope: leg.scope, level: 'call', document, node: root, isFirst: false, event: 0, runDocuments });
  const running = [...leg.beside].find((one) => !known.has(one));
  if (running === undefined) throw new RestError(20001, `The ${kind.tag} could not be started`);
  const started = { sid: running.sid ?? request.world.chance.sid(kind.prefix), running, leg };
  const all = startedIn(request.world);
  all.set(started.sid, started);
  leg.scope.wait(() => () => request.world.shelves.beside.add(() => all.delete(started.sid))).catch(() => undefined);
  return started;
}

function startedIn(world: World): StartedBeside['started'] {
  return world.part(StartedBeside).started;
}

/** `Parameter1.Name` and `Parameter1.Value`, and so on. */
function readParameters(request: RestRequest): TwimlNode[] {
  const found: TwimlNode[] = [];
  for (let index = 1; index <= 99; index += 1) {
    const name = readText(request, `Parameter${index}.Name`);
    if (name === undefined) break;
    found.push({ tag: 'Parameter', attributes: { name, value: readText(request, `Parameter${index}.Value`) ?? '' }, children: [] });
  }
  return found;
}

function end(kind: Kind, request: RestRequest): Started {
  const found = find(kind, request);
  if (found === undefined) throw notFound(request.path);
  if (readText(request, 'Status') !== 'stopped') throw new RestError(20001, 'Status is stopped');
  if (findCall(request).beside.delete(found.running)) found.running.stop();
  return found;
}

/** Finds what runs beside the call by its SID or its name; what was started by REST, by its SID when it has stopped, too. */
function find({ tag }: Kind, request: RestRequest): Started | undefined {
  const leg = findCall(request);
  const id = request.names.id ?? '';
  const earlier = startedIn(request.world).get(id);
  if (earlier?.leg === leg && earlier.running.tag === tag) return earlier;
  const running = [...leg.beside].find((one) => one.tag === tag && (one.sid === id || one.name === id));
  return running?.sid === undefined ? undefined : { sid: running.sid, running };
}

function describe({ sid, running }: Started, { path }: Kind, request: RestRequest): object {
  const leg = findCall(request);
  return {
    account_sid: request.account,
    call_sid: leg.sid,
    date_updated: writeRfc2822(request.world.clock.now),
    name: running.name ?? null,
    sid,
    status: leg.beside.has(running) ? 'in-progress' : 'stopped',
    uri: `/2010-04-01/Accounts/${request.account}/Calls/${leg.sid}/${path}/${sid}.json`,
  };
}
