import { randomBytes } from 'node:crypto';
import { httpTransport } from '../delivery/http.js';
import type { Transport } from '../delivery/transport.js';

/** What a line answers by itself, so that whoever asks knows it: this very line through its tunnel, or another developer's. */
export interface Mark {
  /** Another one each time. It is no secret. */
  readonly id: string;
  /** Since when, as ISO 8601. */
  readonly since: string;
}

/** Where a line answers its mark. */
export const MARK_PATH = '/.well-known/ringback-line';

/** Makes the mark of a line. */
export function makeMark(): Mark {
  return { id: randomBytes(12).toString('hex'), since: new Date().toISOString() };
}

/** The mark as it is answered. */
export function writeMark({ id, since }: Mark): string {
  return JSON.stringify({ ringback: 'line', id, since });
}

/** What is found at an origin. */
export type Found =
  | { readonly is: 'line'; readonly mark: Mark }
  /** Something that answers, and is no line. */
  | { readonly is: 'other'; readonly status: number }
  | { readonly is: 'nothing'; readonly why: string };

/** Asks an origin for its mark. It throws nothing. */
export async function findMark(origin: string, { transport = httpTransport, waitMs = 5_000 }: AskOptions = {}): Promise<Found> {
  const limits = { connectMs: waitMs, readMs: waitMs, totalMs: waitMs };
  // Free tunnels put a page of their own before what looks like a browser.
  const headers = { accept: 'application/json', 'user-agent': 'ringback', 'ngrok-skip-browser-warning': '1' };
  try {
    const url = new URL(MARK_PATH, origin);
    const answer = await transport.send({ method: 'GET', url, headers, body: '', ...limits });
    const mark = answer.status === 200 ? readMark(new TextDecoder().decode(answer.body)) : undefined;
    if (mark !== undefined) return { is: 'line', mark };
    if (isTunnelAlone(answer.status, answer.headers))
      return { is: 'nothing', why: `the tunnel answers ${answer.status}, and nothing is behind it` };
    return { is: 'other', status: answer.status };
  } catch (error) {
    return { is: 'nothing', why: (error as Error).message };
  }
}

interface AskOptions {
  readonly transport?: Transport | undefined;
  readonly waitMs?: number;
}

/** What tunnels themselves answer for a name that nobody has, or whose server is not running. */
function isTunnelAlone(status: number, headers: Readonly<Record<string, unknown>>): boolean {
  return status === 502 || status === 503 || status === 504 || status === 530 || headers['ngrok-error-code'] !== undefined;
}

function readMark(text: string): Mark | undefined {
  try {
    const { ringback, id, since } = JSON.parse(text) as Record<string, unknown>;
    return ringback === 'line' && typeof id === 'string' && typeof since === 'string' ? { id, since } : undefined;
  } catch {
    return undefined;
  }
}
