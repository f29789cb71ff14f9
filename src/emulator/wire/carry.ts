import type { Connection } from '../../delivery/connection.js';
import { makeHttpRequest, sendAuthorized } from '../../delivery/exchange.js';
import { type HttpAnswer, HttpFailure, type FailurePhase as HttpPhase, type HttpRequest } from '../../delivery/transport.js';
import type { World } from '../world.js';
import { type FailurePhase, type WireAnswer, WireFailure, type WireRequest } from './transport.js';

/** How long a request may take, in real time, and how large its answer may be. */
type Limits = Pick<Connection, 'connectMs' | 'readMs' | 'totalMs'> & Pick<HttpRequest, 'largest'>;

/** Those of a webhook. */
export const USUAL: Limits = { connectMs: 5000, readMs: 15_000, totalMs: 15_000 };

/**
 * Carries a request to where its public URL leads, and the answer back.
 *
 * @throws WireFailure when there is none.
 */
export async function carry(request: WireRequest, world: World, limits: Limits = USUAL): Promise<WireAnswer> {
  // What a closed emulator asks for would open again what it has just closed.
  if (world.isClosed) throw new WireFailure('connect', 'The emulator is closed');
  const way = world.settings.findApp(request.url);
  if (way === undefined) {
    const { origin } = new URL(request.url);
    throw new WireFailure('host', `${origin} is not this machine, and no application of apps: allowRemote lets requests go there`);
  }
  const end = new AbortController();
  const stop = world.onClose(() => end.abort());
  try {
    const target = way.targetOf(request.url);
    const sent = { ...makeHttpRequest(request, target, limits), signal: end.signal };
    const { credentials = target } = request;
    return readAnswer(await sendAuthorized(await way.open(), sent, credentials.username === '' ? target : credentials));
  } catch (error) {
    throw error instanceof HttpFailure ? new WireFailure(PHASES[error.phase], describeFailure(error)) : error;
  } finally {
    stop();
  }
}

const PHASES: Readonly<Record<HttpPhase, FailurePhase>> = { connect: 'connect', read: 'read', total: 'read', partial: 'broken' };

/** Whoever tests an application wants to read what it threw; it is their own. */
function describeFailure({ message, cause }: HttpFailure): string {
  return cause === undefined
    ? message
    : `The application threw instead of answering: ${cause instanceof Error ? cause.message : String(cause)}`;
}

/** An answer as the engine reads it. */
export function readAnswer({ status, headers, body }: Pick<HttpAnswer, 'status' | 'headers' | 'body'>): WireAnswer {
  const { 'set-cookie': cookies = [], ...others } = headers;
  const joined = Object.entries(others).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, [value].flat().join(', ')] as const],
  );
  return { status, headers: Object.fromEntries(joined), cookies: [cookies].flat(), body };
}
