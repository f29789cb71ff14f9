import type { TwilioClient } from './account/twilio-client.js';
import { type Journal, type KeptJournal, listJournals, removeJournal, removeUnfinished } from './journal.js';
import { LineError } from './line-error.js';
import { findMark } from './mark.js';
import { type PutBack, putBack } from './put-back.js';
import { endOrphan } from './tunnels/orphan.js';

/** What is needed to put back what a line that was broken off has left. */
export interface RecoverOptions {
  readonly folder: string;
  readonly accountSid: string;
  readonly client: TwilioClient;
  /** Hears of each journal that was seen to, and of each that was not. */
  readonly tell: (recovered: Recovered) => void;
}

/** What became of a journal. */
export type Recovered =
  | { readonly is: 'restored'; readonly journal: Journal; readonly outcomes: readonly PutBack[] }
  /** Its line is still open, in another process. */
  | { readonly is: 'open'; readonly journal: Journal }
  | { readonly is: 'of-other-account'; readonly journal: Journal; readonly file: string }
  | { readonly is: 'unreadable'; readonly file: string };

/**
 * Puts back what lines of this project have left that were broken off: by a crash, by `kill -9`, by a loss of power.
 *
 * @returns The journals of lines that are still open.
 * @throws LineError when Twilio cannot be asked: the journal stays for the next time.
 */
export async function recover(options: RecoverOptions): Promise<readonly Journal[]> {
  const open: Journal[] = [];
  for (const kept of await listJournals(options.folder)) {
    const recovered = await recoverOne(kept, options);
    if (recovered.is === 'open') open.push(recovered.journal);
    options.tell(recovered);
  }
  await removeUnfinished(options.folder);
  return open;
}

async function recoverOne({ file, journal }: KeptJournal, { accountSid, client }: RecoverOptions): Promise<Recovered> {
  if (journal === undefined) return { is: 'unreadable', file };
  if (await isOpen(journal)) return { is: 'open', journal };
  if (journal.accountSid !== accountSid) return { is: 'of-other-account', journal, file };
  const outcomes = await putBack(client, journal.changes);
  await endOrphan(journal);
  await removeJournal(file);
  return { is: 'restored', journal, outcomes };
}

/** Whether the line of a journal still listens. A process number would not do: the system gives it to others in the end. */
export async function isOpen({ id, port }: Journal): Promise<boolean> {
  const found = await findMark(`http://127.0.0.1:${port}`, { waitMs: 1_000 });
  return found.is === 'line' && found.mark.id === id;
}

/** @throws LineError when one of the places that are to be set belongs to a line that is open on this machine. */
export function checkNotOpen(open: readonly Journal[], sids: readonly string[]): void {
  for (const { changes, port } of open) {
    const taken = changes.find(({ place }) => sids.includes(place.sid));
    if (taken !== undefined) {
      throw new LineError(
        'LINE_TAKEN',
        `${taken.place.name} has a line already, that of the ringback on port ${port} of this machine: end that first.`,
      );
    }
  }
}
