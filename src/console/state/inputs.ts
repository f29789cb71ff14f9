import type { InputEvent } from '../../emulator/events.js';
import { timeline } from './timeline.js';

/** What was pressed and said on one leg of a call. */
export function inputsOf(callSid: string): readonly InputEvent[] {
  // Reading it lets whoever shows this see what comes.
  timeline.version.value;
  const entries = timeline.groups.ofCall(callSid)?.entries ?? [];
  return entries.map(({ event }) => event).filter((event) => event.type === 'input' && event.callSid === callSid) as readonly InputEvent[];
}
