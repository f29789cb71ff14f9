// As much of DER, the encoding of certificates, as making them needs.

/** An element: its tag, its length, what it contains. */
export function element(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content]);
}

/** Short lengths are a byte; others are preceded by how many bytes they have. */
function lengthOf(length: number): number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest >>= 8) bytes.unshift(rest & 0xff);
  return [0x80 | bytes.length, ...bytes];
}

export const sequence = (...contents: readonly Uint8Array[]): Buffer => element(0x30, ...contents);

/** An element of a place in a structure that is told by its number: `constructed` where others are inside. */
export const tagged = (number: number, isConstructed: boolean, ...contents: readonly Uint8Array[]): Buffer =>
  element(0x80 | (isConstructed ? 0x20 : 0) | number, ...contents);

export const text = (value: string): Buffer => element(0x0c, Buffer.from(value));

export const octets = (...contents: readonly Uint8Array[]): Buffer => element(0x04, ...contents);

/** The last bits of the last byte may be none of the value. */
export const bits = (value: Uint8Array, unused = 0): Buffer => element(0x03, Buffer.from([unused]), value);

export const yes: Buffer = element(0x01, Buffer.from([0xff]));

/** A number that is not negative, from its bytes: a first bit that is set would say that it is. */
export function integer(value: Uint8Array): Buffer {
  const isNegative = ((value[0] ?? 0) & 0x80) !== 0;
  return element(0x02, Buffer.from(isNegative ? [0] : []), value);
}

/** The name of a kind of thing, such as `2.5.29.17`. */
export function identifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(inSevens)]));
}

/** A number in bytes of seven bits, of which all but the last have the first bit set. */
function inSevens(value: number): number[] {
  const bytes = [value & 0x7f];
  for (let rest = value >> 7; rest > 0; rest >>= 7) bytes.unshift(0x80 | (rest & 0x7f));
  return bytes;
}

/** A time to the second, in UTC. */
export function time(date: Date): Buffer {
  const digits = date.toISOString().replace(/[-:T]|\.\d+/g, '');
  // Years until 2049 are written by two digits, as the standard has it.
  return date.getUTCFullYear() < 2050 ? element(0x17, Buffer.from(digits.slice(2))) : element(0x18, Buffer.from(digits));
}
