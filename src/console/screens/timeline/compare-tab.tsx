import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { WebhookDetail } from '../../../emulator/control/protocol.js';
import { compareWebhooks } from '../../parts/diff/compare.js';
import { ComparisonView } from '../../parts/diff/comparison-view.js';
import { Empty } from '../../parts/empty.js';
import { formatTime } from '../../parts/format.js';
import type { Entry } from '../../state/entry.js';
import { counterpartOf } from '../../state/previous.js';
import { hrefOf } from '../../state/route.js';
import { getJson } from '../../wire/get.js';

/** What is different from the last time that the application was asked or told the same. */
export function CompareTab({ detail, entry }: { readonly detail: WebhookDetail; readonly entry: Entry }): JSX.Element {
  const before = useSignal<WebhookDetail | undefined>(undefined);
  const counterpart = counterpartOf(entry);
  const seq = counterpart?.seq;
  useEffect(() => {
    before.value = undefined;
    if (seq === undefined) return;
    getJson<WebhookDetail>(`/control/webhooks/${seq}`).then(
      (found) => {
        if (found.seq === seq) before.value = found;
      },
      () => undefined,
    );
  }, [seq]);
  if (seq === undefined || counterpart === undefined)
    return (
      <Empty icon="diff" title="Nothing to compare with">
        <p>This webhook has not been sent before: call the same number once more, or write once more, and see what has changed.</p>
      </Empty>
    );
  if (before.value === undefined) return <p class="loading quiet">Loading…</p>;
  return (
    <>
      <p class="compared">
        Compared with <a href={hrefOf('timeline', String(seq))}>#{seq}</a> of {formatTime(counterpart.at)}
      </p>
      <ComparisonView comparison={compareWebhooks(before.value, detail)} />
    </>
  );
}
