import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useShortcuts } from '../../keyboard/use-shortcuts.js';
import { Empty } from '../../parts/empty.js';
import { focusedPhone, keepPhones, openPhones } from '../../state/open-phones.js';
import { snapshot } from '../../state/snapshot.js';
import { FirstSteps } from '../setup/first-steps.js';
import { Activity } from './activity.js';
import { isAddingPhone, NewPhone } from './new-phone.js';
import { PhoneList } from './phone-list.js';
import { PhonePane } from './phone-pane.js';

/** People's telephones: who there is, and those that are open, side by side. */
export function PhonesScreen(): JSX.Element {
  const open = openPhones.value;
  useEffect(keepPhones, [open.join()]);
  useShortcuts([
    {
      keys: ['alt+1', 'alt+2', 'alt+3', 'alt+4'],
      title: 'The first to fourth phone that is open',
      section: 'Phones',
      run: (key) => focusPhone(Number(key) - 1),
    },
  ]);
  const phones = snapshot.value?.phones ?? [];
  const shown = open.map((address) => phones.find((phone) => phone.address === address)).filter((phone) => phone !== undefined);
  const focused = shown[Math.min(focusedPhone.value, shown.length - 1)];
  return (
    <div class={shown.length === 0 ? 'phones' : 'phones phones-open'}>
      <PhoneList />
      {shown.length === 0 ? (
        <div class="phones-empty scrolls">{hasAnswered() ? <Choose /> : <FirstSteps />}</div>
      ) : (
        <div class={`panes panes-${shown.length}`}>
          {shown.map((phone, index) => (
            <PhonePane key={phone.address} phone={phone} isFocused={phone === focused} index={index} isAlone={shown.length === 1} />
          ))}
        </div>
      )}
      {shown.length === 1 && focused !== undefined && <Activity address={focused.address} />}
      {isAddingPhone.value && <NewPhone />}
    </div>
  );
}

/** Whether the application has answered once: then everybody knows the way. */
function hasAnswered(): boolean {
  return snapshot.value?.setUp.reply !== undefined;
}

function Choose(): JSX.Element {
  return <Empty icon="phone" title="Choose a phone" />;
}

function focusPhone(index: number): void {
  if (index >= openPhones.value.length) return;
  focusedPhone.value = index;
  document.getElementById(`phone-${index}`)?.focus();
}
