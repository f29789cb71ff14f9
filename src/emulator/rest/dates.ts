/** A moment as the old API writes it. */
export function writeRfc2822(at: number): string;
export function writeRfc2822(at: number | undefined): string | null;
export function writeRfc2822(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toUTCString().replace('GMT', '+0000');
}

/** A moment as all newer APIs write it. */
export function writeIso(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}
