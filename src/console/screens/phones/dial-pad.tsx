import type { JSX } from 'preact';
import { send } from '../../wire/command.js';

/** The keys of a telephone, in their order. */
export const KEYS: readonly string[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

const LETTERS: Readonly<Record<string, string>> = {
  2: 'ABC',
  3: 'DEF',
  4: 'GHI',
  5: 'JKL',
  6: 'MNO',
  7: 'PQRS',
  8: 'TUV',
  9: 'WXYZ',
};

// The letters are drawn by the style, and would be read as a part of the name.
const NAMES: Readonly<Record<string, string>> = { '*': 'Star *', '#': 'Pound #' };

/** The keys of a telephone on a call. It is marked when the application waits for keys. */
export function DialPad({ callSid, isHeard }: { readonly callSid: string; readonly isHeard: boolean }): JSX.Element {
  return (
    <div
      class={isHeard ? 'dial-pad dial-pad-heard' : 'dial-pad'}
      role="group"
      aria-label={isHeard ? 'Keys: the application waits for keys' : 'Keys'}
    >
      {KEYS.map((key) => (
        <button
          key={key}
          type="button"
          class="dial-key"
          aria-label={NAMES[key] ?? key}
          data-letters={LETTERS[key] ?? ''}
          onClick={() => void send({ do: 'press', callSid, keys: key })}
        >
          {key}
        </button>
      ))}
    </div>
  );
}
