import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { CallState, Snapshot } from '../../../emulator/control/protocol.js';
import { useShortcuts } from '../../keyboard/use-shortcuts.js';
import { Badge } from '../../parts/badge.js';
import { Button } from '../../parts/button.js';
import { copy } from '../../parts/copy.js';
import { ExportTest } from '../../parts/export-test.js';
import { formatClock } from '../../parts/format.js';
import { Icon } from '../../parts/icon.js';
import { isOngoing, rootOf } from '../../state/calls.js';
import { now } from '../../state/clock.js';
import { toneOfCall } from '../../state/fold.js';
import { nameOf } from '../../state/names.js';
import { openPhone } from '../../state/open-phones.js';
import { callsBefore } from '../../state/previous.js';
import { timeline } from '../../state/timeline.js';
import { CallDiff } from './call-diff.js';
import { Graph } from './graph.js';
import { Lanes } from './lanes.js';
import { LiveLegs } from './live-legs.js';
import { Sound } from './sound.js';
import { Steps } from './steps.js';

interface CallViewProps {
  readonly root: CallState;
  readonly state: Snapshot;
}

/** One call with all its legs. */
export function CallView({ root, state }: CallViewProps): JSX.Element {
  timeline.version.value;
  const opened = useSignal<'test' | 'diff' | undefined>(undefined);
  const close = () => (opened.value = undefined);
  const legs = legsOf(root, state);
  const groups = [...new Set(legs.flatMap(({ sid }) => timeline.groups.ofCall(sid) ?? []))];
  const group = timeline.groups.ofCall(root.sid);
  const { from, to, status, answeredAt, endedAt, phone } = root;
  const canCompare = group !== undefined && callsBefore(group).length > 0;
  useShortcuts([
    {
      keys: ['d'],
      title: 'What is different from the call before',
      section: 'Calls',
      run: () => {
        if (canCompare) opened.value = 'diff';
      },
    },
    { keys: ['x'], title: 'Copy as test', section: 'Calls', run: () => (opened.value = 'test') },
  ]);
  return (
    <article class="call scrolls" tabIndex={0} aria-label={`Call from ${nameOf(from)} to ${nameOf(to)}`}>
      <header class="call-head">
        <div class="call-title">
          <h2>
            {nameOf(from)} <Icon name="out" size={14} /> {nameOf(to)}
          </h2>
          <p class="call-facts">
            <Badge tone={toneOfCall(status).tone}>{status}</Badge>
            {answeredAt !== undefined && <span class="numeric">{formatClock((endedAt ?? now.value) - answeredAt)}</span>}
            <button type="button" class="link mono clip" title="Copy the CallSid" onClick={() => void copy(root.sid, 'The CallSid')}>
              {root.sid}
            </button>
          </p>
        </div>
        <div class="button-row">
          {phone !== undefined && isOngoing(root) && (
            <Button icon="phone" onPress={() => openPhone(phone)}>
              Phone
            </Button>
          )}
          {canCompare && (
            <Button icon="diff" keys="d" label="With an earlier call on the same number" onPress={() => (opened.value = 'diff')}>
              Compare
            </Button>
          )}
          <Button icon="test" onPress={() => (opened.value = 'test')}>
            Copy as test
          </Button>
          <a class="button button-plain" href="/control/session" download="">
            <Icon name="download" />
            <span>Session</span>
          </a>
        </div>
      </header>
      <LiveLegs legs={legs} />
      <Graph legs={legs} />
      <Lanes legs={legs} groups={groups} />
      {legs
        .filter(({ hasAudio }) => hasAudio)
        .map((leg) => (
          <Sound key={leg.sid} leg={leg} />
        ))}
      <Steps groups={groups} start={Math.min(...legs.map(({ createdAt }) => createdAt))} legs={legs} />
      {opened.value === 'test' && group !== undefined && <ExportTest group={group} onClose={close} />}
      {opened.value === 'diff' && group !== undefined && <CallDiff group={group} onClose={close} />}
    </article>
  );
}

/** The legs of a call, and those that are or were in a conference with one of them. */
function legsOf(root: CallState, state: Snapshot): readonly CallState[] {
  const own = state.calls.filter((call) => rootOf(call, state) === root);
  const rooms = new Set(own.flatMap(conferencesOf));
  return state.calls.filter((call) => own.includes(call) || conferencesOf(call).some((sid) => rooms.has(sid)));
}

function conferencesOf({ places }: CallState): readonly string[] {
  return places.flatMap(({ sid, type }) => (type === 'conference' ? [sid] : []));
}
