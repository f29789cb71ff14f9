/** A span of time, in milliseconds since the epoch. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** How much of a span others cover together, and the longest part of it that none of them does. */
export function cover(span: Span, others: readonly Span[]): { readonly coveredMs: number; readonly gapMs: number } {
  let [coveredMs, gapMs, reached] = [0, 0, span.from];
  for (const other of [...others].sort((a, b) => a.from - b.from)) {
    const [from, until] = [Math.max(other.from, reached), Math.min(other.until, span.until)];
    if (until <= from) continue;
    gapMs = Math.max(gapMs, from - reached);
    coveredMs += until - from;
    reached = until;
  }
  return { coveredMs, gapMs: Math.max(gapMs, span.until - reached) };
}
