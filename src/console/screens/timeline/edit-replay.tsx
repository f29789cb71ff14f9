import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { WebhookDetail } from '../../../emulator/control/protocol.js';
import { Dialog } from '../../parts/dialog.js';
import { Field } from '../../parts/field.js';
import { go } from '../../state/route.js';
import { send } from '../../wire/command.js';

interface EditReplayProps {
  readonly detail: WebhookDetail;
  readonly onClose: () => void;
}

/** Asks for what to change before a webhook is sent again. It is signed anew. */
export function EditReplay({ detail, onClose }: EditReplayProps): JSX.Element {
  const url = useSignal(detail.url);
  const values = useSignal<Readonly<Record<string, string>>>({});
  const submit = async (event: Event) => {
    event.preventDefault();
    const changed = Object.keys(values.value).length > 0;
    const parameters = { ...Object.fromEntries(detail.parameters.map(({ name, value }) => [name, value])), ...values.value };
    const result = await send({
      do: 'replay',
      seq: detail.seq,
      ...(url.value !== detail.url && { url: url.value }),
      ...(changed && { parameters }),
    });
    if (result === undefined) return;
    onClose();
    if (result.seq !== undefined) go('timeline', String(result.seq));
  };
  return (
    <Dialog title="Edit and replay" wide onClose={onClose}>
      <form class="form" onSubmit={submit}>
        <Field label="URL">
          <input class="input mono" value={url} onInput={({ currentTarget }) => (url.value = currentTarget.value)} />
        </Field>
        <div class="edit-parameters">
          {detail.parameters.map(({ name, value, values: known }) => (
            <label key={name} class={name in values.value ? 'edit-parameter edit-changed' : 'edit-parameter'}>
              <span class="mono">{name}</span>
              <input
                class="input mono"
                value={values.value[name] ?? value}
                list={known === undefined ? undefined : `values-${name}`}
                onInput={({ currentTarget }) => (values.value = change(values.value, name, currentTarget.value, value))}
              />
              {known !== undefined && (
                <datalist id={`values-${name}`}>
                  {known.map((one) => (
                    <option key={one} value={one} />
                  ))}
                </datalist>
              )}
            </label>
          ))}
        </div>
        <div class="form-actions">
          <p class="quiet">It is signed anew, and is a new event. The call or text does not go on from it.</p>
          <button type="submit" class="button button-main">
            Replay
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** What has changed, with one value more or, where it is as it was, less. */
function change(values: Readonly<Record<string, string>>, name: string, value: string, was: string): Readonly<Record<string, string>> {
  const { [name]: _, ...others } = values;
  return value === was ? others : { ...others, [name]: value };
}
