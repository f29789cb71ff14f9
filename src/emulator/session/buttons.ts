import type { MessageButton } from '../messages/message.js';

const PARTS = ['id', 'url', 'phone', 'list', 'description'] as const;

/** The buttons of a message that a session file has, for as far as they can be read: somebody may have written the file. */
export function readButtons(buttons: unknown): readonly MessageButton[] {
  return Array.isArray(buttons) ? buttons.flatMap(readButton) : [];
}

function readButton(button: Partial<Record<keyof MessageButton, unknown>> | null): readonly MessageButton[] {
  if (typeof button?.title !== 'string') return [];
  const parts = PARTS.flatMap((name) => (typeof button[name] === 'string' ? [[name, button[name]] as const] : []));
  return [{ title: button.title, ...Object.fromEntries(parts) }];
}
