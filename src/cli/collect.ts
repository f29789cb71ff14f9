/** Reads an option that may be given as often as somebody likes. */
export function collect(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}
