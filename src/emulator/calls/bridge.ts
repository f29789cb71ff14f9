import type { Sound } from './ear.js';
import type { Leg } from './leg.js';
import type { Line, Listener } from './line.js';

/** Lets the people on two legs hear one another. @returns What parts them. */
export function bridge(one: Leg, other: Leg): () => void {
  const stops = [one.line.listen(carry(other)), other.line.listen(carry(one))];
  return () => {
    for (const stop of stops) stop();
  };
}

/** What takes all that comes. */
type Carrier = Required<Omit<Listener, 'onward'>> & Pick<Listener, 'onward'>;

/** Takes what one person says and presses to the ears of others. */
export function carry(...legs: readonly Leg[]): Carrier {
  let words: readonly Sound[] = [];
  return {
    key: (digits) => {
      for (const { ear } of legs) ear.note({ type: 'tones', digits });
    },
    speechStart: (speech) => {
      const { text, ms, echo } = speech;
      if (echo === undefined) words = legs.map(({ ear }) => ear.begin({ type: 'speech', text }, { ms, speech }));
      else for (const { ear } of legs) ear.repeat(echo, speech);
    },
    speech: () => {
      for (const sound of words) sound.end();
      words = [];
    },
    sound: (echo) => {
      for (const { ear } of legs) ear.repeat(echo);
    },
    audio: (bytes) => {
      for (const { tape, world } of legs) tape.add('outbound', world.clock.now, bytes);
    },
    live: (bytes) => {
      for (const { far } of legs) far?.line.stream(bytes);
    },
    onward: onwardOf(legs),
  };
}

/** Where all of them end at other calls of the emulator, and not at people, whoever listens there decides what is heard. */
function onwardOf(legs: readonly Leg[]): readonly Line[] | undefined {
  const lines = legs.map(({ far }) => far?.line).filter((line) => line !== undefined);
  return lines.length > 0 && lines.length === legs.length ? lines : undefined;
}
