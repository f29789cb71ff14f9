import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

interface VirtualListProps<Row> {
  readonly rows: readonly Row[];
  readonly rowHeight: number;
  readonly label: string;
  /** The row that the keyboard is at; it is brought into view when it changes. */
  readonly current: number;
  /** Stays at the end while rows are added there, until somebody scrolls up. */
  readonly follows?: boolean;
  readonly keyOf: (row: Row) => string | number;
  readonly idOf: (row: Row) => string;
  readonly render: (row: Row, index: number) => ComponentChildren;
  /** Goes so many rows on. */
  readonly onMove: (step: number) => void;
  readonly onChoose: (index: number) => void;
}

/** Rows beyond the edges, so that quick scrolling shows no gaps. */
const SPARE = 8;

/** How near the end somebody must be to be at the end, in pixels. */
const NEAR = 4;

/** A list of rows of equal height, of which only those in view are elements of the page. */
export function VirtualList<Row>(props: VirtualListProps<Row>): JSX.Element {
  const { rows, rowHeight, label, current, follows = false, keyOf, idOf, render, onMove, onChoose } = props;
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(follows);
  const top = useSignal(0);
  const height = useSignal(800);

  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      height.value = element.clientHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const element = box.current;
    if (element !== null && follows && atEnd.current) element.scrollTop = element.scrollHeight;
  }, [rows.length, follows]);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || current < 0) return;
    const start = current * rowHeight;
    if (start < element.scrollTop) element.scrollTop = start;
    else if (start + rowHeight > element.scrollTop + element.clientHeight) element.scrollTop = start + rowHeight - element.clientHeight;
  }, [current, rowHeight]);

  const first = Math.max(0, Math.floor(top.value / rowHeight) - SPARE);
  const last = Math.min(rows.length, Math.ceil((top.value + height.value) / rowHeight) + SPARE);
  const currentRow = rows[current];
  const isShown = current >= first && current < last;
  const onScroll = ({ currentTarget }: { readonly currentTarget: HTMLDivElement }) => {
    top.value = currentTarget.scrollTop;
    atEnd.current = currentTarget.scrollTop + currentTarget.clientHeight >= currentTarget.scrollHeight - NEAR;
  };
  const onClick = ({ target }: Event) => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
    if (row !== null) onChoose(Number(row.dataset['row']));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(height.value / rowHeight) - 1);
    const steps: Readonly<Record<string, number>> = { PageDown: page, PageUp: -page, Home: -rows.length, End: rows.length };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onMove(step);
  };
  return (
    <div
      ref={box}
      class="virtual scrolls"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={isShown && currentRow !== undefined ? idOf(currentRow) : undefined}
      onScroll={onScroll}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      <div class="virtual-all" role="presentation" style={{ height: `${rows.length * rowHeight}px` }}>
        <div class="virtual-shown" role="presentation" style={{ transform: `translateY(${first * rowHeight}px)` }}>
          {rows.slice(first, last).map((row, index) => (
            <div key={keyOf(row)} role="presentation" data-row={first + index}>
              {render(row, first + index)}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
