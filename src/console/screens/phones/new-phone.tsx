import { signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Dialog } from '../../parts/dialog.js';
import { Field } from '../../parts/field.js';
import { openPhone } from '../../state/open-phones.js';
import { snapshot } from '../../state/snapshot.js';
import { send } from '../../wire/command.js';

export const isAddingPhone = signal(false);

/** Asks for a person to add. */
export function NewPhone(): JSX.Element {
  const name = useSignal('');
  const address = useSignal(suggestAddress());
  const close = () => {
    isAddingPhone.value = false;
  };
  const add = async (event: Event) => {
    event.preventDefault();
    const chosen = address.value.trim();
    const label = name.value.trim();
    const added = await send({ do: 'phone', address: chosen, ...(label !== '' && { name: label }) });
    if (added === undefined) return;
    close();
    openPhone(chosen);
  };
  return (
    <Dialog title="New phone" onClose={close}>
      <form class="form" onSubmit={add}>
        <Field label="Number or address" hint="E.164, or client:ada, sip:ada@example.com, whatsapp:+14155550100">
          <input class="input mono" value={address} required onInput={({ currentTarget }) => (address.value = currentTarget.value)} />
        </Field>
        <Field label="Name" hint="Optional: what the console calls this person">
          <input class="input" value={name} placeholder="Ada" onInput={({ currentTarget }) => (name.value = currentTarget.value)} />
        </Field>
        <div class="form-actions">
          <button type="button" class="button button-plain" onClick={close}>
            Cancel
          </button>
          <button type="submit" class="button button-main">
            Add phone
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** The first of the numbers for fiction that nobody has. */
function suggestAddress(): string {
  const taken = new Set([...(snapshot.value?.phones ?? []), ...(snapshot.value?.numbers ?? [])].map(({ address }) => address));
  const free = Array.from({ length: 100 }, (_, index) => `+141555501${String(index).padStart(2, '0')}`).find(
    (number) => !taken.has(number),
  );
  return free ?? '';
}
