import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { WebhookDetail } from '../../../emulator/control/protocol.js';
import { Badge } from '../../parts/badge.js';
import { Dialog } from '../../parts/dialog.js';
import { type Comparison, compareWebhooks } from '../../parts/diff/compare.js';
import { ComparisonView } from '../../parts/diff/comparison-view.js';
import { diffLines } from '../../parts/diff/diff-lines.js';
import { Field } from '../../parts/field.js';
import { formatDay, plural } from '../../parts/format.js';
import type { Group } from '../../state/entry.js';
import { nameOf } from '../../state/names.js';
import { callsBefore, webhooksOf } from '../../state/previous.js';
import { getJson } from '../../wire/get.js';

/** So many webhooks of a call are compared. */
const MOST = 100;

/** A webhook that both calls have, or one of them. */
type Pair =
  | { readonly type: 'both'; readonly title: string; readonly comparison: Comparison }
  | { readonly type: 'gone' | 'new'; readonly title: string; readonly path: string };

/** What is different between a call and an earlier one on the same number: what the application was asked and told, and what it answered. */
export function CallDiff({ group, onClose }: { readonly group: Group; readonly onClose: () => void }): JSX.Element {
  const earlier = callsBefore(group);
  const chosen = useSignal(earlier[0]?.key ?? '');
  const pairs = useSignal<readonly Pair[] | undefined>(undefined);
  const problem = useSignal('');
  const other = earlier.find(({ key }) => key === chosen.value);
  useEffect(() => {
    pairs.value = undefined;
    if (other === undefined) return;
    pairUp(other, group).then(
      (found) => {
        pairs.value = found;
      },
      (error: Error) => {
        problem.value = error.message;
      },
    );
  }, [chosen.value]);
  return (
    <Dialog title="What is different" wide onClose={onClose}>
      <div class="form">
        <Field label="Compared with">
          <select class="input" value={chosen} onChange={({ currentTarget }) => (chosen.value = currentTarget.value)}>
            {earlier.map(({ key, from, startedAt }) => (
              <option key={key} value={key}>
                {formatDay(startedAt)}, {nameOf(from)}
              </option>
            ))}
          </select>
        </Field>
        {pairs.value === undefined ? (
          <p class="loading quiet">{problem.value === '' ? 'Loading…' : problem.value}</p>
        ) : (
          <Pairs pairs={pairs.value} />
        )}
      </div>
    </Dialog>
  );
}

function Pairs({ pairs }: { readonly pairs: readonly Pair[] }): JSX.Element {
  const same = pairs.filter((pair) => pair.type === 'both' && pair.comparison.isSame).length;
  return (
    <>
      <p role="status">
        {same === pairs.length
          ? 'Both calls went the same way.'
          : `${plural(pairs.length - same, 'webhook')} of ${pairs.length} ${pairs.length - same === 1 ? 'is' : 'are'} different.`}
      </p>
      <ol class="pairs-of-calls">
        {pairs.map((pair, index) => (
          <li key={index} class="part">
            <h3>
              <span class="mono">{pair.title}</span> <Verdict pair={pair} />
            </h3>
            {pair.type === 'both' && !pair.comparison.isSame && <ComparisonView comparison={pair.comparison} />}
            {pair.type !== 'both' && <p class="mono quiet">{pair.path}</p>}
          </li>
        ))}
      </ol>
    </>
  );
}

function Verdict({ pair }: { readonly pair: Pair }): JSX.Element {
  if (pair.type !== 'both') return pair.type === 'gone' ? <Badge tone="bad">only before</Badge> : <Badge tone="good">only now</Badge>;
  return pair.comparison.isSame ? <Badge>the same</Badge> : <Badge tone="warn">different</Badge>;
}

/** Webhooks of the same kind stand beside one another, in their order. */
async function pairUp(before: Group, after: Group): Promise<readonly Pair[]> {
  const [ones, others] = await Promise.all([before, after].map(load));
  const rest = { gone: [...(ones ?? [])], new: [...(others ?? [])] };
  const kindsOf = (details: readonly WebhookDetail[] = []) => details.map(({ kind }) => kind);
  return diffLines(kindsOf(ones), kindsOf(others), (kind) => kind).map(({ type, text: title }): Pair => {
    if (type !== 'same') return { type, title, path: (rest[type].shift() as WebhookDetail).url };
    return { type: 'both', title, comparison: compareWebhooks(rest.gone.shift() as WebhookDetail, rest.new.shift() as WebhookDetail) };
  });
}

function load(group: Group): Promise<readonly WebhookDetail[]> {
  return Promise.all(
    webhooksOf(group)
      .slice(0, MOST)
      .map(({ seq }) => getJson<WebhookDetail>(`/control/webhooks/${seq}`)),
  );
}
