import type { Heard } from '../calls/heard.js';
import type { Leg } from '../calls/leg.js';
import type { Scope } from '../calls/scope.js';

/** How long it takes to say something, in milliseconds. Twilio's voices differ; no test should depend on it. */
export function speakingMs({ world }: Leg, text: string): number {
  return Math.max(400, text.length * world.settings.deviations.letterMs);
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
