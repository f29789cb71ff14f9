import type { JSX } from 'preact';
import type { Finding } from '../state/types.js';
import { Badge, type Tone } from './badge.js';

export const TONES: Readonly<Record<Finding['severity'], Tone>> = { error: 'bad', warning: 'warn', info: 'note' };

/** What is wrong, and what to do. */
export function FindingLine({ finding: { severity, message, twilioCode, rule } }: { readonly finding: Finding }): JSX.Element {
  return (
    <li class="finding-line">
      <Badge tone={TONES[severity]}>{twilioCode ?? severity}</Badge>
      <p>
        {message} {rule !== undefined && <span class="quiet mono">{rule}</span>}
      </p>
    </li>
  );
}
