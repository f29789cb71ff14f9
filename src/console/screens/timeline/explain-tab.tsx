import type { ComponentChildren, JSX } from 'preact';
import type { WebhookDetail } from '../../../emulator/control/protocol.js';
import { FindingLine } from '../../parts/finding-line.js';
import { formatMs } from '../../parts/format.js';
import { Icon, type IconName } from '../../parts/icon.js';
import type { Entry } from '../../state/entry.js';
import { hrefOf } from '../../state/route.js';
import { timeline } from '../../state/timeline.js';
import type { Finding } from '../../state/types.js';

/** Why a webhook came, what was made of it, and what is wrong with that. */
export function ExplainTab({ detail, entry }: { readonly detail: WebhookDetail; readonly entry: Entry }): JSX.Element {
  return (
    <ul class="explain">
      <Why detail={detail} />
      <Signature detail={detail} />
      <Answer detail={detail} />
      <Findings findings={entry.findings} />
    </ul>
  );
}

interface StepProps {
  readonly icon: IconName;
  readonly tone: 'good' | 'warn' | 'bad' | 'note';
  readonly title: string;
  readonly children?: ComponentChildren;
}

function Step({ icon, tone, title, children }: StepProps): JSX.Element {
  return (
    <li class="explain-step">
      <span class={`explain-icon tone-${tone}`}>
        <Icon name={icon} />
      </span>
      <div>
        <p class="explain-title">{title}</p>
        {children !== undefined && <div class="explain-text">{children}</div>}
      </div>
    </li>
  );
}

function Why({ detail: { title, causes, replayOf } }: { readonly detail: WebhookDetail }): JSX.Element {
  const [nearest] = causes;
  const cause = nearest === undefined ? undefined : timeline.find(nearest);
  if (replayOf !== undefined)
    return (
      <Step icon="replay" tone="note" title={title}>
        <p>
          Somebody has sent <a href={hrefOf('timeline', String(replayOf))}>#{replayOf}</a> again.
        </p>
      </Step>
    );
  return (
    <Step icon="out" tone="note" title={title}>
      {cause === undefined ? undefined : (
        <p>
          Because of <a href={hrefOf('timeline', String(cause.seq))}>{cause.title}</a>
          {cause.detail === '' ? '' : `: ${cause.detail}`}
        </p>
      )}
    </Step>
  );
}

function Signature({ detail: { verdict } }: { readonly detail: WebhookDetail }): JSX.Element {
  const { signature, reason, suggestion } = verdict;
  if (signature === 'accepted') return <Step icon="shield" tone="good" title="The request was signed, and the answer was no refusal" />;
  if (signature === 'unknown') return <Step icon="shield" tone="note" title="There is no answer that tells what became of the signature" />;
  return (
    <Step icon="shield" tone="bad" title="The application refused the signature">
      {reason !== undefined && <p>{reason}</p>}
      {suggestion !== undefined && <p class="explain-suggestion">{suggestion}</p>}
    </Step>
  );
}

function Answer({ detail: { answer, failure, durationMs, limitMs } }: { readonly detail: WebhookDetail }): JSX.Element {
  if (failure !== undefined)
    return (
      <Step icon="alert" tone="bad" title="No answer came">
        {failure}
      </Step>
    );
  if (answer === undefined) return <Step icon="clock" tone="note" title="The answer is still to come" />;
  const took = durationMs === undefined ? '' : `, after ${formatMs(durationMs)} of ${formatMs(limitMs)}`;
  const names = answer.verbs.map(({ verb }) => `<${verb}>`).join(', ');
  const isBad = answer.status >= 400;
  return (
    <Step icon={isBad ? 'alert' : 'check'} tone={isBad ? 'bad' : 'good'} title={`Answered with ${answer.status}${took}`}>
      {names === '' ? undefined : `Executed: ${names}`}
    </Step>
  );
}

function Findings({ findings }: { readonly findings: readonly Finding[] }): JSX.Element {
  if (findings.length === 0) return <Step icon="check" tone="good" title="No findings" />;
  return (
    <Step icon="alert" tone="warn" title="Findings">
      <ul>
        {findings.map((finding, index) => (
          <FindingLine key={index} finding={finding} />
        ))}
      </ul>
    </Step>
  );
}
