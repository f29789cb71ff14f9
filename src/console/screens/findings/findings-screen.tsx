import type { JSX } from 'preact';
import { Badge } from '../../parts/badge.js';
import { Empty } from '../../parts/empty.js';
import { TONES } from '../../parts/finding-line.js';
import { formatTime, plural } from '../../parts/format.js';
import { nameOf } from '../../state/names.js';
import { hrefOf } from '../../state/route.js';
import { snapshot } from '../../state/snapshot.js';
import { timeline } from '../../state/timeline.js';
import type { Finding } from '../../state/types.js';

interface Kind {
  readonly key: string;
  readonly first: Finding;
  readonly findings: Finding[];
}

const ORDER: readonly Finding['severity'][] = ['error', 'warning', 'info'];

/** So many places of one kind are listed. */
const MOST_PLACES = 20;

/** What Twilio's debugger would complain of, the same ones together. */
export function FindingsScreen(): JSX.Element {
  const findings = snapshot.value?.findings ?? [];
  const kinds = groupFindings(findings);
  if (kinds.length === 0)
    return (
      <div class="page scrolls">
        <Empty icon="check" title="No findings">
          <p>
            Every answer was signed for, in time, and TwiML that Twilio takes. What is wrong will be listed here, with Twilio's code and the
            fix.
          </p>
        </Empty>
      </div>
    );
  return (
    <div class="page scrolls" tabIndex={0} role="region" aria-label="Findings">
      <p class="findings-sum quiet">
        {ORDER.map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const)
          .filter(([, count]) => count > 0)
          .map(([severity, count]) => plural(count, severity === 'info' ? 'hint' : severity))
          .join(' · ')}
      </p>
      <ul class="findings">
        {kinds.map((kind) => (
          <FindingKind key={kind.key} kind={kind} />
        ))}
      </ul>
    </div>
  );
}

/** The same ones together: those of one code and rule, the worst first. */
function groupFindings(findings: readonly Finding[]): readonly Kind[] {
  const kinds = new Map<string, Kind>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.twilioCode ?? ''} ${finding.rule ?? finding.message}`;
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, { key, first: finding, findings: [finding] });
    else known.findings.push(finding);
  }
  return [...kinds.values()].sort((one, other) => ORDER.indexOf(one.first.severity) - ORDER.indexOf(other.first.severity));
}

function FindingKind({ kind: { first, findings } }: { readonly kind: Kind }): JSX.Element {
  const { severity, twilioCode, rule, message } = first;
  const shown = findings.slice(-MOST_PLACES);
  return (
    <li class={`finding finding-${severity}`}>
      <header class="finding-head">
        <Badge tone={TONES[severity]}>{severity === 'info' ? 'hint' : severity}</Badge>
        {twilioCode !== undefined && (
          <a class="mono" href={`https://www.twilio.com/docs/api/errors/${twilioCode}`} target="_blank" rel="noreferrer">
            {twilioCode}
          </a>
        )}
        {rule !== undefined && <span class="mono quiet">{rule}</span>}
        <span class="finding-count numeric quiet">{plural(findings.length, 'time')}</span>
      </header>
      <p class="finding-message">{message}</p>
      <ul class="finding-places">
        {shown.map((finding, index) => (
          <Place key={index} finding={finding} isOther={finding.message !== message} />
        ))}
      </ul>
      {findings.length > shown.length && <p class="quiet">and {findings.length - shown.length} before</p>}
    </li>
  );
}

function Place({ finding, isOther }: { readonly finding: Finding; readonly isOther: boolean }): JSX.Element {
  timeline.version.value;
  const entry = timeline.find(finding.event);
  if (entry === undefined) return <li class="quiet">Event #{finding.event}</li>;
  const { group, title, at, seq } = entry;
  return (
    <li>
      <a href={hrefOf('timeline', String(seq))} class="finding-place">
        <time class="numeric quiet">{formatTime(at)}</time>
        <span class="mono clip">{title}</span>
        {group.kind !== 'other' && (
          <span class="clip quiet">
            {nameOf(group.from)} → {nameOf(group.to)}
          </span>
        )}
      </a>
      {isOther && <p class="finding-other quiet">{finding.message}</p>}
    </li>
  );
}
