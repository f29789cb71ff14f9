import { RequestError } from '../../errors.js';
import { Control, type ControlOptions } from '../control/control.js';
import type { RestWay } from '../control/protocol.js';
import { answerRest } from '../rest/rest.js';
import type { World } from '../world.js';
import type { WorldKeeper } from '../world-keeper.js';
import { isOwnHost, isTwilioHost } from './hosts.js';
import { loadHttp, type NodeRequest, type NodeResponse, readNodeRequest, writeNodeResponse } from './node-http.js';

/** Where to listen. */
export interface ListenOptions {
  /** @default one that is free */
  readonly port?: number | undefined;
  /** An address of this machine. @default '127.0.0.1' */
  readonly host?: string | undefined;
  /** What opens `/control`. @default a random one */
  readonly token?: string | undefined;
  /** @internal What `ringback dev` shows beside. */
  readonly control?: ControlOptions | undefined;
}

/** A server that answers. */
export interface Listening {
  /** Such as `http://127.0.0.1:4010`. */
  readonly url: string;
  /** What opens `/control`. */
  readonly token: string;
  /** Stops it, and breaks off what is under way. */
  close(): Promise<void>;
}

/** How long in real time the other side has to read an answer before anything follows from it: Twilio is never faster. */
const READING_MS = 20;

/** The largest request to the REST API that is read. */
const LARGEST = 2_000_000;

/**
 * Answers over HTTP what `rest()` answers in this process: all products, told apart by the `Host` header, or by the first part of the path,
 * as in `/verify/v2/Services`. Whoever has the token sees and does more under `/control`.
 *
 * @throws Error when the port is taken.
 */
export async function listen(keeper: WorldKeeper, { port, host = '127.0.0.1', token, control: more }: ListenOptions): Promise<Listening> {
  const { createServer, startListening, stopListening, originOf } = await loadHttp();
  const control = new Control(keeper, { ...more, token });
  const server = createServer((request, response) => void respond(request, response, { keeper, control, host }));
  await startListening(server, { port, host });
  return {
    url: originOf(server) ?? '',
    token: control.token,
    close: async () => {
      control.close();
      await stopListening(server);
    },
  };
}

interface Place {
  readonly keeper: WorldKeeper;
  readonly control: Control;
  /** Where the server listens. */
  readonly host: string;
}

async function respond(request: NodeRequest, response: NodeResponse, place: Place): Promise<void> {
  const { keeper, control } = place;
  const name = `http://${String(request.headers['host'] ?? '127.0.0.1')}`;
  const own = URL.canParse(name) ? new URL(name) : undefined;
  if (own === undefined || !isOwnHost(own, place.host)) {
    return writeNodeResponse(refuse(403, 'This host name is not one that leads here'), response);
  }
  const isControl = !isTwilioHost(own) && control.isAsked(request.url ?? '/');
  const { world } = keeper;
  const work = isControl ? serveControl(request, response, own, control) : serveRest(request, response, own, world);
  // The clock stands until the answer is out: what a request sets going is never told before.
  await (isControl ? work : world.clock.hold(work));
}

async function serveControl(request: NodeRequest, response: NodeResponse, own: URL, control: Control): Promise<void> {
  const answer = await orRefusal(async () => {
    const refusal = control.refuse(request.headers, request.method ?? 'GET', own.origin, request.url ?? '/');
    // Whoever may not ask has no body read either.
    return refusal ?? control.answer(await readNodeRequest(request, own.origin, control.largest));
  });
  return writeNodeResponse(answer, response);
}

async function serveRest(request: NodeRequest, response: NodeResponse, own: URL, world: World): Promise<void> {
  const { hostname, port } = own;
  const answer = await orRefusal(async () => {
    const other = hostname === 'localhost' ? '127.0.0.1' : 'localhost';
    const elsewhere = isTwilioHost(own) ? {} : { elsewhere: `http://${other}${port === '' ? '' : `:${port}`}` };
    return answerRest(await readNodeRequest(request, own.origin, LARGEST), world, { ...elsewhere, way: wayOf(request, own) });
  });
  keepFromBrowsers(answer.headers);
  await writeNodeResponse(answer, response);
  await new Promise<void>((resolve) => {
    world.afterRealTime(READING_MS, resolve);
  });
}

function wayOf({ headers }: NodeRequest, own: URL): RestWay {
  if (headers['x-ringback-way'] === 'proxy') return 'proxy';
  return isTwilioHost(own) ? 'preload' : 'url';
}

/** Files of messages are a stranger's: a browser saves them, and runs nothing of them. */
function keepFromBrowsers(headers: Headers): void {
  headers.set('x-content-type-options', 'nosniff');
  if (/^application\/json\b/i.test(headers.get('content-type') ?? '')) return;
  headers.set('content-security-policy', "default-src 'none'; sandbox");
  headers.set('content-disposition', 'attachment');
}

async function orRefusal(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    const isTooLarge = error instanceof RequestError && error.code === 'REQUEST_BODY_TOO_LARGE';
    return refuse(isTooLarge ? 413 : 500, isTooLarge ? 'The request is too large' : error instanceof Error ? error.message : String(error));
  }
}

function refuse(status: number, message: string): Response {
  return Response.json({ code: null, message, more_info: null, status }, { status });
}
