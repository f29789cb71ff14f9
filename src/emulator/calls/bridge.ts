import type { Sound } from './ear.js';
import type { Leg } from './leg.js';
import type { Listener } from './line.js';

/** Lets the people on two legs hear one another. @returns What parts them. */
export function bridge(one: Leg, other: Leg): () => void {
  const stops = [one.line.listen(carry(other)), other.line.listen(carry(one))];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Takes what one person says and presses to the ears of others. */
export function carry(...legs: readonly Leg[]): Required<Listener> {
  let words: readonly Sound[] = [];
  return {
    key: (digits) => {
      for (const { ear } of legs) ear.note({ type: 'tones', digits });
    },
    speechStart: ({ text, ms }) => {
      words = legs.map(({ ear }) => ear.begin({ type: 'speech', text }, { ms }));
    },
    speech: () => {
      for (const sound of words) sound.end();
      words = [];
    },
  };
}
