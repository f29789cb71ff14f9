import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useShortcuts } from '../../keyboard/use-shortcuts.js';
import { Button } from '../../parts/button.js';
import { Empty } from '../../parts/empty.js';
import { VirtualList } from '../../parts/virtual-list.js';
import { clearFilters, isFiltered, isGrouped, onlyFindings, type Row, rows, toggleGroup } from '../../state/filter.js';
import { go, route } from '../../state/route.js';
import { timeline } from '../../state/timeline.js';
import { FirstSteps } from '../setup/first-steps.js';
import { Detail } from './detail.js';
import { Filters, focusSearch } from './filters.js';
import { EntryRow, GroupRow, idOf, ROW_HEIGHT } from './rows.js';

/** The row that the keyboard is at. */
const current = signal<string | undefined>(undefined);

/** All that happened on one axis, and one thing of it. */
export function TimelineScreen(): JSX.Element {
  timeline.version.value;
  const shown = rows.value;
  const seq = Number(route.value.open);
  const open = timeline.find(seq);
  const chosen = current.value ?? (open === undefined ? undefined : `entry-${open.seq}`);
  const index = shown.findIndex((row) => idOf(row) === chosen);
  const move = (step: number) => {
    const row = shown[Math.max(0, Math.min(shown.length - 1, index + step))];
    if (row === undefined) return;
    current.value = idOf(row);
    // Beside a wide list, what is open goes along.
    if (open !== undefined && row.type === 'entry') go('timeline', String(row.entry.seq));
  };
  const choose = (row: Row) => {
    current.value = idOf(row);
    if (row.type === 'group') toggleGroup(row.group);
    else go('timeline', String(row.entry.seq));
  };
  useShortcuts([
    { keys: ['j', 'ArrowDown'], title: 'Next', section: 'Timeline', run: () => move(1) },
    { keys: ['k', 'ArrowUp'], title: 'Previous', section: 'Timeline', run: () => move(-1) },
    { keys: ['Enter'], title: 'Open', section: 'Timeline', run: () => shown[index] !== undefined && choose(shown[index]) },
    { keys: ['Escape'], title: 'Close', section: 'Timeline', run: () => go('timeline') },
    { keys: ['/'], title: 'Search', section: 'Timeline', run: focusSearch },
    { keys: ['f'], title: 'Only what has findings', section: 'Timeline', run: () => (onlyFindings.value = !onlyFindings.value) },
  ]);
  if (timeline.entries.length === 0)
    return (
      <div class="timeline-empty scrolls">
        <FirstSteps />
      </div>
    );
  return (
    <div class={open === undefined ? 'timeline' : 'timeline timeline-open'}>
      <section class="timeline-list" aria-label="What happened">
        <Filters />
        {shown.length === 0 ? (
          <Empty icon="search" title="Nothing is like that">
            <Button onPress={clearFilters}>Clear the filters</Button>
          </Empty>
        ) : (
          <VirtualList
            rows={shown}
            rowHeight={ROW_HEIGHT}
            label="Timeline"
            current={index}
            follows={!isGrouped.value && !isFiltered.value}
            keyOf={idOf}
            idOf={idOf}
            onMove={move}
            onChoose={(at) => shown[at] !== undefined && choose(shown[at])}
            render={(row) =>
              row.type === 'group' ? (
                <GroupRow group={row.group} shown={row.shown} isCurrent={idOf(row) === chosen} />
              ) : (
                <EntryRow entry={row.entry} isCurrent={idOf(row) === chosen} isOpen={row.entry === open} />
              )
            }
          />
        )}
      </section>
      {open !== undefined && <Detail key={open.seq} entry={open} onOpen={(next) => (current.value = `entry-${next}`)} />}
    </div>
  );
}
