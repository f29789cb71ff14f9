import type { TwilioClient } from './account/twilio-client.js';
import type { Change } from './changes.js';
import { makePlace } from './places/place.js';
import { groupByPlace } from './put-back.js';
import { isSameUrl } from './url-use.js';

/** How URLs are watched. */
export interface WatchOptions {
  /** @default 15000 */
  readonly everyMs?: number | undefined;
  /** Hears of a URL that somebody else has set, once. */
  readonly onTaken: (change: Change, found: string) => void;
}

/** Looks from time to time whether the URLs are still those of the line: another developer may have taken the number over. */
export function watchChanges(
  client: TwilioClient,
  changes: readonly Change[],
  { everyMs = 15_000, onTaken }: WatchOptions,
): { stop(): Promise<void> } {
  const told = new Set<Change>();
  const look = async () => {
    for (const group of groupByPlace(changes)) {
      const urls = await makePlace(client, group[0].place).read();
      for (const change of group) {
        const found = urls[change.field] ?? '';
        if (told.has(change) || isSameUrl(found, change.after)) continue;
        told.add(change);
        onTaken(change, found);
      }
    }
  };
  let looking: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    // What cannot be seen now is looked at next time.
    looking = looking.then(look).catch(() => undefined);
  }, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}
