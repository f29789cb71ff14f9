import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../context.js';

/** An account of Twilio's, or one that stands for it. */
export interface Account {
  readonly accountSid: string;
  readonly authToken: string;
}

/**
 * Makes the folder of a project in which all is kept, which no repository takes up.
 *
 * @returns Its path.
 */
export async function openProjectFolder(cwd: string): Promise<string> {
  const folder = join(cwd, '.ringback');
  try {
    await mkdir(join(folder, 'sessions'), { recursive: true, mode: 0o700 });
    await writeOnce(join(folder, '.gitignore'), '*\n', 0o644);
  } catch (error) {
    throw new UsageError(`${folder} cannot be written: ${(error as Error).message}`);
  }
  return folder;
}

/** The account of a project. It is made up the first time, and opens nothing but this emulator. */
export async function openAccount(folder: string): Promise<Account> {
  const file = join(folder, 'account.json');
  const made = { accountSid: `AC${randomBytes(16).toString('hex')}`, authToken: randomBytes(16).toString('hex') };
  await writeOnce(file, `${JSON.stringify(made, undefined, 2)}\n`, 0o600);
  await chmod(file, 0o600);
  const account = await readAccount(folder);
  if (account !== undefined) return account;
  throw new UsageError(`${file} does not hold an accountSid and an authToken; delete it, and it is made anew`);
}

/** Reads the account of a project, where it has one. */
export async function readAccount(folder: string): Promise<Account | undefined> {
  try {
    const { accountSid, authToken } = JSON.parse(await readFile(join(folder, 'account.json'), 'utf8')) as Partial<Account>;
    return typeof accountSid === 'string' && typeof authToken === 'string' && authToken !== '' ? { accountSid, authToken } : undefined;
  } catch {
    return undefined;
  }
}

async function writeOnce(file: string, text: string, mode: number): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx', mode });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
