import { readHeader } from '../../request/headers.js';
import { equalBytes } from '../../signature/equal.js';
import { isRunner } from '../session/test/runners.js';
import { writeTest } from '../session/test/write-test.js';
import { describeSession, writeSession } from '../session/write.js';
import type { WorldKeeper } from '../world-keeper.js';
import { cookieName, findKey, isForeign, makeToken } from './access.js';
import { doCommand } from './do.js';
import { streamEvents } from './event-stream.js';
import { exportCurl } from './export-curl.js';
import type { Refusal } from './protocol.js';
import { readCommand } from './read-command.js';
import { findWebhook } from './replay.js';
import { makeSnapshot } from './snapshot.js';
import { streamSound } from './sound-stream.js';
import type { Surroundings } from './surroundings.js';
import { describeWebhook } from './webhook-detail.js';

/** A file of the console. */
export interface ConsoleFile {
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** What `ringback dev` adds to what `listen()` serves. */
export interface ControlOptions extends Partial<Surroundings> {
  readonly token?: string | undefined;
  /** The pages of the console, by their paths under `/console/`. Whatever else is asked for is not there. */
  readonly pages?: ReadonlyMap<string, ConsoleFile> | undefined;
  /** Hears of the ports on which programs under the preload begin to listen; they have a key of their own. */
  readonly ports?: { readonly key: string; hear(report: unknown): void } | undefined;
}

/** The largest body that is read: a text with ten files, or some minutes of sound. */
const LARGEST = 16_000_000;

/** How many may listen to events at once. */
const MOST_STREAMS = 32;

type Answer = (request: Request, url: URL, names: readonly string[]) => Response | Promise<Response>;

/** Lets whoever has the token see and do what a test can. */
export class Control {
  readonly token: string;
  readonly largest = LARGEST;
  readonly #keeper: WorldKeeper;
  readonly #options: ControlOptions;
  readonly #surroundings: Surroundings;
  readonly #streams = new Set<AbortController>();

  constructor(keeper: WorldKeeper, options: ControlOptions) {
    this.#keeper = keeper;
    this.#options = options;
    this.token = options.token ?? makeToken();
    this.#surroundings = {
      ...options,
      names: options.names ?? new Map(),
      command: options.command ?? 'ringback dev -- npm run dev',
      version: options.version ?? '0.0.0',
    };
  }

  /** Whether a request is for it, and not for Twilio's API. */
  isAsked(path: string): boolean {
    return /^\/(?:[?#]|$|console(?:[/?#]|$)|control\/)/.test(path);
  }

  /** Refuses whoever may not ask, before anything else of a request is read; nothing, where they may. */
  refuse(
    headers: Readonly<Record<string, string | readonly string[] | undefined>>,
    method: string,
    origin: string,
    path: string,
  ): Response | undefined {
    if (readHeader(headers, 'upgrade') !== undefined) return refuse(400, 'Nothing here speaks WebSocket');
    if (isForeign(headers, origin)) return refuse(403, 'Pages of other origins may not ask');
    if (method !== 'GET' && method !== 'POST') return refuse(405, 'Only GET and POST are answered here');
    if (isPortReport(method, path)) return this.#isReporter(headers) ? undefined : refuse(401, 'The key is not right');
    const key = findKey(headers, origin, this.token);
    if (key === undefined && !isEntrance(method, path)) return refuse(401, ENTRANCE);
    // A form of another page could be sent by a browser that has the cookie; JSON from there, and without an origin, could not.
    if (method === 'POST' && !/^application\/json\s*(?:;|$)/i.test(readHeader(headers, 'content-type') ?? ''))
      return refuse(415, 'A command is JSON, and says so');
    if (method === 'POST' && key === 'cookie' && readHeader(headers, 'origin') !== origin)
      return refuse(403, 'A command of a page says which page it is');
    return undefined;
  }

  /** Answers a request that may be asked. */
  async answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    for (const [method, pattern, answer] of this.#routes) {
      const match = method === request.method ? pattern.exec(url.pathname) : null;
      if (match === null) continue;
      try {
        return await answer(request, url, match.slice(1));
      } catch (error) {
        return refuse(400, error instanceof Error ? error.message : String(error));
      }
    }
    return refuse(404, 'There is nothing here');
  }

  /** Ends all streams. */
  close(): void {
    for (const stream of this.#streams) stream.abort();
  }

  readonly #routes: readonly (readonly [method: string, path: RegExp, answer: Answer])[] = [
    ['GET', /^\/$/, (request, url) => this.#enter(request, url)],
    ['GET', /^\/console(?:\/(.*))?$/, (_request, _url, [path]) => this.#showPage(path)],
    ['GET', /^\/control\/state$/, () => json(makeSnapshot(this.#keeper.world, this.#keeper.run, this.#surroundings))],
    ['GET', /^\/control\/events$/, (request, url) => this.#streamEvents(request, url)],
    ['GET', /^\/control\/webhooks\/(\d{1,15})$/, (_request, _url, [seq]) => this.#showWebhook(Number(seq))],
    [
      'GET',
      /^\/control\/export\/curl$/,
      (_request, { searchParams }) => text(exportCurl(this.#keeper.world, Number(searchParams.get('seq')))),
    ],
    ['GET', /^\/control\/export\/test$/, (_request, { searchParams }) => text(this.#exportTest(searchParams))],
    [
      'GET',
      /^\/control\/session$/,
      () => file(new TextEncoder().encode(writeSession(this.#keeper.world, this.#origin)), 'application/jsonl', 'session.jsonl'),
    ],
    ['GET', /^\/control\/calls\/(CA[0-9a-f]{32})\/audio\.wav$/, (_request, _url, [sid]) => this.#sendAudio(sid ?? '')],
    ['GET', /^\/control\/calls\/(CA[0-9a-f]{32})\/sound$/, (_request, _url, [sid]) => this.#streamSound(sid ?? '')],
    ['GET', /^\/control\/media\/(ME[0-9a-f]{32})$/, (_request, _url, [sid]) => this.#sendMedium(sid ?? '')],
    [
      'POST',
      /^\/control\/do$/,
      async (request) => json(await doCommand(readCommand(await request.json()), this.#keeper, this.#surroundings)),
    ],
    ['POST', /^\/control\/ports$/, async (request) => this.#hearPorts(request)],
  ];

  #isReporter(headers: Readonly<Record<string, string | readonly string[] | undefined>>): boolean {
    const { ports } = this.#options;
    return ports !== undefined && equalBytes(readHeader(headers, 'authorization') ?? '', `Bearer ${ports.key}`);
  }

  async #hearPorts(request: Request): Promise<Response> {
    this.#options.ports?.hear(await request.json());
    return json({});
  }

  /** The token is exchanged for a cookie, and leaves the address: what is there is in the history of a browser, and in what people copy. */
  #enter(request: Request, { searchParams, origin }: URL): Response {
    const given = searchParams.get('token');
    const mayEnter =
      given === null ? findKey(Object.fromEntries(request.headers), origin, this.token) !== undefined : equalBytes(given, this.token);
    if (!mayEnter) return refuse(401, ENTRANCE);
    const cookie = given === null ? {} : { 'set-cookie': `${cookieName(origin)}=${given}; HttpOnly; SameSite=Strict; Path=/` };
    return new Response(null, { status: 303, headers: { ...GUARDS, location: '/console/', ...cookie } });
  }

  #showPage(path: string | undefined): Response {
    if (path === undefined) return new Response(null, { status: 303, headers: { ...GUARDS, location: '/console/' } });
    const file = this.#options.pages?.get(path === '' ? 'index.html' : path);
    if (file === undefined) return refuse(404, 'There is no such page');
    return new Response(new Uint8Array(file.content), { headers: { ...GUARDS, 'content-type': file.contentType } });
  }

  #streamEvents(request: Request, { searchParams }: URL): Response {
    const after = request.headers.get('last-event-id') ?? searchParams.get('after') ?? undefined;
    return this.#stream(() => streamEvents(this.#keeper, after));
  }

  #streamSound(sid: string): Response {
    const leg = this.#keeper.world.legs.get(sid);
    return leg === undefined || leg.isOver ? refuse(404, 'There is no such call, or it has ended') : this.#stream(() => streamSound(leg));
  }

  #stream(open: () => ReadableStream<Uint8Array>): Response {
    if (this.#streams.size >= MOST_STREAMS) return refuse(503, `More than ${MOST_STREAMS} listen already`);
    const end = new AbortController();
    this.#streams.add(end);
    const stream = endable(open(), end.signal, () => this.#streams.delete(end));
    return new Response(stream, { headers: { ...GUARDS, 'content-type': 'text/event-stream', 'cache-control': 'no-store' } });
  }

  async #showWebhook(seq: number): Promise<Response> {
    const { world } = this.#keeper;
    return json(await describeWebhook(world, findWebhook(world, seq).attempt, this.#surroundings));
  }

  /** Where the application is. */
  get #origin(): { readonly version: string; readonly app: string } {
    const { describeApplication, version } = this.#surroundings;
    return { version, app: describeApplication?.()?.url ?? this.#keeper.world.settings.publicUrl };
  }

  #exportTest(given: URLSearchParams): string {
    const runner = given.get('runner') ?? 'vitest';
    if (!isRunner(runner)) throw new TypeError('runner is vitest, jest or node');
    const { world } = this.#keeper;
    const selection = { call: given.get('call') ?? undefined, phone: given.get('phone') ?? undefined };
    return writeTest(describeSession(world, this.#origin), { ...selection, runner, isAddition: given.get('into') === 'file' });
  }

  #sendAudio(sid: string): Response {
    const call = this.#keeper.world.legs.get(sid)?.phone?.calls.find((one) => one.sid === sid);
    if (call === undefined) return refuse(404, 'There is no such call');
    return file(call.audio, 'audio/wav', `${sid}.wav`);
  }

  #sendMedium(sid: string): Response {
    const medium = this.#keeper.world.messaging.findMedium(sid);
    if (medium === undefined) return refuse(404, 'There is no such file');
    return file(medium.content, medium.contentType, sid);
  }
}

const ENTRANCE = 'Open the address that the terminal shows: it has the token that lets you in';

/** What every answer says to a browser: nothing of another origin, nothing in a frame, nothing guessed. */
const GUARDS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

function isEntrance(method: string, path: string): boolean {
  return method === 'GET' && /^\/(?:\?|$)/.test(path);
}

function isPortReport(method: string, path: string): boolean {
  return method === 'POST' && path === '/control/ports';
}

function json(body: object): Response {
  return Response.json(body, { headers: GUARDS });
}

function text(body: string): Response {
  return new Response(body, { headers: { ...GUARDS, 'content-type': 'text/plain;charset=utf-8' } });
}

/** A file that a stranger may have made: it is saved, and never shown as a page of ours. Pictures and sounds show in a page all the same. */
function file(content: Uint8Array, contentType: string, name: string): Response {
  const headers = { ...GUARDS, 'content-security-policy': "default-src 'none'; sandbox", 'content-type': contentType };
  return new Response(new Uint8Array(content), { headers: { ...headers, 'content-disposition': `attachment; filename="${name}"` } });
}

function refuse(status: number, message: string): Response {
  const body: Refusal = { message };
  return Response.json(body, { status, headers: GUARDS });
}

/** A stream that also ends when somebody else says so. */
function endable(stream: ReadableStream<Uint8Array>, signal: AbortSignal, onEnd: () => void): ReadableStream<Uint8Array> {
  const reader = stream.getReader();
  const aborted = new Promise<undefined>((resolve) => signal.addEventListener('abort', () => resolve(undefined)));
  const end = () => {
    onEnd();
    return reader.cancel().catch(() => undefined);
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const chunk = await Promise.race([reader.read(), aborted]);
        if (chunk !== undefined && !chunk.done) return controller.enqueue(chunk.value);
        controller.close();
        await end();
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  );
}
