import { isMissing, type TwilioClient } from './account/twilio-client.js';
import type { Change } from './changes.js';
import { makePlace, type Place, type Urls } from './places/place.js';
import { isSameUrl } from './url-use.js';

/** What became of one URL. */
export interface PutBack {
  readonly change: Change;
  /** `foreign`: somebody else has set it since, so that it was left; `gone`: the number or whatever had it is no more. */
  readonly outcome: 'restored' | 'untouched' | 'foreign' | 'gone';
  /** What was there. */
  readonly found: string;
}

/**
 * Puts the old URLs back, of everything where the new one still stands.
 *
 * @throws LineError when Twilio cannot be asked. It can be called again: what was put back stays so.
 */
export async function putBack(client: TwilioClient, changes: readonly Change[]): Promise<readonly PutBack[]> {
  const outcomes: PutBack[] = [];
  for (const own of groupByPlace(changes)) {
    const place = makePlace(client, own[0].place);
    const urls = await readOrMiss(place);
    const judged = own.map((change) => judge(change, urls));
    const restored = judged.filter(({ outcome }) => outcome === 'restored');
    if (restored.length > 0) await place.write(Object.fromEntries(restored.map(({ change }) => [change.field, change.before])));
    outcomes.push(...judged);
  }
  return outcomes;
}

async function readOrMiss(place: Place): Promise<Urls | undefined> {
  try {
    return await place.read();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function judge(change: Change, urls: Urls | undefined): PutBack {
  const found = urls?.[change.field] ?? '';
  if (urls === undefined) return { change, found, outcome: 'gone' };
  if (isSameUrl(found, change.after)) return { change, found, outcome: 'restored' };
  return { change, found, outcome: isSameUrl(found, change.before) ? 'untouched' : 'foreign' };
}

/** The changes of each place together: they are one request. */
export function groupByPlace(changes: readonly Change[]): readonly (readonly [Change, ...Change[]])[] {
  const groups = new Map<string, [Change, ...Change[]]>();
  for (const change of changes) {
    const key = `${change.place.kind} ${change.place.sid}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [change]);
    else group.push(change);
  }
  return [...groups.values()];
}
