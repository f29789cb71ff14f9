import type { JSX } from 'preact';
import { Help } from '../keyboard/help.js';
import { isHelpOpen } from '../keyboard/keys.js';
import { useShortcuts } from '../keyboard/use-shortcuts.js';
import { CallScreen } from '../screens/call/call-screen.js';
import { FindingsScreen } from '../screens/findings/findings-screen.js';
import { PhonesScreen } from '../screens/phones/phones-screen.js';
import { SetUpScreen } from '../screens/setup/setup-screen.js';
import { TimelineScreen } from '../screens/timeline/timeline-screen.js';
import { announcement } from '../state/announcements.js';
import { go, route, type ScreenName } from '../state/route.js';
import { connection } from '../state/session.js';
import { snapshot } from '../state/snapshot.js';
import { runUntilIdle, togglePause } from './clock-commands.js';
import { Navigation } from './navigation.js';
import { Notices } from './notices.js';
import { Refused } from './refused.js';
import { TopBar } from './top-bar.js';

const SCREENS: Readonly<Record<ScreenName, () => JSX.Element>> = {
  phones: PhonesScreen,
  timeline: TimelineScreen,
  call: CallScreen,
  findings: FindingsScreen,
  setup: SetUpScreen,
};

/** The page: the way between the screens, one screen, and what comes over all of them. */
export function Shell(): JSX.Element {
  useShortcuts([
    { keys: ['g p'], title: 'Phones', section: 'Go to', run: () => go('phones') },
    { keys: ['g t'], title: 'Timeline', section: 'Go to', run: () => go('timeline') },
    { keys: ['g c'], title: 'Call', section: 'Go to', run: () => go('call') },
    { keys: ['g f'], title: 'Findings', section: 'Go to', run: () => go('findings') },
    { keys: ['g s'], title: 'Set-up', section: 'Go to', run: () => go('setup') },
    { keys: ['.'], title: 'Pause or go on', section: 'Clock', run: togglePause },
    { keys: ['>'], title: 'Run until nothing is due', section: 'Clock', run: runUntilIdle },
    { keys: ['?'], title: 'This help', section: 'Go to', run: () => (isHelpOpen.value = true) },
  ]);
  const Screen = SCREENS[route.value.screen];
  if (connection.value === 'refused') return <Refused />;
  return (
    <div class="shell">
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <Navigation />
      <TopBar />
      <main id="main" class="main" tabIndex={-1} aria-busy={snapshot.value === undefined}>
        {snapshot.value === undefined ? <p class="loading quiet">Connecting to ringback…</p> : <Screen />}
      </main>
      <Notices />
      <Help />
      <p class="unseen" role="status" aria-live="polite">
        {announcement.value}
      </p>
    </div>
  );
}
