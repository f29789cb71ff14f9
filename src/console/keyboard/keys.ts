import { signal } from '@preact/signals';

/** What a key does, as the help lists it. */
export interface Shortcut {
  /** As `event.key` names it; two after one another for those that begin with `g`; `alt+1` with Alt. */
  readonly keys: readonly string[];
  readonly title: string;
  readonly section: string;
  readonly run: (key: string) => void;
}

/** The keys of what is on the screen, the innermost last: it is asked first. */
const layers: (readonly Shortcut[])[] = [];

export const isHelpOpen = signal(false);

/** How long `g` waits for what follows it. */
const SEQUENCE_MS = 1200;

let begun: { readonly key: string; readonly at: number } | undefined;

/** Lets keys do something. @returns What ends that. */
export function addShortcuts(shortcuts: readonly Shortcut[]): () => void {
  layers.push(shortcuts);
  return () => void layers.splice(layers.lastIndexOf(shortcuts), 1);
}

/** All keys that do something at the moment. */
export function listShortcuts(): readonly Shortcut[] {
  return layers.flat();
}

/** Listens to the keyboard of the whole page. */
export function listenToKeys(): void {
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.isComposing) return;
    if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
    const name = event.altKey ? `alt+${event.code.replace(/^Digit/, '')}` : event.key;
    const sequence = begun !== undefined && event.timeStamp - begun.at < SEQUENCE_MS ? `${begun.key} ${name}` : undefined;
    begun = undefined;
    const found = (sequence !== undefined && find(sequence)) || find(name);
    if (found) {
      event.preventDefault();
      found.run(event.key);
    } else if (name === 'g') begun = { key: name, at: event.timeStamp };
  });
}

function find(name: string): Shortcut | undefined {
  for (const layer of layers.toReversed()) {
    const found = layer.find(({ keys }) => keys.includes(name));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether keys are letters of a text now. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName) || isTextInput(target);
}

function isTextInput(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'range', 'button'].includes(target.type);
}
