import { effect, signal } from '@preact/signals';

/** How the page looks and sounds, kept in the browser. */
export type Theme = 'system' | 'light' | 'dark';

export const theme = signal<Theme>(read('theme', ['system', 'light', 'dark'], 'system'));
/** Whether what telephones hear is spoken. It is off at each start: a browser lets a page speak only after somebody asked for it. */
export const speaks = signal(false);

effect(() => {
  if (theme.value === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme.value;
  write('theme', theme.value);
});

function read<Value extends string>(name: string, values: readonly Value[], otherwise: Value): Value {
  try {
    const kept = localStorage.getItem(`ringback.${name}`);
    return values.find((value) => value === kept) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** A browser that keeps nothing for a page is no reason to fail. */
function write(name: string, value: string): void {
  try {
    localStorage.setItem(`ringback.${name}`, value);
  } catch {
    // Nothing is kept.
  }
}
