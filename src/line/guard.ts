import { withoutCredentials } from '../delivery/loopback.js';
import type { Transport } from '../delivery/transport.js';
import type { Change } from './changes.js';
import { LineError } from './line-error.js';
import { findMark, type Mark } from './mark.js';
import { judgeUrl } from './url-use.js';

/** A URL that is in use, as it seems, and why it seems so. */
export interface Objection {
  readonly change: Change;
  readonly message: string;
}

/** What is asked of the URLs that would be overwritten. */
export interface GuardOptions {
  /** That of the line that asks. */
  readonly mark: Mark;
  readonly transport?: Transport | undefined;
}

/** Finds the URLs that somebody may be using: those of no development, and those of another developer's tunnel that is up. */
export async function findObjections(changes: readonly Change[], options: GuardOptions): Promise<readonly Objection[]> {
  const objections = await Promise.all(changes.map((change) => objectTo(change, options)));
  return objections.filter((objection) => objection !== undefined);
}

async function objectTo(change: Change, { mark, transport }: GuardOptions): Promise<Objection | undefined> {
  const { place, purpose, before } = change;
  const use = judgeUrl(before);
  const what = `The URL of ${place.name} for ${purpose} is ${withoutCredentials(before)}`;
  if (use === 'other') return { change, message: `${what}, which is none of development.` };
  if (use !== 'tunnel') return undefined;
  const found = await findMark(new URL(before).origin, { transport });
  if (found.is === 'nothing' || (found.is === 'line' && found.mark.id === mark.id)) return undefined;
  const who = found.is === 'line' ? `another ringback line, open since ${found.mark.since}` : 'another tunnel, and somebody answers there';
  return { change, message: `${what}: that is ${who}.` };
}

/** @throws LineError when there are objections and nobody said that it may be done all the same. */
export function checkObjections(objections: readonly Objection[]): void {
  if (objections.length === 0) return;
  throw new LineError(
    'LINE_TAKEN',
    `${objections.map(({ message }) => message).join(' ')} Nothing was changed; --yes overwrites it, until the line ends.`,
  );
}
