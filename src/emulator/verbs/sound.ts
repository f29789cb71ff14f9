import type { Heard } from '../calls/heard.js';
import type { Leg } from '../calls/leg.js';
import type { Scope } from '../calls/scope.js';

/** How fast is spoken: about 150 words a minute. Twilio's voices differ; no test should depend on it. */
export const MS_A_LETTER = 65;

/** How long it takes to say something, in milliseconds. */
export function speakingMs(text: string): number {
  return Math.max(400, text.length * MS_A_LETTER);
}

/** Lets a person hear something for some time. It is cut off when the scope ends. @throws Interruption then. */
export async function sound(leg: Leg, scope: Scope, heard: Omit<Heard, 'at' | 'seconds' | 'cut'>, ms: number): Promise<void> {
  const lasting = leg.ear.begin(heard, { ms });
  try {
    await scope.sleep(ms);
    lasting.end();
  } catch (error) {
    lasting.end(true);
    throw error;
  }
}
