import { useLayoutEffect, useRef } from 'preact/hooks';
import { addShortcuts, type Shortcut } from './keys.js';

/** Keys that do something while a component is on the screen. They see what the component saw when it was last drawn. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const names = shortcuts.map(({ keys }) => keys.join()).join(' ');
  // At once with what is drawn: an effect comes a frame later, and a key that is pressed in between would be lost.
  useLayoutEffect(() => {
    const current = latest.current.map(({ keys, title, section }, index) => ({
      keys,
      title,
      section,
      run: (key: string) => latest.current[index]?.run(key),
    }));
    return addShortcuts(current);
  }, [names]);
}
