#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Terminal } from './context.js';
import { readMeanings } from './meanings.js';
import { runProgram } from './program.js';

// Both the source and the built file lie two folders below the package's own.
const manifest = await readJson<{ readonly version: string }>('../../package.json');

// `ringback kinds | head` closes the output early, which is no fault.
process.stdout.on('error', () => process.exit());
// Notes that nobody reads are none either, and no reason to end what runs.
process.stderr.on('error', () => undefined);

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => interruption.abort(signal));
}

process.exitCode = await runProgram(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  colours: process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
  isTerminal: process.stderr.isTTY === true,
  loadWorker: new URL('./load-worker.js', import.meta.url),
  version: manifest?.version ?? '0.0.0',
  signal: interruption.signal,
  onCrash: (listener) => process.once('uncaughtException', listener),
  openTerminal: process.stdin.isTTY && process.stdout.isTTY ? openTerminal : undefined,
  readPages,
  readMeanings: () => readMeanings(new URL('../payloads.schema.json', import.meta.url)),
});

function openTerminal(): Terminal {
  const lines = createInterface({ input: process.stdin });
  return { lines, close: () => lines.close() };
}

/** Loaded where it is wanted: most commands show no pages. */
async function readPages() {
  const { loadPages } = await import('./dev/load-pages.js');
  const pages = await loadPages(fileURLToPath(new URL('../console', import.meta.url)));
  return pages.has('index.html') ? pages : undefined;
}

async function readJson<Value>(path: string): Promise<Value | undefined> {
  try {
    return JSON.parse(await readFile(new URL(path, import.meta.url), 'utf8')) as Value;
  } catch {
    return undefined;
  }
}
