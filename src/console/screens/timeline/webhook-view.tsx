import { signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { WebhookDetail } from '../../../emulator/control/protocol.js';
import { Badge } from '../../parts/badge.js';
import { formatTime } from '../../parts/format.js';
import { Tabs } from '../../parts/tabs.js';
import type { Entry } from '../../state/entry.js';
import { hrefOf } from '../../state/route.js';
import { timeline } from '../../state/timeline.js';
import { getJson } from '../../wire/get.js';
import { AnswerTab } from './answer-tab.js';
import { CompareTab } from './compare-tab.js';
import { Deadline } from './deadline.js';
import { ExplainTab } from './explain-tab.js';
import { HeadersTab, RawTab } from './headers-tab.js';
import { ParametersTab } from './parameters-tab.js';
import { WebhookActions } from './webhook-actions.js';

const TABS = [
  { name: 'answer', title: 'Answer' },
  { name: 'parameters', title: 'Parameters' },
  { name: 'headers', title: 'Headers' },
  { name: 'raw', title: 'Raw' },
  { name: 'compare', title: 'Compare' },
  { name: 'explain', title: 'Explain' },
] as const;

type TabName = (typeof TABS)[number]['name'];

/** It stays when another webhook is opened. */
export const webhookTab = signal<TabName>('answer');

/** One webhook: what was sent, what the application made of it, and what to do with it. */
export function WebhookView({ entry }: { readonly entry: Entry }): JSX.Element {
  timeline.version.value;
  const detail = useSignal<WebhookDetail | undefined>(undefined);
  const problem = useSignal('');
  const { seq, status, group } = entry;
  // What the document does goes on after the answer.
  const changes = group.entries.length;
  useEffect(() => {
    getJson<WebhookDetail>(`/control/webhooks/${seq}`).then(
      (found) => {
        detail.value = found;
      },
      (error: Error) => {
        problem.value = error.message;
      },
    );
  }, [seq, status, changes]);
  return (
    <>
      <WebhookActions detail={detail.value} entry={entry} />
      {detail.value === undefined ? (
        <p class="loading quiet">{problem.value === '' ? 'Loading…' : problem.value}</p>
      ) : (
        <Loaded detail={detail.value} entry={entry} />
      )}
    </>
  );
}

interface LoadedProps {
  readonly detail: WebhookDetail;
  readonly entry: Entry;
}

function Loaded({ detail, entry }: LoadedProps): JSX.Element {
  const counts: Partial<Record<TabName, number>> = { parameters: detail.parameters.length };
  return (
    <>
      <Summary detail={detail} />
      <Tabs
        label="Parts of the webhook"
        tabs={TABS.map((tab) => ({ ...tab, count: counts[tab.name] }))}
        chosen={webhookTab.value}
        onChoose={(name) => (webhookTab.value = name)}
        panel="webhook-part"
      />
      <div id="webhook-part" class="detail-body scrolls" role="tabpanel" aria-labelledby={`webhook-part-${webhookTab.value}`} tabIndex={0}>
        <Part tab={webhookTab.value} detail={detail} entry={entry} />
      </div>
    </>
  );
}

function Part({ tab, detail, entry }: LoadedProps & { readonly tab: TabName }): JSX.Element {
  switch (tab) {
    case 'answer':
      return <AnswerTab detail={detail} />;
    case 'parameters':
      return <ParametersTab parameters={detail.parameters} />;
    case 'headers':
      return <HeadersTab detail={detail} />;
    case 'raw':
      return <RawTab detail={detail} />;
    case 'compare':
      return <CompareTab detail={detail} entry={entry} />;
    case 'explain':
      return <ExplainTab detail={detail} entry={entry} />;
  }
}

function Summary({ detail }: { readonly detail: WebhookDetail }): JSX.Element {
  const { title, method, url, at, answer, failure, verdict, callSid, replayOf } = detail;
  return (
    <div class="summary">
      <p class="summary-title">{title}</p>
      <p class="summary-url mono">
        <span class="summary-method">{method}</span> {url}
      </p>
      <div class="summary-facts">
        {answer !== undefined && <Badge tone={answer.status < 400 ? 'good' : 'bad'}>{answer.status}</Badge>}
        {failure !== undefined && <Badge tone="bad">{failure}</Badge>}
        {answer === undefined && failure === undefined && <Badge tone="note">waits for the answer</Badge>}
        <Signature verdict={verdict} />
        <span class="quiet numeric">{formatTime(at)}</span>
        {callSid !== undefined && <a href={hrefOf('call', callSid)}>Call</a>}
        {replayOf !== undefined && <a href={hrefOf('timeline', String(replayOf))}>Replay of #{replayOf}</a>}
      </div>
      <Deadline detail={detail} />
    </div>
  );
}

function Signature({ verdict: { signature } }: Pick<WebhookDetail, 'verdict'>): JSX.Element | null {
  if (signature === 'unknown') return null;
  return signature === 'accepted' ? <Badge tone="good">signature accepted</Badge> : <Badge tone="bad">signature refused</Badge>;
}
