import { signal } from '@preact/signals';

/** Something to tell whoever is at the console, for some seconds. */
export interface Notice {
  readonly id: number;
  readonly tone: 'good' | 'bad' | 'note';
  readonly text: string;
}

const SHOWN_MS = 5000;

/** A refusal is longer, and has to be understood. */
const REFUSAL_MS = 12_000;

let last = 0;

export const notices = signal<readonly Notice[]>([]);

export function say(tone: Notice['tone'], text: string): void {
  last += 1;
  const id = last;
  notices.value = [...notices.value.filter((notice) => notice.text !== text), { id, tone, text }].slice(-3);
  setTimeout(() => dismiss(id), tone === 'bad' ? REFUSAL_MS : SHOWN_MS);
}

export function dismiss(id: number): void {
  notices.value = notices.value.filter((notice) => notice.id !== id);
}
