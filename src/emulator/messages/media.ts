import { signContent } from '../../delivery/delivery.js';
import { carry } from '../wire/carry.js';
import { WireFailure } from '../wire/transport.js';
import type { World } from '../world.js';

/** A file that comes with a message. */
export interface MediaFile {
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** A file of a message, as Twilio keeps it. */
export interface Medium extends MediaFile {
  readonly sid: string;
  /** Where it can be had with the account's credentials. */
  readonly url: string;
}

/** How large a file may be: https://www.twilio.com/docs/messaging/guides/accepted-mime-types */
const LARGEST_PICTURE = 5_000_000;
const LARGEST_OTHER = 500_000;

/** Keeps files under the message that they belong to. */
export function keepMedia(world: World, messageSid: string, files: readonly MediaFile[]): readonly Medium[] {
  const { accountSid } = world.settings;
  return files.map((file) => {
    const sid = world.chance.sid('ME');
    return { ...file, sid, url: `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Messages/${messageSid}/Media/${sid}` };
  });
}

/** Why a message goes without its files, and so does not go at all. */
export class MediaFailure extends Error {
  override readonly name = 'MediaFailure';
  /** Twilio's number for it. */
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Fetches a file that the application wants sent. What is not the application's stays unfetched, since nothing leaves this machine: it goes
 * as an empty file.
 *
 * @throws MediaFailure when it cannot be had, has no type, or is too large.
 */
export async function fetchMedia(world: World, url: string): Promise<MediaFile> {
  if (world.settings.findApp(url) === undefined) return { contentType: 'application/octet-stream', content: new Uint8Array() };
  const where = url.replace(/[?#].*$/s, '');
  try {
    const idempotencyToken = world.chance.digits('token');
    const { headers: signed, ...request } = signContent({}, { url, method: 'GET', authToken: world.settings.authToken, idempotencyToken });
    const { status, headers, body } = await world.clock.hold(carry({ ...request, headers: { accept: '*/*', ...signed } }, world));
    if (status !== 200) throw new MediaFailure(11200, `The media ${where} cannot be had: the answer is ${status}.`);
    const contentType = headers['content-type']?.trim() ?? '';
    if (contentType === '') throw new MediaFailure(12300, `The media ${where} has no content type, so that no telephone could show it.`);
    checkSize(contentType, body.length, where);
    return { contentType, content: body };
  } catch (error) {
    if (error instanceof WireFailure) throw new MediaFailure(11200, `The media ${where} cannot be had: ${error.message}.`);
    throw error;
  }
}

function checkSize(contentType: string, bytes: number, where: string): void {
  const most = /^image\/(?:jpe?g|png|gif)\b/i.test(contentType) ? LARGEST_PICTURE : LARGEST_OTHER;
  if (bytes > most) throw new MediaFailure(11751, `The media ${where} has ${bytes} bytes; of ${contentType} ${most} are sent at most.`);
}
