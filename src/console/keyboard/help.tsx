import type { JSX } from 'preact';
import { Dialog } from '../parts/dialog.js';
import { isHelpOpen, listShortcuts, type Shortcut } from './keys.js';

/** The keys that do something, by what they belong to. */
export function Help(): JSX.Element | null {
  if (!isHelpOpen.value) return null;
  const all = listShortcuts();
  const sections = [...new Set(all.map(({ section }) => section))];
  return (
    <Dialog title="Keyboard" wide onClose={() => (isHelpOpen.value = false)}>
      <div class="help">
        {sections.map((section) => (
          <section key={section}>
            <h3>{section}</h3>
            <dl>
              {all
                .filter((shortcut) => shortcut.section === section)
                .map((shortcut) => (
                  <Row key={shortcut.keys.join()} shortcut={shortcut} />
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Row({ shortcut: { keys, title } }: { readonly shortcut: Shortcut }): JSX.Element {
  return (
    <div class="help-row">
      <dt>{title}</dt>
      <dd>
        {shorten(keys).map((key) => (
          <kbd key={key}>{NAMES[key] ?? key.replace('alt+', 'Alt ')}</kbd>
        ))}
      </dd>
    </div>
  );
}

const NAMES: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc', ' ': 'Space' };

/** Long rows of keys as their first and last. */
function shorten(keys: readonly string[]): readonly string[] {
  return keys.length <= 3 ? keys : [`${keys[0]} … ${keys.at(-1)}`.replaceAll('alt+', 'Alt ')];
}
