import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../context.js';
import type { KeptWebhook } from './kept-webhook.js';

/** A folder that webhooks are kept in. */
export interface RecordFolder {
  /** @returns The file that it is kept in. */
  save(kept: KeptWebhook): Promise<string>;
}

/**
 * Makes a folder where there is none, and numbers the files on from those that are there.
 *
 * @throws UsageError when it cannot be written to.
 */
export async function openFolder(folder: string): Promise<RecordFolder> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new UsageError(`${folder} is no folder to write to: ${(error as Error).message}`);
  }
  const numbers = (await readdir(folder)).map((name) => Number(/^(\d{4,9})-/.exec(name)?.[1] ?? 0));
  let last = Math.max(0, ...numbers);
  return {
    async save(kept) {
      last += 1;
      const file = join(folder, `${String(last).padStart(4, '0')}-${kept.kind ?? 'unknown'}.json`);
      // For its owner alone: what passed may belong to somebody.
      await writeFile(file, `${JSON.stringify(kept, undefined, 2)}\n`, { flag: 'wx', mode: 0o600 });
      return file;
    },
  };
}
