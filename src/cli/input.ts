import { readFile, stat } from 'node:fs/promises';
import { completeLocalUrl } from '../delivery/loopback.js';
import { RequestError, TwimlError } from '../errors.js';
import { collectBytes } from '../request/body.js';
import type { Reply } from '../twiml/document/index.js';
import { type CommandContext, UsageError } from './context.js';
import type { FetchOptions } from './fetch-document.js';

/** What a command reads: a file, the standard input, or the answer of a server. */
export interface Input {
  /** What it was asked for by. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The whole answer, where it came from a server. */
  readonly reply?: Reply;
}

/** More than anything that is read here is long. */
const LARGEST = 32 * 1024 * 1024;

/**
 * Reads what was named: a path, `-` for the standard input, or a URL.
 *
 * @throws UsageError when there is nothing to read.
 */
export async function readInput(
  name: string,
  context: Pick<CommandContext, 'stdin' | 'env' | 'folder'>,
  options: FetchOptions = {},
): Promise<Input> {
  if (name === '-') return { name: 'standard input', bytes: await readStdin(context) };
  if (await isUrl(name)) {
    // Loaded where it is wanted: reading a file need not wait for the schemas of all webhooks.
    const { fetchDocument } = await import('./fetch-document.js');
    const reply = await fetchDocument(name, options, context);
    return { name, bytes: reply.body, reply };
  }
  return { name, bytes: await readPath(name) };
}

/** Text with its byte order mark, which is one of the things that can be wrong with it. */
export function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/**
 * Does something with the text of a source that must be a document.
 *
 * @throws TwimlError that names the source when it is none.
 */
export function convert<Result>({ name, bytes }: Input, convertText: (text: string) => Result): Result {
  try {
    return convertText(decode(bytes));
  } catch (error) {
    if (error instanceof TwimlError) throw new TwimlError(error.code, `${name}: ${error.message}`, error);
    throw error;
  }
}

/** `3000/x` is short for a URL, unless there is such a file. */
export async function isUrl(name: string): Promise<boolean> {
  if (/^https?:\/\//i.test(name)) return true;
  if (completeLocalUrl(name) === name) return false;
  return (
    !/^\d/.test(name) ||
    !(await stat(name).then(
      () => true,
      () => false,
    ))
  );
}

async function readStdin({ stdin }: Pick<CommandContext, 'stdin'>): Promise<Uint8Array> {
  try {
    return await collectBytes(stdin, LARGEST);
  } catch (error) {
    if (error instanceof RequestError) throw new UsageError(`The standard input is longer than ${LARGEST} bytes, or broke off.`);
    throw error;
  }
}

async function readPath(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new UsageError(describeFault(path, error as NodeJS.ErrnoException));
  }
}

function describeFault(path: string, { code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return `There is no file ${path}`;
  if (code === 'EISDIR') return `${path} is a folder; name the files in it`;
  if (code === 'EACCES') return `${path} may not be read`;
  return `${path} cannot be read: ${message}`;
}
