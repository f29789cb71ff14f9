import { speakingMs } from '../verbs/sound.js';
import type { Leg } from './leg.js';
import type { PersonOptions } from './person.js';

const GREETING = 'Please leave a message after the tone.';

/** How long a machine records before it hangs up. */
const RECORDING_MS = 120_000;

/** What machine detection found out, and how long it took in milliseconds. */
export interface Verdict {
  readonly answeredBy: string;
  readonly ms: number;
}

/** How detection works: it stops at the first words, or waits for the end of the greeting. */
export type DetectionMode = 'Enable' | 'DetectMessageEnd';

/** How long it takes to know a person. */
const PERSON_MS = 4000;

/** How long it takes to know a machine by its first words. */
const MACHINE_MS = 5000;

/** A machine has answered: it greets, beeps, and records until the caller hangs up. */
export async function answerByMachine(leg: Leg, { greeting = GREETING }: PersonOptions): Promise<void> {
  const ms = speakingMs(leg, greeting);
  const finish = leg.line.speak({ text: greeting, confidence: 0.9, ms, partials: [] });
  await leg.scope.sleep(ms);
  finish();
  await leg.scope.sleep(RECORDING_MS, 'limit');
  leg.hangUp();
}

/** What machine detection says of whoever answered. https://www.twilio.com/docs/voice/answering-machine-detection */
export function detect(leg: Leg, mode: DetectionMode, timeoutMs: number): Verdict {
  const { is = 'person', detectedAs, greeting = GREETING } = leg.phone?.person ?? {};
  const isMachine = is === 'machine';
  const answeredBy = detectedAs ?? (isMachine ? (mode === 'Enable' ? 'machine_start' : 'machine_end_beep') : 'human');
  const ms = isMachine ? (mode === 'Enable' ? MACHINE_MS : speakingMs(leg, greeting) + 1000) : PERSON_MS;
  return answeredBy === 'unknown' || ms > timeoutMs ? { answeredBy: detectedAs ?? 'unknown', ms: timeoutMs } : { answeredBy, ms };
}
