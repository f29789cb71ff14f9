import { setTimeout as sleep } from 'node:timers/promises';
import type { Transport } from '../delivery/transport.js';
import { LineError } from './line-error.js';
import { type Found, findMark, type Mark } from './mark.js';
import type { Tunnel } from './tunnels/tunnel.js';

/** How a tunnel is tried. */
export interface CheckOptions {
  readonly mark: Mark;
  readonly signal: AbortSignal;
  readonly transport?: Transport | undefined;
  /** How long a new name may take until it is known everywhere. @default 45000 */
  readonly waitMs?: number | undefined;
  /** @default 1000 */
  readonly everyMs?: number | undefined;
}

/**
 * Asks a tunnel from outside, until what answers is this line.
 *
 * @throws LineError when it is something else, or when nothing answers in time.
 */
export async function checkTunnel(tunnel: Tunnel, options: CheckOptions): Promise<void> {
  const { mark, signal, transport, waitMs = 45_000, everyMs = 1_000 } = options;
  const end = performance.now() + waitMs;
  let isOver = false;
  void tunnel.ended.then(() => {
    isOver = true;
  });
  let found: Found;
  do {
    found = await findMark(tunnel.origin, { transport });
    if (found.is === 'line' && found.mark.id === mark.id) return;
    if (found.is === 'line' || isOver || signal.aborted) break;
    await sleep(everyMs);
  } while (performance.now() < end);
  const why = isOver ? await tunnel.ended : describe(found);
  throw new LineError('LINE_TUNNEL', `${tunnel.origin} does not lead here: ${why}. Nothing was changed.`);
}

function describe(found: Found): string {
  if (found.is === 'nothing') return found.why;
  return found.is === 'line'
    ? `it is another ringback line, open since ${found.mark.since}`
    : `something else answers there, with ${found.status}`;
}
