import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Change } from './changes.js';
import { LineError } from './line-error.js';

/** What a line writes down before it changes anything, so that whoever starts next can put it back. */
export interface Journal {
  readonly version: 1;
  /** That of the line's mark. */
  readonly id: string;
  readonly since: string;
  readonly accountSid: string;
  /** Where the line listens on this machine: whether it still does tells whether it was broken off. */
  readonly port: number;
  /** The program that is the tunnel, where it is one. */
  readonly tunnelPid?: number | undefined;
  readonly changes: readonly Change[];
}

/** A journal, and where it lies. */
export interface KeptJournal {
  readonly file: string;
  /** Absent where the file cannot be read as a journal. */
  readonly journal?: Journal;
}

/** Where the journals of a project lie. */
export function journalFolder(project: string): string {
  return join(project, '.ringback', 'line');
}

/**
 * Writes a journal for its owner alone: URLs may have a password in them. It is there as a whole or not at all, even when the machine
 * loses its power meanwhile.
 *
 * @throws LineError when it cannot be written.
 */
export async function writeJournal(folder: string, journal: Journal): Promise<string> {
  const file = join(folder, `${journal.id}.json`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(join(folder, '.gitignore'), '*\n');
    await writeSynced(`${file}.new`, `${JSON.stringify(journal, undefined, 2)}\n`);
    await rename(`${file}.new`, file);
    await syncFolder(folder);
  } catch (error) {
    throw new LineError('LINE_JOURNAL', `The old URLs cannot be written down, so that none is changed: ${(error as Error).message}`, {
      cause: error,
    });
  }
  return file;
}

async function writeSynced(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A name in a folder is safe only when the folder is. Windows opens no folders, and keeps names by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Reads the journals that lie in a folder. One that was never finished is left out: nothing had been changed then. */
export async function listJournals(folder: string): Promise<readonly KeptJournal[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.json')).sort();
  return Promise.all(files.map((name) => readJournal(join(folder, name))));
}

async function readJournal(file: string): Promise<KeptJournal> {
  try {
    const journal = JSON.parse(await readFile(file, 'utf8')) as Journal;
    return journal.version === 1 && Array.isArray(journal.changes) ? { file, journal } : { file };
  } catch {
    return { file };
  }
}

/** How old what was never finished must be to be taken away: another line may be writing it at this very time. */
const STALE_MS = 60_000;

/** Takes away what a line has left that was broken off while it wrote. */
export async function removeUnfinished(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const file of names.filter((name) => name.endsWith('.new')).map((name) => join(folder, name))) {
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > STALE_MS) await rm(file, { force: true });
  }
}

/** Takes a journal away when everything is as it was. */
export async function removeJournal(file: string): Promise<void> {
  await rm(file, { force: true });
  await rm(`${file}.new`, { force: true });
}
