import { decodeBase64, encodeBase64 } from '../control/base64.js';
import type { Medium } from '../messages/media.js';
import type { SessionFile } from './format.js';
import { redactBytes } from './redact.js';

/** How many bytes are kept of one file, and of all files of a session: what is larger is named, and not kept. */
const LARGEST_FILE = 1_000_000;
const LARGEST_ALL = 10_000_000;

/** The files of messages, as a session file has them: each once, with the first event that has it. */
export class SessionFiles {
  readonly #known = new Set<string>();
  #room = LARGEST_ALL;

  /** @returns `undefined` where all of them were told of already. */
  describe(media: readonly Medium[], secrets: readonly string[]): readonly SessionFile[] | undefined {
    const isNew = media.some(({ sid }) => !this.#known.has(sid));
    return isNew ? media.map((medium) => this.#describe(medium, secrets)) : undefined;
  }

  #describe({ sid, content }: Medium, secrets: readonly string[]): SessionFile {
    const file = { sid, bytes: content.length };
    if (this.#known.has(sid) || content.length > Math.min(LARGEST_FILE, this.#room)) return file;
    this.#known.add(sid);
    const kept = redactBytes(content, secrets);
    if (kept === undefined) return file;
    this.#room -= content.length;
    return { ...file, base64: encodeBase64(kept) };
  }
}

/** The files of a message that a session file has, for as far as they can be read. */
export function readFiles(types: readonly string[], files: readonly SessionFile[]): readonly Medium[] {
  return files.flatMap(({ sid, base64 }, index) => {
    const contentType = types[index];
    if (typeof contentType !== 'string' || !/^ME[0-9a-f]{32}$/.test(sid)) return [];
    return [{ sid, contentType, content: readContent(base64), url: '' }];
  });
}

function readContent(base64: string | undefined): Uint8Array {
  try {
    return decodeBase64(base64 ?? '');
  } catch {
    return new Uint8Array();
  }
}
