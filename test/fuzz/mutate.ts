import type { Random } from '../engines/support/random.js';

/** The longest input, in bytes. */
const LONGEST = 65_536;

/** Bytes that mean something to nearly every reader. */
const ODD_BYTES = [0x00, 0x0a, 0x0d, 0x20, 0x22, 0x25, 0x26, 0x27, 0x2b, 0x3c, 0x3d, 0x3e, 0x5c, 0x7f, 0x80, 0xc3, 0xed, 0xef, 0xff];

const encoder = new TextEncoder();

type Change = (input: Uint8Array, random: Random, others: readonly Uint8Array[], tokens: readonly string[]) => Uint8Array;

/** Puts a piece in the place of what stands from `from` to `to`. */
function replace(input: Uint8Array, from: number, to: number, piece: Uint8Array): Uint8Array {
  const changed = new Uint8Array(from + piece.length + input.length - to);
  changed.set(input.subarray(0, from));
  changed.set(piece, from);
  changed.set(input.subarray(to), from + piece.length);
  return changed;
}

function placeIn(input: Uint8Array, random: Random): number {
  return Math.floor(random.between(0, input.length + 1));
}

/** A part of it: mostly short, sometimes long. */
function partOf(input: Uint8Array, random: Random): readonly [from: number, to: number] {
  const from = placeIn(input, random);
  const length = random.happens(0.7) ? random.between(1, 12) : random.between(1, input.length + 1);
  return [from, Math.min(input.length, from + Math.floor(length))];
}

const changes: readonly Change[] = [
  // A bit.
  (input, random) => {
    const changed = Uint8Array.from(input);
    const at = placeIn(input, random);
    if (at < changed.length) changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(random.between(0, 8)));
    return changed;
  },
  // An odd byte, in the place of another or between two.
  (input, random) => {
    const at = placeIn(input, random);
    return replace(input, at, Math.min(input.length, at + random.pick([0, 1])), Uint8Array.of(random.pick(ODD_BYTES)));
  },
  // A token, in the place of something or between.
  (input, random, _others, tokens) => {
    const [from, to] = partOf(input, random);
    return replace(input, from, random.happens(0.5) ? from : to, encoder.encode(random.pick(tokens)));
  },
  // A part is gone.
  (input, random) => replace(input, ...partOf(input, random), new Uint8Array()),
  // A part is there again, elsewhere.
  (input, random) => {
    const at = placeIn(input, random);
    return replace(input, at, at, input.subarray(...partOf(input, random)));
  },
  // A part many times over.
  (input, random) => {
    const [from, to] = partOf(input, random);
    const times = Math.floor(random.happens(0.8) ? random.between(2, 20) : random.between(2, LONGEST / Math.max(1, to - from)));
    const piece = input.subarray(from, to);
    return replace(
      input,
      from,
      to,
      Uint8Array.from({ length: piece.length * times }, (_, at) => piece[at % piece.length] ?? 0),
    );
  },
  // The begin of it, and the end of another.
  (input, random, others) => {
    const other = random.pick(others);
    return replace(input, placeIn(input, random), input.length, other.subarray(placeIn(other, random)));
  },
  // Another number.
  (input, random) => {
    const at = input.findIndex((byte, index) => byte >= 0x30 && byte <= 0x39 && random.happens(1 / (1 + index / 50)));
    if (at === -1) return input;
    const numbers = ['-1', '0', '00', '1e999', '9007199254740993', '2147483648', '0.1', 'NaN', '99999999999999999999'];
    return replace(input, at, at + 1, encoder.encode(random.pick(numbers)));
  },
];

/** Changes an input in some ways. */
export function mutate(input: Uint8Array, random: Random, others: readonly Uint8Array[], tokens: readonly string[]): Uint8Array {
  let changed = input;
  for (let count = Math.floor(random.between(1, 6)); count > 0; count -= 1) {
    changed = random.pick(changes)(changed, random, others, tokens).subarray(0, LONGEST);
  }
  return changed;
}
