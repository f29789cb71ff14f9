import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { CallState } from '../../../emulator/control/protocol.js';
import { useShortcuts } from '../../keyboard/use-shortcuts.js';
import { Button } from '../../parts/button.js';
import { SoundTools } from '../../speech/sound-tools.js';
import { hearing } from '../../state/hearing.js';
import { send } from '../../wire/command.js';

/** Where a person types what they say. While the other side speaks, it can be said over it. */
export function SpeechField({ call, hasKeys }: { readonly call: CallState; readonly hasKeys: boolean }): JSX.Element {
  const text = useSignal('');
  const field = useRef<HTMLInputElement>(null);
  const isSpokenTo = hearing.current.value.get(call.sid)?.text !== undefined;
  const speak = async (how: 'say' | 'interrupt') => {
    const said = text.value.trim();
    if (said === '') return;
    text.value = '';
    const done = await send({ do: how, callSid: call.sid, text: said });
    if (done === undefined && text.value === '') text.value = said;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') field.current?.blur();
  };
  return (
    <form
      class="speech"
      onSubmit={(event) => {
        event.preventDefault();
        void speak('say');
      }}
    >
      {hasKeys && <SpeechKeys onSay={() => field.current?.focus()} />}
      <input
        ref={field}
        class={call.listens.speech && call.conference === undefined ? 'input input-heard' : 'input'}
        placeholder={placeholderOf(call)}
        aria-label="What you say"
        value={text}
        onInput={({ currentTarget }) => (text.value = currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div class="speech-buttons">
        <button type="submit" class="button button-plain" title="Say · Enter">
          Say
        </button>
        <Button look="plain" disabled={!isSpokenTo} label="Speak over what is said" onPress={() => void speak('interrupt')}>
          Interrupt
        </Button>
        <SoundTools callSid={call.sid} hasKeys={hasKeys} onWords={(words) => (text.value = words)} />
      </div>
    </form>
  );
}

function placeholderOf({ listens, conference }: CallState): string {
  if (conference !== undefined) return 'Speak to the conference';
  return listens.speech ? 'Say something: somebody listens' : 'Say something';
}

function SpeechKeys({ onSay }: { readonly onSay: () => void }): null {
  useShortcuts([{ keys: ['s'], title: 'Say something', section: 'Call', run: onSay }]);
  return null;
}
