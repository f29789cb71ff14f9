import type { JSX } from 'preact';
import { Icon, type IconName } from '../parts/icon.js';
import { isOngoing } from '../state/calls.js';
import { hrefOf, route, type ScreenName } from '../state/route.js';
import { snapshot } from '../state/snapshot.js';

interface Place {
  readonly screen: ScreenName;
  readonly title: string;
  readonly icon: IconName;
  readonly keys: string;
}

const PLACES: readonly Place[] = [
  { screen: 'phones', title: 'Phones', icon: 'phone', keys: 'g p' },
  { screen: 'timeline', title: 'Timeline', icon: 'timeline', keys: 'g t' },
  { screen: 'call', title: 'Calls', icon: 'wave', keys: 'g c' },
  { screen: 'findings', title: 'Findings', icon: 'alert', keys: 'g f' },
  { screen: 'setup', title: 'Set-up', icon: 'sliders', keys: 'g s' },
];

/** The way between the screens: a column, or a bar at the bottom of a narrow page. */
export function Navigation(): JSX.Element {
  const state = snapshot.value;
  const counts: Partial<Record<ScreenName, number>> = {
    call: state?.calls.filter(isOngoing).length ?? 0,
    findings: state?.findings.filter(({ severity }) => severity !== 'info').length ?? 0,
  };
  return (
    <nav class="navigation" aria-label="Screens">
      <p class="brand">
        <img src="./icon.svg" width={22} height={22} alt="" />
        <span>ringback</span>
      </p>
      <ul>
        {PLACES.map(({ screen, title, icon, keys }) => (
          <li key={screen}>
            <a
              class="place"
              href={hrefOf(screen)}
              aria-current={route.value.screen === screen ? 'page' : undefined}
              title={`${title} · ${keys}`}
            >
              <Icon name={icon} />
              <span class="place-title">{title}</span>
              <Count screen={screen} count={counts[screen] ?? 0} />
            </a>
          </li>
        ))}
      </ul>
      <Application />
    </nav>
  );
}

function Count({ screen, count }: { readonly screen: ScreenName; readonly count: number }): JSX.Element | null {
  if (count === 0) return null;
  return <span class={`place-count numeric place-count-${screen}`}>{count > 99 ? '99+' : count}</span>;
}

const STATES = { starting: 'starting', up: 'running', down: 'not reachable', ended: 'ended' } as const;

/** What webhooks go to. */
function Application(): JSX.Element | null {
  const application = snapshot.value?.application;
  if (application === undefined) return null;
  const { command, url, state } = application;
  return (
    <div class="application">
      <p class="application-state">
        <span class={`light light-${state}`} />
        Application {STATES[state]}
      </p>
      <p class="clip mono" title={command ?? url}>
        {command ?? url}
      </p>
    </div>
  );
}
