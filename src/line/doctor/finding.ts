/** What the doctor looks at. */
export type CheckName =
  | 'token'
  | 'url'
  | 'reach'
  | 'redirect'
  | 'signature'
  | 'forged'
  | 'body'
  | 'proxy-headers'
  | 'answer'
  | 'time'
  | 'clock'
  | 'account'
  | 'tunnel'
  | 'line';

/** What was found out about one thing. */
export interface DoctorFinding {
  readonly check: CheckName;
  /** `bad` keeps webhooks from working or from being safe; `warning` is worth a look. */
  readonly verdict: 'good' | 'warning' | 'bad';
  /** What was seen. */
  readonly message: string;
  /** What to do about it. */
  readonly advice?: string;
}

/** All is well with something. */
export function good(check: CheckName, message: string): DoctorFinding {
  return { check, verdict: 'good', message };
}

/** Something is wrong. */
export function bad(check: CheckName, message: string, advice: string): DoctorFinding {
  return { check, verdict: 'bad', message, advice };
}

/** Something may be wrong. */
export function warn(check: CheckName, message: string, advice: string): DoctorFinding {
  return { check, verdict: 'warning', message, advice };
}
