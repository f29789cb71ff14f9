import { type Duration, readDuration } from '../duration.js';
import { checkNames, PERSON } from '../known-names.js';

/** Who is at the other end of a telephone number, and what they do when it rings. */
export interface PersonOptions {
  /**
   * `person` answers, `machine` answers with a greeting and a beep, `busy` is on another call, `off` does not ring, `declining` refuses,
   * `landline` is a person who gets no texts, `unreachable` has a number that is not in service. @default 'person'
   */
  readonly is?: 'person' | 'machine' | 'busy' | 'off' | 'declining' | 'landline' | 'unreachable' | undefined;
  /** How long it rings before it is answered; `false`: only `call.answer()` answers. @default two rings, a machine after four */
  readonly answersAfter?: Duration | false | undefined;
  /** What a machine says before the beep. */
  readonly greeting?: string | undefined;
  /** What machine detection says of them, such as `human` or `machine_start`. @default by `is` */
  readonly detectedAs?: string | undefined;
  /** How a SIP phone takes a REFER: its response, and the result that it notifies of. */
  readonly refer?: { readonly response: number; readonly notify?: number | undefined } | undefined;
  /** Headers of a SIP phone's answer to a call, such as `X-Reason`: those that begin with `X-`, and `User-to-User`, are handed on. */
  readonly sipHeaders?: Readonly<Record<string, string>> | undefined;
  /** Where the number is registered. @default made up by its area code */
  readonly geo?: Geo | undefined;
}

const KINDS: readonly unknown[] = ['person', 'machine', 'busy', 'off', 'declining', 'landline', 'unreachable', undefined];

/** Looks at what was said of a person, before it counts. @throws TypeError when it cannot be. */
export function checkPerson(person: PersonOptions): void {
  checkNames(person, PERSON, 'phone()');
  const { is, answersAfter } = person;
  if (!KINDS.includes(is)) throw new TypeError(`is of a phone is one of ${KINDS.filter(Boolean).join(', ')}; got ${JSON.stringify(is)}`);
  if (answersAfter !== undefined && answersAfter !== false) readDuration(answersAfter);
}

/** Where a number is registered. */
export interface Geo {
  readonly city?: string | undefined;
  readonly state?: string | undefined;
  readonly zip?: string | undefined;
  readonly country?: string | undefined;
}

/** A ring and the pause behind it, in the United States. */
export const RING_MS = 6000;

/** How long it rings before somebody answers by themselves; `undefined` where nobody does. */
export function answersAfter({ is = 'person', answersAfter }: PersonOptions, read: (duration: Duration) => number): number | undefined {
  if (answersAfter === false) return undefined;
  if (answersAfter !== undefined) return read(answersAfter);
  return is === 'machine' ? 4 * RING_MS : 2 * RING_MS;
}
