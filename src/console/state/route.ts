import { signal } from '@preact/signals';

/** The screens, by the part of the address that names them. */
export const SCREENS = ['phones', 'timeline', 'call', 'findings', 'setup'] as const;

export type ScreenName = (typeof SCREENS)[number];

/** What the address of the page says: a screen, and what is open there. */
export interface Route {
  readonly screen: ScreenName;
  /** The telephones, the event or the call that is open. */
  readonly open?: string;
}

export const route = signal<Route>(readRoute());

/** Goes to a screen. The browser's own way back works. */
export function go(screen: ScreenName, open?: string): void {
  location.hash = hrefOf(screen, open);
}

/** The address of a screen, for links. */
export function hrefOf(screen: ScreenName, open?: string): string {
  return open === undefined ? `#/${screen}` : `#/${screen}/${encodeURIComponent(open)}`;
}

function readRoute(): Route {
  const [, name = '', open] = location.hash.split('/');
  const screen = SCREENS.find((known) => known === name) ?? 'phones';
  return { screen, ...(open !== undefined && open !== '' && { open: decode(open) }) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

addEventListener('hashchange', () => {
  route.value = readRoute();
});
