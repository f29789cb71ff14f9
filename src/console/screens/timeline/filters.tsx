import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../parts/button.js';
import { Icon } from '../../parts/icon.js';
import { ENTRY_KINDS, type EntryKind } from '../../state/entry.js';
import {
  clearFilters,
  isFiltered,
  isGrouped,
  onlyFindings,
  type StatusFilter,
  search,
  shownKinds,
  shownNumber,
  shownStatus,
} from '../../state/filter.js';
import { formatAddress } from '../../state/names.js';
import { snapshot } from '../../state/snapshot.js';

const STATUSES: readonly (readonly [StatusFilter, string])[] = [
  ['all', 'Any status'],
  ['2xx', '2xx'],
  ['3xx', '3xx'],
  ['4xx', '4xx'],
  ['5xx', '5xx'],
  ['none', 'No answer'],
];

export function focusSearch(): void {
  document.getElementById('timeline-search')?.focus();
}

/** What of the timeline is shown. */
export function Filters(): JSX.Element {
  const addresses = [...(snapshot.value?.numbers ?? []), ...(snapshot.value?.phones ?? [])].map(({ address }) => address);
  return (
    <div class="filters" role="search">
      <label class="search">
        <Icon name="search" size={14} />
        <span class="unseen">Search</span>
        <input
          id="timeline-search"
          type="search"
          class="input"
          placeholder="Search kinds, paths, texts, SIDs"
          value={search}
          onInput={({ currentTarget }) => (search.value = currentTarget.value)}
          onKeyDown={({ key, currentTarget }) => key === 'Escape' && currentTarget.blur()}
        />
        <kbd>/</kbd>
      </label>
      <div class="filters-rest">
        <KindFilter />
        <select
          class="input"
          aria-label="Status of the answer"
          value={shownStatus}
          onChange={({ currentTarget }) => (shownStatus.value = currentTarget.value as StatusFilter)}
        >
          {STATUSES.map(([value, title]) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </select>
        <select
          class="input"
          aria-label="Number"
          value={shownNumber}
          onChange={({ currentTarget }) => (shownNumber.value = currentTarget.value)}
        >
          <option value="">Any number</option>
          {addresses.map((address) => (
            <option key={address} value={address}>
              {formatAddress(address)}
            </option>
          ))}
        </select>
        <Button
          icon="alert"
          label="Only what has findings"
          keys="f"
          pressed={onlyFindings.value}
          onPress={() => (onlyFindings.value = !onlyFindings.value)}
        >
          Findings
        </Button>
        <Button pressed={isGrouped.value} label="By call and conversation" onPress={() => (isGrouped.value = !isGrouped.value)}>
          Group
        </Button>
        {isFiltered.value && (
          <Button look="bare" onPress={clearFilters}>
            Clear
          </Button>
        )}
      </div>
    </div>
  );
}

/** A list to tick, which opens below its button. */
function KindFilter(): JSX.Element {
  const isOpen = useSignal(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const close = ({ target }: Event) => {
      if (target instanceof Node && box.current?.contains(target) !== true) isOpen.value = false;
    };
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !isOpen.value) return;
      event.preventDefault();
      isOpen.value = false;
    };
    const element = box.current;
    addEventListener('pointerdown', close);
    addEventListener('focusin', close);
    element?.addEventListener('keydown', closeByKey);
    return () => {
      removeEventListener('pointerdown', close);
      removeEventListener('focusin', close);
      element?.removeEventListener('keydown', closeByKey);
    };
  }, []);
  const kinds = Object.entries(ENTRY_KINDS) as [EntryKind, string][];
  return (
    <div ref={box} class="menu">
      <button
        type="button"
        class="button button-plain"
        aria-expanded={isOpen.value}
        aria-controls="kinds"
        onClick={() => (isOpen.value = !isOpen.value)}
      >
        <span>
          Kinds <span class="quiet numeric">{shownKinds.value.size}</span>
        </span>
        <Icon name="down" size={12} />
      </button>
      {isOpen.value && (
        <fieldset id="kinds" class="menu-body">
          <legend class="unseen">Kinds that are shown</legend>
          {kinds.map(([kind, title]) => (
            <label key={kind} class="check">
              <input type="checkbox" checked={shownKinds.value.has(kind)} onChange={() => toggleKind(kind)} />
              {title}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}

function toggleKind(kind: EntryKind): void {
  const kinds = new Set(shownKinds.value);
  if (!kinds.delete(kind)) kinds.add(kind);
  shownKinds.value = kinds;
}
