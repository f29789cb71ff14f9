import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CallState, MessageState } from '../../../emulator/control/protocol.js';
import { Empty } from '../../parts/empty.js';
import { formatClock, formatDay, formatShortTime } from '../../parts/format.js';
import { Icon } from '../../parts/icon.js';
import { isOngoing, otherSideOf } from '../../state/calls.js';
import { formatAddress, telephoneOf } from '../../state/names.js';
import { hrefOf } from '../../state/route.js';
import { snapshot } from '../../state/snapshot.js';
import { Bubble } from './bubble.js';

type Item = { readonly at: number; readonly message: MessageState } | { readonly at: number; readonly call: CallState };

/** So many are elements of the page; older ones are in the timeline. */
const MOST_ITEMS = 200;

/** After so long a pause the time is told. */
const PAUSE_MS = 15 * 60_000;

/** How near the end is at the end, in pixels. */
const NEAR = 40;

/** What was written and spoken at a telephone, in its order. */
export function Thread({ address, calls }: { readonly address: string; readonly calls: readonly CallState[] }): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const messages = (snapshot.value?.messages ?? []).filter(({ phone }) => telephoneOf(phone) === address);
  const items: readonly Item[] = [
    ...messages.map((message) => ({ at: message.createdAt, message })),
    ...calls.filter((call) => !isOngoing(call)).map((call) => ({ at: call.createdAt, call })),
  ].sort((one, other) => one.at - other.at);
  const shown = items.slice(-MOST_ITEMS);
  useLayoutEffect(() => {
    if (box.current !== null && atEnd.current) box.current.scrollTop = box.current.scrollHeight;
  });
  const onScroll = ({ currentTarget: { scrollTop, clientHeight, scrollHeight } }: { readonly currentTarget: HTMLDivElement }) => {
    atEnd.current = scrollTop + clientHeight >= scrollHeight - NEAR;
  };
  return (
    <div ref={box} class="thread scrolls" role="log" aria-label="Texts and calls" tabIndex={0} onScroll={onScroll}>
      {shown.length === 0 && (
        <Empty icon="message" title="Nothing yet">
          <p>Write a text below, or call. Your application answers as it would with Twilio.</p>
        </Empty>
      )}
      {items.length > shown.length && <p class="thread-note">Earlier texts are in the timeline.</p>}
      {shown.map((item, index) => {
        const before = shown[index - 1];
        const pause = before === undefined || item.at - before.at > PAUSE_MS;
        return (
          <div key={'message' in item ? item.message.sid : item.call.sid} class="thread-item">
            {pause && <time class="thread-note">{formatDay(item.at)}</time>}
            {'message' in item ? (
              <Bubble message={item.message} isContinued={!pause && isSameSide(before, item.message)} />
            ) : (
              <PastCall call={item.call} />
            )}
          </div>
        );
      })}
    </div>
  );
}

function isSameSide(before: Item | undefined, { direction, number }: MessageState): boolean {
  if (before === undefined || !('message' in before)) return false;
  return (before.message.direction === 'inbound') === (direction === 'inbound') && before.message.number === number;
}

function PastCall({ call }: { readonly call: CallState }): JSX.Element {
  const { answeredAt, endedAt, createdAt, direction, status, sid } = call;
  const lasted = answeredAt === undefined || endedAt === undefined ? status : formatClock(endedAt - answeredAt);
  return (
    <a class={answeredAt === undefined ? 'past-call past-call-missed' : 'past-call'} href={hrefOf('call', sid)}>
      <Icon name={direction === 'inbound' ? 'out' : 'in'} size={14} />
      <span class="clip">
        {direction === 'inbound' ? 'Called' : 'Call from'} {formatAddress(otherSideOf(call))}
      </span>
      <span class="numeric">{lasted}</span>
      <time class="quiet numeric">{formatShortTime(createdAt)}</time>
    </a>
  );
}
