import { LineError } from './line-error.js';
import type { FoundPlace } from './places/find-place.js';
import { KINDS, type PlaceId, type Purpose, type Urls } from './places/place.js';
import { judgeUrl } from './url-use.js';

/** One URL that is set, and what was there. */
export interface Change {
  readonly place: PlaceId;
  /** The name of the field in Twilio's client. */
  readonly field: string;
  readonly purpose: Purpose;
  /** Empty where there was none. */
  readonly before: string;
  readonly after: string;
}

/** Where the line leads. */
export interface Lead {
  /** Scheme and host, with credentials where the URLs are to have them. */
  readonly origin: string;
  /** The paths that were asked for. */
  readonly paths: { readonly [Key in Purpose]?: string | undefined };
}

/** Paths of what has no URL yet. Nobody is told of a status who was not before: applications need not have a path for it. */
const USUAL_PATHS: { readonly [Key in Purpose]?: string } = { voice: '/voice', messages: '/sms' };

/** Plans what is to be set of a place: the URLs that it has, at another origin. What Twilio ignores there is left out. */
export function planChanges({ place, ignored }: FoundPlace, urls: Urls, { origin, paths }: Lead): readonly Change[] {
  const { kind, sid, name } = place;
  return Object.entries(place.fields).flatMap(([field, purpose]) => {
    const before = urls[field] ?? '';
    const path = ignored[purpose] === undefined ? choosePath(before, purpose, paths[purpose]) : undefined;
    return path === undefined ? [] : [{ place: { kind, sid, name }, field, purpose, before, after: `${origin}${path}` }];
  });
}

/** @throws LineError when there is nothing to set, since Twilio goes by something else that was not named. */
export function checkPlan(found: readonly FoundPlace[], changes: readonly Change[]): void {
  const idle = found.find(({ place }) => changes.every((change) => change.place.sid !== place.sid));
  if (idle === undefined || changes.length > 0) return;
  const { place, ignored } = idle;
  const others = [...new Set(Object.values(ignored))].join(' and ') || 'nothing that has a URL';
  throw new LineError('LINE_PLACE', `The ${KINDS[place.kind].title} ${place.name} is answered by ${others}: name that in its place.`);
}

/** The path that was asked for, else that of the URL that is there, with its query and its connection overrides. */
function choosePath(before: string, purpose: Purpose, asked: string | undefined): string | undefined {
  if (asked !== undefined) return asked.startsWith('/') ? asked : `/${asked}`;
  const use = judgeUrl(before);
  if (use === 'none' || use === 'demo') return USUAL_PATHS[purpose];
  const [, rest = ''] = /^[a-z]+:\/\/[^/?#]*(.*)$/is.exec(before) ?? [];
  return rest.startsWith('/') ? rest : `/${rest}`;
}
