/**
 * Whether somebody speaks. A real agent leaves that to a speech engine, which knows a voice from noise.
 *
 * @param frame - Mu-law.
 */
export function isLoud(frame: Buffer): boolean {
  // The louder a sample of mu-law, the lower its last seven bits.
  return frame.filter((byte) => (byte & 0x7f) < 0x50).length > frame.length / 4;
}
