// The inputs that are kept: a folder a target, a file an input. Each is read before anything is made of it.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = new URL('corpus', import.meta.url).pathname;

export interface Kept {
  readonly file: string;
  readonly input: Uint8Array;
}

export function readCorpus(target: string): readonly Kept[] {
  const own = join(folder, target);
  const files = readdirSync(own).sort();
  if (files.length === 0) throw new Error(`The corpus of ${target} is empty`);
  return files.map((file) => ({ file: join(own, file), input: new Uint8Array(readFileSync(join(own, file))) }));
}

/** Writes down an input that failed: into the corpus where `FUZZ_KEEP` is set, so that it is tried from now on, and beside it otherwise. */
export function keepInput(target: string, input: Uint8Array): string {
  const own = process.env.FUZZ_KEEP === undefined ? join(tmpdir(), 'ringback-fuzz', target) : join(folder, target);
  mkdirSync(own, { recursive: true });
  const file = join(own, `found-${createHash('sha256').update(input).digest('hex').slice(0, 12)}`);
  writeFileSync(file, input);
  return file;
}
