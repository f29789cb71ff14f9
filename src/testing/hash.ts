/** FNV-1a with the mixing end of MurmurHash3: 32 bits that look nothing like their neighbours'. */
export function hash(text: string, seed: number): number {
  let sum = (0x811c9dc5 ^ Math.imul(seed + 1, 0x9e3779b1)) >>> 0;
  for (let index = 0; index < text.length; index += 1) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35);
  return (sum ^ (sum >>> 16)) >>> 0;
}

/** 32 hexadecimal digits in lower case. */
export function hashDigits(text: string, seed: number): string {
  return [0, 1, 2, 3]
    .map((part) =>
      hash(text, seed * 4 + part)
        .toString(16)
        .padStart(8, '0'),
    )
    .join('');
}

/** A whole number from `least` to `most`, both included. */
export function hashBetween(least: number, most: number, text: string, seed: number): number {
  return least + (hash(text, seed) % (most - least + 1));
}
