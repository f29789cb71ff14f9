import type { Heard } from './heard.js';
import type { Leg } from './leg.js';

/** What a person heard, in words. */
export function transcribe({ ear, createdAt }: Leg): string {
  return ear.heard.map((heard) => `${((heard.at - createdAt) / 1000).toFixed(1).padStart(6)} s  ${describeHeard(heard)}`).join('\n');
}

function describeHeard({ type, text, url, digits, seconds, cut }: Heard): string {
  const what = text === undefined ? (url ?? digits ?? '') : JSON.stringify(text);
  const lasted = seconds === undefined || seconds === 0 ? '' : ` (${seconds} s${cut === true ? ', cut off' : ''})`;
  return `${type}${what === '' ? '' : ` ${what}`}${lasted}`;
}
