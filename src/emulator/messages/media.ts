import { signContent } from '../../delivery/delivery.js';
import { carry, USUAL } from '../wire/carry.js';
import { WireFailure } from '../wire/transport.js';
import type { World } from '../world.js';
import type { Channel } from './channel.js';

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

/** How large a file of an MMS may be: https://www.twilio.com/docs/messaging/guides/accepted-mime-types */
const LARGEST_PICTURE = 5_000_000;
const LARGEST_OTHER = 500_000;

/** How large a file may be on other channels: https://www.twilio.com/docs/api/errors/11751 */
const LARGEST_OF_CHANNEL = 16_000_000;

/** What is read of a file, so that it can be said how large it is. */
const LARGEST_READ = 4 * LARGEST_OF_CHANNEL;

/** What no telephone shows: the page or the error that came in place of a file. */
const NO_MEDIA = /^(?:text\/html|text\/xml|application\/(?:json|xml|xhtml\+xml))\b/i;

/** A file could not be had: a channel says so by a number of its own, https://www.twilio.com/docs/api/errors/63019 */
const NOT_FETCHED = { sms: 11200, whatsapp: 63019, rcs: 63019, messenger: 63019 } as const satisfies Readonly<Record<Channel, number>>;

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
 * @throws MediaFailure when it cannot be had, has no type that could be shown, or is too large.
 */
export async function fetchMedia(world: World, url: string, channel: Channel): Promise<MediaFile> {
  if (world.settings.findApp(url) === undefined) return { contentType: 'application/octet-stream', content: new Uint8Array() };
  const where = url.replace(/[?#].*$/s, '');
  try {
    const idempotencyToken = world.chance.digits('token');
    const { headers: signed, ...request } = signContent({}, { url, method: 'GET', authToken: world.settings.authToken, idempotencyToken });
    const asked = { ...request, headers: { accept: '*/*', ...signed } };
    const { status, headers, body } = await world.clock.hold(carry(asked, world, { ...USUAL, largest: LARGEST_READ }));
    if (status !== 200) throw new MediaFailure(NOT_FETCHED[channel], `The media ${where} cannot be had: the answer is ${status}.`);
    const contentType = headers['content-type']?.trim() ?? '';
    if (contentType === '') throw new MediaFailure(12300, `The media ${where} has no content type, so that no telephone could show it.`);
    if (NO_MEDIA.test(contentType)) throw new MediaFailure(12300, `The media ${where} is ${contentType}, which no telephone could show.`);
    checkSize(contentType, body.length, where, channel);
    return { contentType, content: body };
  } catch (error) {
    if (error instanceof WireFailure) throw new MediaFailure(NOT_FETCHED[channel], `The media ${where} cannot be had: ${error.message}.`);
    throw error;
  }
}

function checkSize(contentType: string, bytes: number, where: string, channel: Channel): void {
  const ofMms = /^image\/(?:jpe?g|png|gif)\b/i.test(contentType) ? LARGEST_PICTURE : LARGEST_OTHER;
  const most = channel === 'sms' ? ofMms : LARGEST_OF_CHANNEL;
  if (bytes > most) throw new MediaFailure(11751, `The media ${where} has ${bytes} bytes; of ${contentType} ${most} are sent at most.`);
}
