import { signal } from '@preact/signals';
import type { EmulatorEvent } from '../../emulator/events.js';
import { nameOf } from './names.js';

/** What a screen reader reads out next. */
export const announcement = signal('');

/** Tells those who do not see the page of what comes in: texts, ringing telephones, findings. */
export function announce(event: EmulatorEvent): void {
  const text = describe(event);
  if (text !== undefined) announcement.value = text;
}

function describe(event: EmulatorEvent): string | undefined {
  if (event.type === 'message' && event.direction !== 'inbound' && event.status === 'delivered')
    return `${nameOf(event.to)} has a text from ${event.from}: ${event.body}`;
  if (event.type === 'call' && event.status === 'ringing' && event.direction !== 'inbound')
    return `${nameOf(event.to)} rings: ${event.from}`;
  if (event.type === 'finding' && event.finding.severity === 'error') return `Error: ${event.finding.message}`;
  return undefined;
}
