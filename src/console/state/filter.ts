import { computed, signal } from '@preact/signals';
import { ENTRY_KINDS, type Entry, type EntryKind, type Group } from './entry.js';
import { timeline } from './timeline.js';

/** Which answers are shown. */
export type StatusFilter = 'all' | '2xx' | '3xx' | '4xx' | '5xx' | 'none';

/** Verbs are what a document is made of; the document of a webhook shows them too, so that they are not shown at first. */
const AT_FIRST = (Object.keys(ENTRY_KINDS) as EntryKind[]).filter((kind) => kind !== 'verb');

export const shownKinds = signal<ReadonlySet<EntryKind>>(new Set(AT_FIRST));
export const shownStatus = signal<StatusFilter>('all');
export const shownNumber = signal('');
export const onlyFindings = signal(false);
export const search = signal('');
export const isGrouped = signal(true);
/** Groups that are folded. */
export const foldedGroups = signal<ReadonlySet<string>>(new Set());

/** Whether something is left out that would be there at first. */
export const isFiltered = computed(
  () =>
    search.value !== '' ||
    onlyFindings.value ||
    shownNumber.value !== '' ||
    shownStatus.value !== 'all' ||
    AT_FIRST.some((kind) => !shownKinds.value.has(kind)),
);

export function clearFilters(): void {
  shownKinds.value = new Set(AT_FIRST);
  shownStatus.value = 'all';
  shownNumber.value = '';
  onlyFindings.value = false;
  search.value = '';
}

/** A line of the list: the head of a group, or something that happened. */
export type Row =
  | { readonly type: 'group'; readonly group: Group; readonly shown: number }
  | { readonly type: 'entry'; readonly entry: Entry };

/** What the timeline shows. */
export const rows = computed<readonly Row[]>(() => {
  timeline.version.value;
  const isShown = makeTest();
  if (!isGrouped.value) return timeline.entries.filter(isShown).map((entry) => ({ type: 'entry', entry }));
  const found: Row[] = [];
  for (const group of timeline.groups.all) {
    const entries = group.entries.filter(isShown);
    if (entries.length === 0) continue;
    found.push({ type: 'group', group, shown: entries.length });
    if (!foldedGroups.value.has(group.key)) for (const entry of entries) found.push({ type: 'entry', entry });
  }
  return found;
});

function makeTest(): (entry: Entry) => boolean {
  const kinds = shownKinds.value;
  const status = shownStatus.value;
  const number = shownNumber.value;
  const findings = onlyFindings.value;
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  return (entry) =>
    kinds.has(entry.kind) &&
    (!findings || entry.findings.length > 0 || entry.kind === 'finding') &&
    (status === 'all' || hasStatus(entry, status)) &&
    (number === '' || entry.group.from === number || entry.group.to === number) &&
    words.every((word) => textOf(entry).includes(word));
}

function hasStatus({ status, kind }: Entry, wanted: StatusFilter): boolean {
  if (kind !== 'webhook' && kind !== 'callback' && kind !== 'rest') return false;
  const isNumber = status !== undefined && /^\d{3}$/.test(status);
  return wanted === 'none' ? !isNumber : isNumber && status.startsWith(wanted.charAt(0));
}

const texts = new WeakMap<Entry, { readonly of: string; readonly text: string }>();

/** What a search looks through. It is made once for a line, and again when the line has changed. */
function textOf(entry: Entry): string {
  const { title, detail, status, group, event } = entry;
  const of = `${detail} ${status}`;
  const known = texts.get(entry);
  if (known?.of === of) return known.text;
  const sid = 'callSid' in event ? event.callSid : 'messageSid' in event ? event.messageSid : undefined;
  const text = `${title} ${detail} ${status ?? ''} ${group.from} ${group.to} ${sid ?? ''}`.toLowerCase();
  texts.set(entry, { of, text });
  return text;
}

/** Folds a group, or opens it. */
export function toggleGroup({ key }: Group): void {
  const folded = new Set(foldedGroups.value);
  if (!folded.delete(key)) folded.add(key);
  foldedGroups.value = folded;
}
