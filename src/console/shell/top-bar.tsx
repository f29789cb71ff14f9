import type { JSX } from 'preact';
import { isHelpOpen } from '../keyboard/keys.js';
import { Button } from '../parts/button.js';
import { formatTime } from '../parts/format.js';
import { canSpeak } from '../speech/voices.js';
import { now } from '../state/clock.js';
import { route, type ScreenName } from '../state/route.js';
import { type Connection, connection } from '../state/session.js';
import { speaks, type Theme, theme } from '../state/settings.js';
import { snapshot } from '../state/snapshot.js';
import { runUntilIdle, togglePause } from './clock-commands.js';

const TITLES: Readonly<Record<ScreenName, string>> = {
  phones: 'Phones',
  timeline: 'Timeline',
  call: 'Calls',
  findings: 'Findings',
  setup: 'Set-up',
};

const CONNECTIONS: Readonly<Record<Connection, string>> = {
  connecting: 'Connecting',
  live: 'Live',
  lost: 'Reconnecting',
  refused: 'Not signed in',
};

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

export function TopBar(): JSX.Element {
  const next = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length] ?? 'system';
  return (
    <header class="top-bar">
      <h1>{TITLES[route.value.screen]}</h1>
      <p class={`connection connection-${connection.value}`} role="status">
        <span class="light" />
        {CONNECTIONS[connection.value]}
      </p>
      <div class="top-bar-tools">
        <ClockTools />
        {canSpeak() && (
          <Button
            icon={speaks.value ? 'sound' : 'mute'}
            label={speaks.value ? 'Stop speaking what phones hear' : 'Speak what phones hear'}
            look="bare"
            pressed={speaks.value}
            onPress={() => (speaks.value = !speaks.value)}
          />
        )}
        <Button
          icon={theme.value === 'system' ? 'system' : theme.value === 'light' ? 'sun' : 'moon'}
          label={`Colours: ${theme.value}. Change to ${next}`}
          look="bare"
          onPress={() => (theme.value = next)}
        />
        <Button icon="help" label="Keyboard" keys="?" look="bare" onPress={() => (isHelpOpen.value = true)} />
      </div>
    </header>
  );
}

function ClockTools(): JSX.Element | null {
  const clock = snapshot.value?.clock;
  if (clock === undefined) return null;
  const isSteered = clock.kind === 'steered';
  return (
    <div class={clock.isPaused ? 'clock clock-paused' : 'clock'}>
      <time class="numeric" dateTime={new Date(now.value).toISOString()} title="The emulator's clock">
        {formatTime(now.value)}
      </time>
      {isSteered && (
        <Button
          icon={clock.isPaused ? 'play' : 'pause'}
          label={clock.isPaused ? 'Let time pass' : 'Stop the clock'}
          keys="."
          look="bare"
          onPress={togglePause}
        />
      )}
      {clock.kind !== 'real' && <Button icon="forward" label="Run until nothing is due" keys=">" look="bare" onPress={runUntilIdle} />}
    </div>
  );
}
