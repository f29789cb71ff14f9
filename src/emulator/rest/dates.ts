/** A moment as the old API writes it. */
export function writeRfc2822(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toUTCString().replace('GMT', '+0000');
}
