import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { NumberState } from '../../../emulator/control/protocol.js';
import { Button } from '../../parts/button.js';
import { formatAddress } from '../../state/names.js';
import { snapshot } from '../../state/snapshot.js';
import { send } from '../../wire/command.js';
import { Card } from './card.js';

type UrlName = 'voiceUrl' | 'smsUrl' | 'statusCallback' | 'voiceFallbackUrl' | 'smsFallbackUrl';

const MAIN: readonly (readonly [UrlName, string])[] = [
  ['voiceUrl', 'A call comes in'],
  ['smsUrl', 'A text comes in'],
  ['statusCallback', 'A call has ended'],
];

const FALLBACKS: readonly (readonly [UrlName, string])[] = [
  ['voiceFallbackUrl', 'A call, where the first URL fails'],
  ['smsFallbackUrl', 'A text, where the first URL fails'],
];

/** Our numbers, and where their webhooks go. */
export function Numbers(): JSX.Element {
  const { numbers = [], publicUrl = '' } = snapshot.value ?? {};
  return (
    <Card title="Numbers" hint={`Paths begin at ${publicUrl}`}>
      {numbers.map((number) => (
        <NumberForm key={number.address} number={number} />
      ))}
      <AddNumber />
    </Card>
  );
}

function NumberForm({ number: { address, settings, messagingServiceSid } }: { readonly number: NumberState }): JSX.Element {
  const hasFallback = FALLBACKS.some(([name]) => settings[name] !== undefined);
  const isOpen = useSignal(hasFallback);
  // Nobody calls a sender of a channel; whoever has set a URL for it all the same sees it.
  const isSpoken = !/^(?:whatsapp|rcs|messenger):/.test(address);
  const urls = [...MAIN, ...(isOpen.value ? FALLBACKS : [])].filter(
    ([name]) => isSpoken || name.startsWith('sms') || settings[name] !== undefined,
  );
  return (
    <fieldset class="number">
      <legend>
        <span class="mono">{formatAddress(address)}</span>
        {settings.friendlyName !== undefined && <span class="quiet">{settings.friendlyName}</span>}
        {messagingServiceSid !== undefined && <span class="quiet mono">{messagingServiceSid}</span>}
      </legend>
      {urls.map(([name, title]) => (
        <label key={name} class="number-url">
          <span>{title}</span>
          <input
            class="input mono"
            value={settings[name] ?? ''}
            placeholder="not set"
            spellcheck={false}
            onChange={({ currentTarget }) => void change(address, name, currentTarget.value.trim())}
          />
        </label>
      ))}
      {!isOpen.value && (
        <Button look="bare" icon="plus" onPress={() => (isOpen.value = true)}>
          Fallback URLs
        </Button>
      )}
    </fieldset>
  );
}

async function change(address: string, name: UrlName, value: string): Promise<void> {
  await send({ do: 'number', address, settings: { [name]: value === '' ? null : value } });
}

function AddNumber(): JSX.Element {
  const address = useSignal('');
  const add = async (event: Event) => {
    event.preventDefault();
    const added = await send({ do: 'number', address: address.value.trim(), settings: {} });
    if (added !== undefined) address.value = '';
  };
  return (
    <form class="inline-form" onSubmit={add}>
      <input
        class="input mono"
        aria-label="Number to add"
        placeholder="+15550002222"
        required
        value={address}
        onInput={({ currentTarget }) => (address.value = currentTarget.value)}
      />
      <button type="submit" class="button button-plain">
        Add number
      </button>
    </form>
  );
}
