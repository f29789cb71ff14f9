import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { CallState } from '../../emulator/control/protocol.js';
import { useShortcuts } from '../keyboard/use-shortcuts.js';
import { Badge } from '../parts/badge.js';
import { Button } from '../parts/button.js';
import { heardLevel, type Live, live, spokenLevel, startLive, stopLive, toggleMute } from './live.js';

/** Begins to talk live in a call, and ends it. It is never on by itself. */
export function LiveButton({ callSid }: { readonly callSid: string }): JSX.Element {
  const isOn = live.value?.callSid === callSid;
  return (
    <Button
      icon="live"
      label={isOn ? 'Stop talking live' : 'Talk live, and hear the application'}
      keys="l"
      look={isOn ? 'bad' : 'bare'}
      pressed={isOn}
      onPress={() => (isOn ? stopLive() : void startLive(callSid))}
    />
  );
}

/** Keys for the call that has the focus. */
export function LiveKeys({ callSid }: { readonly callSid: string }): null {
  const toggle = () => (live.value?.callSid === callSid ? stopLive() : void startLive(callSid));
  useShortcuts([
    { keys: ['l'], title: 'Talk live, or stop', section: 'Call', run: toggle },
    { keys: ['u'], title: 'Mute the microphone, or not', section: 'Call', run: toggleMute },
  ]);
  return null;
}

/** What goes into a call and comes out of it at the moment, while somebody talks live in it. */
export function LiveBar({ call }: { readonly call: CallState }): JSX.Element | null {
  const state = live.value;
  if (state?.callSid !== call.sid) return null;
  return (
    <div class="live" role="group" aria-label="Live sound">
      <Badge tone={state.isOpen && !state.isMuted ? 'bad' : 'plain'}>{wordFor(state)}</Badge>
      <div class="live-levels">
        <Level label="You" level={spokenLevel} />
        <Level label="Application" level={heardLevel} />
      </div>
      <Button
        icon={state.isMuted ? 'micOff' : 'mic'}
        keys="u"
        pressed={state.isMuted}
        disabled={!state.isOpen}
        label={state.isMuted ? 'The microphone is muted' : 'Mute the microphone'}
        onPress={toggleMute}
      >
        Mute
      </Button>
      <p class="live-note quiet" role="status">
        {explain(state, call)}
      </p>
    </div>
  );
}

function wordFor({ isOpen, isMuted }: Live): string {
  if (!isOpen) return 'asks for the microphone';
  return isMuted ? 'muted' : 'live';
}

function explain({ isOpen, late }: Live, { listens }: CallState): string {
  if (!isOpen) return 'Your browser asks whether this page may use the microphone.';
  if (!listens.sound) return 'No media stream listens now: nobody hears you until your application opens one.';
  return late === 0 ? '' : `${(late / 50).toFixed(1)} s were left out: the machine is too busy to keep up.`;
}

function Level({ label, level }: { readonly label: string; readonly level: Signal<number> }): JSX.Element {
  // Loudness is heard by its logarithm: a quiet voice would hardly be seen otherwise.
  const percent = Math.round(100 * Math.max(0, 1 + Math.log10(Math.max(0.01, level.value)) / 2));
  return (
    <div class="live-level">
      <span class="quiet">{label}</span>
      <div class="live-track" role="meter" aria-label={`Sound of ${label}`} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent}>
        <div class="live-reach" style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}
