import type { JSX } from 'preact';
import { Icon } from '../../parts/icon.js';

/** How many colours there are in the style. */
const COLOURS = 6;

interface AvatarProps {
  readonly address: string;
  readonly name?: string | undefined;
  readonly isLive?: boolean;
}

/** A person, by the first letters of the name, or a telephone. */
export function Avatar({ address, name, isLive = false }: AvatarProps): JSX.Element {
  let sum = 0;
  for (const letter of address) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  const initials = name
    ?.split(/\s+/)
    .map(([first = '']) => first)
    .slice(0, 2)
    .join('')
    .toUpperCase();
  return (
    <span class={`avatar avatar-${sum % COLOURS}${isLive ? ' avatar-live' : ''}`} aria-hidden="true">
      {initials ?? <Icon name="phone" size={14} />}
    </span>
  );
}
