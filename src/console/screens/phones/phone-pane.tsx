import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { PhoneState } from '../../../emulator/control/protocol.js';
import { useShortcuts } from '../../keyboard/use-shortcuts.js';
import { Button } from '../../parts/button.js';
import { useDropTarget } from '../../parts/drop-target.js';
import { isOngoing } from '../../state/calls.js';
import { formatAddress } from '../../state/names.js';
import { closePhone, focusedPhone } from '../../state/open-phones.js';
import { snapshot } from '../../state/snapshot.js';
import { send } from '../../wire/command.js';
import { Avatar } from './avatar.js';
import { CallCard } from './call-card.js';
import { Composer, numberFor } from './composer.js';
import { PhoneOptions } from './phone-options.js';
import { Thread } from './thread.js';

interface PhonePaneProps {
  readonly phone: PhoneState;
  readonly isFocused: boolean;
  readonly index: number;
  readonly isAlone: boolean;
}

/** One telephone: its calls, its texts, and what its owner can do. */
export function PhonePane({ phone, isFocused, index, isAlone }: PhonePaneProps): JSX.Element {
  const { address, name } = phone;
  const state = snapshot.value;
  const calls = (state?.calls ?? []).filter((call) => call.phone === address);
  const live = calls.filter(isOngoing);
  const title = name ?? formatAddress(address);
  const attach = useRef<(files: FileList) => void>(() => undefined);
  const { isOver, ...drop } = useDropTarget((files) => attach.current(files));
  const classes = ['pane', isFocused && !isAlone && 'pane-focused', isOver && 'drop-over'];
  return (
    <section
      id={`phone-${index}`}
      class={classes.filter(Boolean).join(' ')}
      aria-label={`Phone of ${title}`}
      tabIndex={-1}
      onFocusIn={() => (focusedPhone.value = index)}
      {...drop}
    >
      <header class="pane-head">
        <Button icon="left" label="Back to the list" look="bare" onPress={() => closePhone(address)} />
        <Avatar address={address} name={name} isLive={live.length > 0} />
        <div class="pane-title">
          <h2 class="clip">{title}</h2>
          <p class="clip quiet mono">{address}</p>
        </div>
        <PhoneOptions phone={phone} />
        {!isAlone && <Button icon="close" label={`Close ${title}`} look="bare" onPress={() => closePhone(address)} />}
      </header>
      {live.map((call) => (
        <CallCard key={call.sid} call={call} hasKeys={isFocused && call === live.at(-1)} />
      ))}
      <Thread address={address} calls={calls} />
      <Composer address={address} isFocused={isFocused} canCall={live.length === 0} attach={attach} />
      {isFocused && live.length === 0 && <CallShortcut address={address} />}
    </section>
  );
}

function CallShortcut({ address }: { readonly address: string }): null {
  useShortcuts([{ keys: ['c'], title: 'Call', section: 'Phones', run: () => void callFrom(address) }]);
  return null;
}

/** Calls the number that is chosen below the texts. */
export async function callFrom(address: string): Promise<void> {
  const to = numberFor(address);
  if (to !== undefined) await send({ do: 'call', from: address, to });
}
