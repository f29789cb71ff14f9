import type { JSX } from 'preact';
import type { CallState } from '../../../emulator/control/protocol.js';
import { LiveBar, LiveButton, LiveKeys } from '../../speech/live-sound.js';
import { nameOf } from '../../state/names.js';

/** The telephones of a call whose sound a media stream carries now: somebody can talk live in each. */
export function LiveLegs({ legs }: { readonly legs: readonly CallState[] }): JSX.Element | null {
  const carried = legs.filter(({ status, phone, listens }) => status === 'in-progress' && phone !== undefined && listens.sound);
  const [first] = carried;
  if (first === undefined) return null;
  return (
    <section class="live-legs" aria-label="Live sound of the call">
      <LiveKeys callSid={first.sid} />
      {carried.map((call) => (
        <div key={call.sid} class="live-leg">
          <p class="live-who">
            <LiveButton callSid={call.sid} />
            <span>Talk as {nameOf(call.phone ?? call.from)}</span>
          </p>
          <LiveBar call={call} />
        </div>
      ))}
    </section>
  );
}
