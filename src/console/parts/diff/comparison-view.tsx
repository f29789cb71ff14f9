import type { JSX } from 'preact';
import { plural } from '../format.js';
import type { Comparison, ParameterChange } from './compare.js';
import type { DiffLine } from './diff-lines.js';

/** So many lines that are the same stand around those that are not. */
const AROUND = 3;

/** What is different between two webhooks, in words that need no colours. */
export function ComparisonView({ comparison }: { readonly comparison: Comparison }): JSX.Element {
  const { parameters, chance, url, status, lines, isSame } = comparison;
  return (
    <div class="comparison">
      {isSame && <p>Nothing is different.</p>}
      {(url !== undefined || status !== undefined || parameters.length > 0) && (
        <dl class="changes">
          {url !== undefined && <Change change={{ name: 'URL', before: url[0], after: url[1] }} />}
          {parameters.map((change) => (
            <Change key={change.name} change={change} />
          ))}
          {status !== undefined && <Change change={{ name: 'Answer', before: status[0], after: status[1] }} />}
        </dl>
      )}
      {lines.some(({ type }) => type !== 'same') && <Lines lines={lines} />}
      {chance > 0 && <p class="quiet">{plural(chance, 'SID, time or token', 'SIDs, times and tokens')} differ, as in every run.</p>}
    </div>
  );
}

function Change({ change: { name, before, after } }: { readonly change: ParameterChange }): JSX.Element {
  return (
    <div class="change">
      <dt class="mono">{name}</dt>
      <dd class="mono">
        {before === undefined ? <span class="quiet">not there before</span> : <del>{before === '' ? 'empty' : before}</del>}
        {after === undefined ? <span class="quiet">not there now</span> : <ins>{after === '' ? 'empty' : after}</ins>}
      </dd>
    </div>
  );
}

const SIGNS = { same: ' ', gone: '−', new: '+' } as const;

const WORDS = { same: '', gone: 'before: ', new: 'now: ' } as const;

function Lines({ lines }: { readonly lines: readonly DiffLine[] }): JSX.Element {
  const shown = lines.map((_, index) => lines.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(({ type }) => type !== 'same'));
  return (
    <div class="diff mono" role="region" aria-label="What is different in the answer">
      {lines.map(({ type, text }, index) => {
        if (shown[index] === true)
          return (
            <p key={index} class={`diff-line diff-${type}`}>
              <span aria-hidden="true">{SIGNS[type]} </span>
              <span class="unseen">{WORDS[type]}</span>
              {text}
            </p>
          );
        return shown[index - 1] === false ? null : (
          <p key={index} class="diff-line quiet">
            …
          </p>
        );
      })}
    </div>
  );
}
