import type { WebhookEvent } from '../../emulator/events.js';
import type { Entry, Group } from './entry.js';
import { snapshot } from './snapshot.js';
import { timeline } from './timeline.js';

/** The calls before one that were on the same number of ours and went the same way, the newest first. */
export function callsBefore(group: Group): readonly Group[] {
  const { all } = timeline.groups;
  const before = all.slice(0, Math.max(0, all.indexOf(group)));
  const { number, isIn } = sideOf(group);
  return before.filter((other) => other.kind === 'call' && sideOf(other).number === number && sideOf(other).isIn === isIn).reverse();
}

/** What an earlier webhook was when the same was asked or told the last time; nothing where there is none. */
export function counterpartOf(entry: Entry): Entry | undefined {
  const { event, group } = entry;
  if (event.type !== 'webhook') return undefined;
  if (event.replayOf !== undefined) return timeline.find(event.replayOf);
  if (group.kind !== 'call') return likeIn(group, event).findLast(({ seq }) => seq < event.seq);
  const at = likeIn(group, event).indexOf(entry);
  const earlier = callsBefore(group).map((other) => likeIn(other, event)[at]);
  return earlier.find((found) => found !== undefined);
}

/** The webhooks of a group, in order. */
export function webhooksOf(group: Group): readonly Entry[] {
  return group.entries.filter(({ event }) => event.type === 'webhook' && event.replayOf === undefined);
}

function likeIn(group: Group, { kind }: WebhookEvent): readonly Entry[] {
  return webhooksOf(group).filter(({ event }) => event.type === 'webhook' && event.kind === kind);
}

function sideOf({ from, to }: Group): { readonly number: string; readonly isIn: boolean } {
  const isIn = snapshot.value?.numbers.some(({ address }) => address === to) ?? true;
  return { number: isIn ? to : from, isIn };
}
