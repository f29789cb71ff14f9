import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Group } from '../state/entry.js';
import { getText } from '../wire/get.js';
import { Button } from './button.js';
import { copy } from './copy.js';
import { Dialog } from './dialog.js';
import { Field } from './field.js';

const RUNNERS = ['vitest', 'jest', 'node'] as const;

interface ExportTestProps {
  readonly group: Pick<Group, 'callSid' | 'kind' | 'from'>;
  readonly onClose: () => void;
}

/** A call or conversation as a test, to look at and to copy. */
export function ExportTest({ group, onClose }: ExportTestProps): JSX.Element {
  const runner = useSignal<string>(RUNNERS[0]);
  const into = useSignal('');
  const text = useSignal('');
  const problem = useSignal('');
  const path = pathOf(group, runner.value, into.value);
  const show = (found: string, wrong: string) => {
    text.value = found;
    problem.value = wrong;
  };
  useEffect(() => {
    // Another runner may have been chosen before the answer for this one comes.
    let isWanted = true;
    getText(path).then(
      (found) => isWanted && show(found, ''),
      (error: Error) => isWanted && show('', error.message),
    );
    return () => {
      isWanted = false;
    };
  }, [path]);
  return (
    <Dialog title="Copy as test" wide onClose={onClose}>
      <div class="form">
        <div class="export-head">
          <Field label="Test runner">
            <select class="input" value={runner} onChange={({ currentTarget }) => (runner.value = currentTarget.value)}>
              {RUNNERS.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
          <Field label="Goes into">
            <select class="input" value={into} onChange={({ currentTarget }) => (into.value = currentTarget.value)}>
              <option value="">a new file</option>
              <option value="file">a file that has such tests</option>
            </select>
          </Field>
          <Button icon="copy" look="main" disabled={text.value === ''} onPress={() => void copy(text.value, 'The test')}>
            Copy
          </Button>
        </div>
        {problem.value === '' ? (
          <pre class="raw export-text scrolls" role="region" aria-label="The test" tabIndex={0}>
            {text}
          </pre>
        ) : (
          <p class="tone-bad">{problem}</p>
        )}
      </div>
    </Dialog>
  );
}

function pathOf({ callSid, kind, from }: ExportTestProps['group'], runner: string, into: string): string {
  const query = new URLSearchParams({ runner, ...(into !== '' && { into }) });
  if (callSid !== undefined) query.set('call', callSid);
  else if (kind === 'conversation') query.set('phone', from);
  return `/control/export/test?${query}`;
}
