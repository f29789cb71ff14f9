import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { ParameterDetail } from '../../../emulator/control/protocol.js';

/** From so many on, a field to find one is a help. */
const MANY = 12;

/** What a webhook says, with what each parameter is and means. */
export function ParametersTab({ parameters }: { readonly parameters: readonly ParameterDetail[] }): JSX.Element {
  const wanted = useSignal('');
  const text = wanted.value.toLowerCase();
  const shown = parameters.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(text));
  return (
    <>
      {parameters.length > MANY && (
        <input
          class="input parameters-search"
          type="search"
          placeholder="Find a parameter"
          aria-label="Find a parameter"
          value={wanted}
          onInput={({ currentTarget }) => (wanted.value = currentTarget.value)}
        />
      )}
      <dl class="parameters">
        {shown.map((parameter) => (
          <Parameter key={parameter.name} parameter={parameter} />
        ))}
      </dl>
    </>
  );
}

function Parameter({ parameter: { name, value, type, values, meaning } }: { readonly parameter: ParameterDetail }): JSX.Element {
  return (
    <div class="parameter">
      <dt>
        <span class="parameter-name mono">{name}</span>
        <span class={type === undefined ? 'parameter-type parameter-unknown' : 'parameter-type'}>{type ?? 'not known'}</span>
      </dt>
      <dd>
        <p class="parameter-value mono">{value === '' ? <span class="quiet">empty</span> : value}</p>
        {meaning !== undefined && <p class="parameter-meaning">{meaning}</p>}
        {values !== undefined && values.length > 0 && <p class="parameter-values mono">{values.join(' · ')}</p>}
      </dd>
    </div>
  );
}
