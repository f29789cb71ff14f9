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
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

/** Rows beyond the edges, so that quick scrolling shows no gaps. */
const SPARE = 8;

/** How near the end somebody must be to be at the end, in pixels. */
const NEAR = 4;

/** A list of rows of equal height, of which only those in view are elements of the page. */
export function VirtualList<Row>(props: VirtualListProps<Row>): JSX.Element {
  const { rows, rowHeight, label, current, follows = false, keyOf, idOf, render, onKeyDown } = props;
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
  const onScroll = ({ currentTarget }: { readonly currentTarget: HTMLDivElement }) => {
    top.value = currentTarget.scrollTop;
    atEnd.current = currentTarget.scrollTop + currentTarget.clientHeight >= currentTarget.scrollHeight - NEAR;
  };
  return (
    <div
      ref={box}
      class="virtual scrolls"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={currentRow === undefined ? undefined : idOf(currentRow)}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
    >
      <div class="virtual-all" role="presentation" style={{ height: `${rows.length * rowHeight}px` }}>
        <div class="virtual-shown" role="presentation" style={{ transform: `translateY(${first * rowHeight}px)` }}>
          {rows.slice(first, last).map((row, index) => (
            <VirtualRow key={keyOf(row)}>{render(row, first + index)}</VirtualRow>
          ))}
        </div>
      </div>
    </div>
  );
}

function VirtualRow({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <>{children}</>;
}
