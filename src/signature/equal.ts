/**
 * Tells whether two texts of one character a byte are the same, in a time that depends on their length alone, so that a signature cannot be
 * guessed byte by byte.
 */
export function equalBytes(left: string, right: string): boolean {
  let difference = left.length ^ right.length;
  for (let at = 0; at < left.length; at += 1) difference |= left.charCodeAt(at) ^ right.charCodeAt(at);
  return difference === 0;
}
