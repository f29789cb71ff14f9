import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { MessageState } from '../../../emulator/control/protocol.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { send } from '../../wire/command.js';

type Choice = MessageState['buttons'][number];

/** What a template lets a person tap: replies, links, and a list behind a button of its own. */
export function Choices({ message }: { readonly message: MessageState }): JSX.Element | null {
  const { buttons } = message;
  if (buttons.length === 0) return null;
  const rows = buttons.filter(({ list }) => list !== undefined);
  return (
    <div class="bubble-buttons" role="group" aria-label="Answers to choose from">
      {buttons
        .filter(({ list }) => list === undefined)
        .map((choice, index) => (
          <Reply key={index} message={message} choice={choice} />
        ))}
      {rows.length > 0 && <List message={message} rows={rows} />}
    </div>
  );
}

function Reply({ message, choice: { title, id, url, phone } }: { readonly message: MessageState; readonly choice: Choice }): JSX.Element {
  // Where it leads is the application's, or a telephone's: nothing of it comes back to the application.
  if (url !== undefined || phone !== undefined)
    return (
      <span class="bubble-link" title={url ?? phone}>
        {title} <span class="mono clip">{url ?? phone}</span>
      </span>
    );
  const tap = () => answer(message, { body: title, buttonText: title, ...(id !== undefined && { buttonPayload: id }) });
  return <Button onPress={tap}>{title}</Button>;
}

function List({ message, rows }: { readonly message: MessageState; readonly rows: readonly Choice[] }): JSX.Element {
  const isOpen = useSignal(false);
  const label = rows[0]?.list ?? '';
  const choose = ({ title, id }: Choice) => {
    isOpen.value = false;
    answer(message, { body: title, listTitle: title, ...(id !== undefined && { listId: id }) });
  };
  return (
    <>
      <Button icon="list" onPress={() => (isOpen.value = true)}>
        {label === '' ? 'Choose' : label}
      </Button>
      {isOpen.value && (
        <Dialog title={label === '' ? 'Choose' : label} onClose={() => (isOpen.value = false)}>
          <ul class="choices">
            {rows.map((row, index) => (
              <li key={index}>
                <button type="button" class="choice" onClick={() => choose(row)}>
                  <span>{row.title}</span>
                  {row.description !== undefined && <span class="quiet">{row.description}</span>}
                </button>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}

interface Answer {
  readonly body: string;
  readonly buttonText?: string;
  readonly buttonPayload?: string;
  readonly listTitle?: string;
  readonly listId?: string;
}

/** What a person taps is a text that says what was tapped. */
function answer({ phone, number }: MessageState, choice: Answer): void {
  void send({ do: 'text', from: phone, to: number, ...choice });
}
