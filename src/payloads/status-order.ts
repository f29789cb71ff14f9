/** A webhook that reports how far a message or a call got, or its status alone. */
export type StatusOf =
  | string
  | {
      readonly MessageSid?: string | undefined;
      readonly MessageStatus?: string | undefined;
      readonly CallSid?: string | undefined;
      readonly CallStatus?: string | undefined;
      readonly SequenceNumber?: number | string | undefined;
    };

/** The stages of a life in their order, and the ends that it may come to instead of the stages from `until` on. */
interface Life {
  readonly stages: readonly string[];
  readonly until: number;
  readonly ends: readonly string[];
}

const lives: readonly Life[] = [
  {
    stages: ['scheduled', 'accepted', 'queued', 'sending', 'sent', 'partially_delivered', 'delivered', 'read'],
    until: 5,
    ends: ['undelivered', 'failed', 'canceled'],
  },
  { stages: ['receiving', 'received'], until: 2, ends: [] },
  {
    stages: ['queued', 'initiated', 'ringing', 'in-progress', 'completed'],
    until: 4,
    ends: ['busy', 'no-answer', 'failed', 'canceled'],
  },
];

/**
 * Tells which status comes earlier in the life of a message or a call, because callbacks may overtake one another: store a status only where
 * it comes later than the one that is stored. Reports of one call are compared by their `SequenceNumber` where both have one.
 *
 * @param a - A status, such as `sent`, or the webhook that reports it: raw or read.
 * @returns Negative when `a` comes earlier than `b`, positive when later, 0 when they are equal; `undefined` when they do not compare: a
 *   message that failed and one that was delivered, a status that is not known, webhooks about two messages or calls.
 */
export function compareStatus(a: StatusOf, b: StatusOf): number | undefined {
  if (typeof a === 'object' && typeof b === 'object') {
    if (a.MessageSid !== b.MessageSid || a.CallSid !== b.CallSid) return undefined;
    const difference = Number(a.SequenceNumber) - Number(b.SequenceNumber);
    if (!Number.isNaN(difference) && difference !== 0) return difference;
  }
  return compareTexts(readStatus(a), readStatus(b));
}

/**
 * Lists the statuses that come earlier than this one, for a database that keeps a status only where it comes later than the one that it has:
 * `update … set status = $1 where status = any($2)`.
 *
 * @param status - A status, such as `sent`. One that is not known has none before it.
 */
export function listEarlierStatuses(status: string): readonly string[] {
  const all = new Set(lives.flatMap(({ stages, ends }) => [...stages, ...ends]));
  return [...all].filter((other) => (compareTexts(other, status) ?? 0) < 0);
}

function readStatus(of: StatusOf): string | undefined {
  return typeof of === 'object' ? (of.MessageStatus ?? of.CallStatus) : of;
}

function compareTexts(a: string | undefined, b: string | undefined): number | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (a === b) return 0;
  for (const life of lives) {
    const order = compareIn(life, a, b);
    if (order !== undefined) return order;
  }
  return undefined;
}

function compareIn({ stages, until, ends }: Life, a: string, b: string): number | undefined {
  const [stageOfA, stageOfB] = [stages.indexOf(a), stages.indexOf(b)];
  if (stageOfA !== -1 && stageOfB !== -1) return stageOfA - stageOfB;
  if (ends.includes(a) && stageOfB !== -1 && stageOfB < until) return 1;
  if (ends.includes(b) && stageOfA !== -1 && stageOfA < until) return -1;
  return undefined;
}
