import type { ComponentChildren, JSX } from 'preact';
import { Icon, type IconName } from './icon.js';

interface ButtonProps {
  readonly onPress: () => void;
  readonly icon?: IconName | undefined;
  /** What the button does, where no words stand on it; else words for those who hover. */
  readonly label?: string | undefined;
  /** The key that does the same. */
  readonly keys?: string | undefined;
  readonly look?: 'plain' | 'main' | 'good' | 'bad' | 'bare' | undefined;
  readonly disabled?: boolean | undefined;
  readonly pressed?: boolean | undefined;
  readonly children?: ComponentChildren;
}

export function Button({ onPress, icon, label, keys, look = 'plain', disabled, pressed, children }: ButtonProps): JSX.Element {
  const hint = [label, keys].filter((part) => part !== undefined).join(' · ');
  return (
    <button
      type="button"
      class={`button button-${look}${children === undefined ? ' button-icon' : ''}`}
      onClick={onPress}
      disabled={disabled}
      aria-label={children === undefined ? label : undefined}
      aria-keyshortcuts={keys}
      aria-pressed={pressed}
      title={hint === '' ? undefined : hint}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children !== undefined && <span>{children}</span>}
    </button>
  );
}
