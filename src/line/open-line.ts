import type { Transport } from '../delivery/transport.js';
import type { TwilioClient } from './account/twilio-client.js';
import { type Change, checkPlan, type Lead, planChanges } from './changes.js';
import { checkTunnel } from './check-tunnel.js';
import { checkObjections, findObjections, type Objection } from './guard.js';
import { journalFolder, removeJournal, writeJournal } from './journal.js';
import { LineError } from './line-error.js';
import type { Mark } from './mark.js';
import { type FoundPlace, findPlace } from './places/find-place.js';
import { makePlace } from './places/place.js';
import { groupByPlace, type PutBack, putBack } from './put-back.js';
import { checkNotOpen, type Recovered, recover } from './recover.js';
import type { Tunnel } from './tunnels/tunnel.js';
import { isSameUrl } from './url-use.js';
import { watchChanges } from './watch-changes.js';

/** What a line is to be. */
export interface LineOptions {
  /** What people named: numbers, senders, domains, SIDs. Nothing else is touched. */
  readonly wanted: readonly string[];
  /** The folder of the project. */
  readonly project: string;
  readonly accountSid: string;
  readonly client: TwilioClient;
  /** What the server on `port` answers at its mark's path. */
  readonly mark: Mark;
  readonly port: number;
  /** Opens the tunnel to that port. */
  readonly openTunnel: () => Promise<Tunnel>;
  readonly paths: Lead['paths'];
  /** `name:password` that the URLs are to have. */
  readonly credentials?: string | undefined;
  /** Overwrites what somebody may be using. */
  readonly yes?: boolean | undefined;
  readonly signal: AbortSignal;
  readonly tell: (event: LineEvent) => void;
  /** What carries the questions to tunnels. */
  readonly transport?: Transport | undefined;
  /** How long and how often the new tunnel is tried, in milliseconds. */
  readonly trial?: { readonly waitMs: number; readonly everyMs: number } | undefined;
  /** How often is looked whether somebody else has set a URL. @default 15000 */
  readonly watchMs?: number | undefined;
}

/** What happens to a line. */
export type LineEvent =
  | { readonly type: 'recovered'; readonly recovered: Recovered }
  /** Twilio ignores a URL of a number, since something else answers in its place. */
  | { readonly type: 'ignored'; readonly found: FoundPlace }
  | { readonly type: 'overwriting'; readonly objection: Objection }
  | { readonly type: 'tunnel'; readonly tunnel: Tunnel }
  | { readonly type: 'set'; readonly change: Change }
  /** Somebody else has set a URL while the line is open. */
  | { readonly type: 'taken'; readonly change: Change; readonly found: string }
  | { readonly type: 'put-back'; readonly outcome: PutBack };

/** A line that is open. */
export interface Line {
  /** The public URL, without credentials. */
  readonly origin: string;
  readonly changes: readonly Change[];
  /** Says why, when the tunnel ends by itself. */
  readonly ended: Promise<string>;
  /** Puts the old URLs back, and closes the tunnel. @throws LineError when Twilio cannot be asked; the journal then stays. */
  close(): Promise<void>;
}

/**
 * Leads real calls and messages to a port of this machine. First what earlier lines have left is put back; then a tunnel is opened and
 * tried; then the old URLs are written down; and only then is anything changed.
 *
 * @throws LineError when it cannot be. Everything is as it was then.
 */
export async function openLine(options: LineOptions): Promise<Line> {
  const { client, tell, signal } = options;
  const found = await findPlaces(options);
  // Once before the tunnel, which takes its time, so that what may not be is refused at once.
  await plan(found, '', options);
  signal.throwIfAborted();
  const tunnel = await options.openTunnel();
  try {
    tell({ type: 'tunnel', tunnel });
    await checkTunnel(tunnel, { ...options, ...options.trial });
    const { changes, objections } = await plan(found, withCredentials(tunnel.origin, options.credentials), options);
    for (const objection of objections) tell({ type: 'overwriting', objection });
    const file = await keep(changes, tunnel, options);
    const restore = async () => {
      for (const outcome of await putBackOrAdvise(client, changes)) tell({ type: 'put-back', outcome });
      await removeJournal(file);
    };
    await setAll(changes, options).catch(async (error: unknown) => {
      await restore();
      throw error;
    });
    const watch = watchChanges(client, changes, {
      everyMs: options.watchMs,
      onTaken: (change, now) => tell({ type: 'taken', change, found: now }),
    });
    return {
      ...{ origin: tunnel.origin, changes, ended: tunnel.ended },
      async close() {
        await watch.stop();
        await restore().finally(() => tunnel.close());
      },
    };
  } catch (error) {
    await tunnel.close();
    throw error;
  }
}

async function putBackOrAdvise(client: TwilioClient, changes: readonly Change[]): Promise<readonly PutBack[]> {
  try {
    return await putBack(client, changes);
  } catch (error) {
    throw new LineError(
      'LINE_JOURNAL',
      `The old URLs could not be put back: ${(error as Error).message}. They are written down: the next start puts them back, and so does \`ringback line restore\`.`,
      { cause: error },
    );
  }
}

async function findPlaces({ client, wanted, project, accountSid, tell }: LineOptions): Promise<readonly FoundPlace[]> {
  const open = await recover({
    folder: journalFolder(project),
    accountSid,
    client,
    tell: (recovered) => tell({ type: 'recovered', recovered }),
  });
  const bySid = new Map<string, FoundPlace>();
  for (const text of wanted) {
    const found = await findPlace(client, text);
    bySid.set(found.place.sid, found);
  }
  checkNotOpen(open, [...bySid.keys()]);
  for (const found of bySid.values()) if (Object.keys(found.ignored).length > 0) tell({ type: 'ignored', found });
  return [...bySid.values()];
}

/** Reads what is there, and plans what is to be there. */
async function plan(
  found: readonly FoundPlace[],
  origin: string,
  { paths, yes, mark, transport }: LineOptions,
): Promise<{ readonly changes: readonly Change[]; readonly objections: readonly Objection[] }> {
  const planned = await Promise.all(found.map(async (one) => planChanges(one, await one.place.read(), { origin, paths })));
  checkPlan(found, planned.flat());
  const changes = planned.flat().filter(({ before, after }) => !isSameUrl(before, after));
  const objections = await findObjections(changes, { mark, transport });
  if (!yes) checkObjections(objections);
  return { changes, objections };
}

function withCredentials(origin: string, credentials: string | undefined): string {
  return credentials === undefined ? origin : origin.replace('://', `://${credentials}@`);
}

function keep(changes: readonly Change[], { pid }: Tunnel, { project, mark, accountSid, port }: LineOptions): Promise<string> {
  const journal = { version: 1, ...mark, accountSid, port, ...(pid !== undefined && { tunnelPid: pid }), changes } as const;
  return writeJournal(journalFolder(project), journal);
}

async function setAll(changes: readonly Change[], { client, tell, signal }: LineOptions): Promise<void> {
  for (const group of groupByPlace(changes)) {
    signal.throwIfAborted();
    await makePlace(client, group[0].place).write(Object.fromEntries(group.map(({ field, after }) => [field, after])));
    for (const change of group) tell({ type: 'set', change });
  }
}
