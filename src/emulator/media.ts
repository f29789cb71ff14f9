import { VerbFailure } from './documents/verb-failure.js';
import { carry } from './wire/carry.js';
import { WireFailure } from './wire/transport.js';
import { isWebUrl, withoutFragment } from './wire/web-url.js';
import type { World } from './world.js';

/** How long a sound is taken to last that cannot be asked for, because it is elsewhere. */
const ELSEWHERE_MS = 3000;

/** The bytes a second of the usual MP3. */
const MP3_BYTES_A_SECOND = 8000;

/**
 * Fetches a sound that is to be played. It is asked for by GET, and without any parameter of the call. What is on another machine stays
 * unfetched, unless that is allowed.
 *
 * @returns How long it lasts, in milliseconds.
 * @throws VerbFailure when it cannot be had, or is no sound.
 */
export async function fetchSound(url: string, world: World): Promise<number> {
  if (!isWebUrl(url)) throw new VerbFailure(11100, `The sound cannot be had: ${JSON.stringify(url)} is no http:// or https:// URL.`);
  if (world.settings.findApp(url) === undefined) return ELSEWHERE_MS;
  try {
    const request = { method: 'GET', url: withoutFragment(url), headers: { accept: '*/*' }, body: '' };
    const answer = await world.clock.hold(carry(request, world));
    if (answer.status !== 200) throw new VerbFailure(11200, `The sound ${url} cannot be had: the answer is ${answer.status}.`);
    if (!isSound(answer.headers)) {
      const type = answer.headers['content-type'] ?? '(none)';
      throw new VerbFailure(12300, `The sound ${url} has the content type ${type}, which is no sound.`);
    }
    return durationOf(answer.body);
  } catch (error) {
    if (error instanceof WireFailure) throw new VerbFailure(11200, `The sound ${url} cannot be had: ${error.message}.`);
    throw error;
  }
}

/** Whether what came is a sound, by its content type. */
export function isSound(headers: Readonly<Record<string, string>>): boolean {
  return /^\s*audio\//i.test(headers['content-type'] ?? '');
}

/** How long a sound lasts, in milliseconds: a WAV says so, of others it follows from their size. */
export function durationOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isWav = bytes.length >= 44 && view.getUint32(0) === 0x52494646 && view.getUint32(8) === 0x57415645;
  const bytesASecond = isWav ? view.getUint32(28, true) : MP3_BYTES_A_SECOND;
  const size = isWav ? bytes.length - 44 : bytes.length;
  return bytesASecond === 0 ? ELSEWHERE_MS : Math.round((size / bytesASecond) * 1000);
}
