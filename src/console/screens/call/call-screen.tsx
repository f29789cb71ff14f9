import type { JSX } from 'preact';
import type { CallState, Snapshot } from '../../../emulator/control/protocol.js';
import { useShortcuts } from '../../keyboard/use-shortcuts.js';
import { Badge } from '../../parts/badge.js';
import { Empty } from '../../parts/empty.js';
import { formatClock, formatShortTime } from '../../parts/format.js';
import { Icon } from '../../parts/icon.js';
import { isOngoing, rootOf } from '../../state/calls.js';
import { toneOfCall } from '../../state/fold.js';
import { nameOf } from '../../state/names.js';
import { go, hrefOf, route } from '../../state/route.js';
import { snapshot } from '../../state/snapshot.js';
import { CallView } from './call-view.js';

/** So many calls are listed. */
const MOST_CALLS = 200;

/** All calls, and one of them with its legs, steps and sound. */
export function CallScreen(): JSX.Element {
  const state = snapshot.value as Snapshot;
  const roots = state.calls.filter((call) => rootOf(call, state) === call).toReversed();
  const asked = state.calls.find(({ sid }) => sid === route.value.open);
  const open = asked === undefined ? roots[0] : rootOf(asked, state);
  const move = (step: number) => {
    const at = open === undefined ? 0 : roots.indexOf(open);
    const next = roots[Math.max(0, Math.min(roots.length - 1, at + step))];
    if (next !== undefined) go('call', next.sid);
  };
  useShortcuts([
    { keys: ['j', 'ArrowDown'], title: 'Next call', section: 'Calls', run: () => move(1) },
    { keys: ['k', 'ArrowUp'], title: 'Previous call', section: 'Calls', run: () => move(-1) },
    { keys: ['Escape'], title: 'Back to the list', section: 'Calls', run: () => go('call') },
  ]);
  if (open === undefined)
    return (
      <div class="page scrolls">
        <Empty icon="wave" title="No calls yet">
          <p>
            Call a number from one of your <a href={hrefOf('phones')}>phones</a>, or let your application call one. Its legs, verbs and
            sound are shown here.
          </p>
        </Empty>
      </div>
    );
  return (
    <div class={asked === undefined ? 'calls' : 'calls calls-open'}>
      <nav class="call-list scrolls" aria-label="Calls">
        <ul>
          {roots.slice(0, MOST_CALLS).map((call) => (
            <CallRow key={call.sid} call={call} isOpen={call === open} />
          ))}
        </ul>
      </nav>
      <CallView key={open.sid} root={open} state={state} />
    </div>
  );
}

function CallRow({ call, isOpen }: { readonly call: CallState; readonly isOpen: boolean }): JSX.Element {
  const { sid, from, to, status, answeredAt, endedAt, createdAt } = call;
  return (
    <li>
      <a class="call-row" href={hrefOf('call', sid)} aria-current={isOpen ? 'true' : undefined}>
        <span class={`row-icon tone-${isOngoing(call) ? 'good' : 'plain'}`}>
          <Icon name="phone" size={14} />
        </span>
        <span class="call-row-who clip">{nameOf(from)}</span>
        <time class="quiet numeric">{formatShortTime(createdAt)}</time>
        <span class="call-row-to clip quiet">to {nameOf(to)}</span>
        {status === 'completed' && answeredAt !== undefined && endedAt !== undefined ? (
          <span class="quiet numeric">{formatClock(endedAt - answeredAt)}</span>
        ) : (
          <Badge tone={toneOfCall(status).tone}>{status}</Badge>
        )}
      </a>
    </li>
  );
}
