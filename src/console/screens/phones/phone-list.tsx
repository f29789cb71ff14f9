import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { PhoneState, Snapshot } from '../../../emulator/control/protocol.js';
import { Badge, type Tone } from '../../parts/badge.js';
import { Button } from '../../parts/button.js';
import { formatShortTime } from '../../parts/format.js';
import { Icon } from '../../parts/icon.js';
import { isOngoing, isRinging } from '../../state/calls.js';
import { formatAddress, telephoneOf } from '../../state/names.js';
import { MOST_PHONES, openPhone, openPhones, showSomePhone } from '../../state/open-phones.js';
import { hrefOf } from '../../state/route.js';
import { snapshot } from '../../state/snapshot.js';
import { Avatar } from './avatar.js';
import { isAddingPhone } from './new-phone.js';

/** Wide enough for a list beside a telephone, as the style has it. */
const WIDE = '(min-width: 760px)';

/** Who there is: our numbers on top, the people below. */
export function PhoneList(): JSX.Element {
  const state = snapshot.value;
  const phones = state?.phones ?? [];
  const isNoneOpen = openPhones.value.length === 0;
  useEffect(() => {
    // On a narrow page the list is a place of its own, that one comes back to.
    if (isNoneOpen && matchMedia(WIDE).matches) showSomePhone();
  }, [isNoneOpen, phones.length === 0]);
  return (
    <aside class="phone-list scrolls" aria-label="People and numbers" tabIndex={-1}>
      <section>
        <header class="list-head">
          <h2>People</h2>
          <Button icon="plus" label="New phone" look="bare" onPress={() => (isAddingPhone.value = true)} />
        </header>
        {phones.length === 0 && <p class="list-note">Nobody yet. A phone appears here when your application calls or writes to it.</p>}
        <ul>{state !== undefined && phones.map((phone) => <PhoneRow key={phone.address} phone={phone} state={state} />)}</ul>
      </section>
      <section>
        <header class="list-head">
          <h2>Your numbers</h2>
        </header>
        <ul>
          {(state?.numbers ?? []).map(({ address, settings }) => (
            <li key={address}>
              <a class="number-row" href={hrefOf('setup')}>
                <span class="number-address">{formatAddress(address)}</span>
                <span class="number-uses quiet">{describeUses(settings)}</span>
              </a>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}

function PhoneRow({ phone, state }: { readonly phone: PhoneState; readonly state: Snapshot }): JSX.Element {
  const { address, name, is } = phone;
  const isOpen = openPhones.value.includes(address);
  const { preview, at, tone, isLive } = previewOf(address, state);
  const canJoin = !isOpen && openPhones.value.length > 0 && openPhones.value.length < MOST_PHONES;
  return (
    <li class={isOpen ? 'phone-row phone-row-open' : 'phone-row'}>
      <button type="button" class="phone-row-main" aria-current={isOpen ? 'true' : undefined} onClick={() => openPhone(address)}>
        <Avatar address={address} name={name} isLive={isLive} />
        <span class="phone-row-text">
          <span class="phone-row-name">
            <span class="clip">{name ?? formatAddress(address)}</span>
            {at !== undefined && <time class="quiet numeric">{formatShortTime(at)}</time>}
          </span>
          <span class="phone-row-preview">
            <span class={`clip tone-${tone}`}>{preview}</span>
            {is !== 'person' && <Badge>{is}</Badge>}
          </span>
        </span>
      </button>
      {canJoin && (
        <button
          type="button"
          class="phone-row-join"
          aria-label={`Open ${name ?? address} beside`}
          title="Open beside"
          onClick={() => openPhone(address, { beside: true })}
        >
          <Icon name="plus" size={14} />
        </button>
      )}
    </li>
  );
}

interface Preview {
  readonly preview: string;
  readonly at?: number;
  readonly tone: Tone;
  readonly isLive: boolean;
}

/** What happened last at a telephone. */
function previewOf(address: string, { calls, messages }: Snapshot): Preview {
  const call = calls.findLast(({ phone }) => phone === address);
  const message = messages.findLast(({ phone }) => telephoneOf(phone) === address);
  if (call !== undefined && isOngoing(call))
    return isRinging(call)
      ? { preview: 'Rings…', tone: 'good', isLive: true }
      : { preview: call.status === 'in-progress' ? 'On a call' : 'Calls…', tone: 'good', isLive: true };
  if (message !== undefined && message.createdAt >= (call?.createdAt ?? 0))
    return { preview: message.body || 'Media', at: message.createdAt, tone: 'plain', isLive: false };
  if (call !== undefined) return { preview: `Call ${call.status}`, at: call.createdAt, tone: 'plain', isLive: false };
  return { preview: formatAddress(address), tone: 'plain', isLive: false };
}

function describeUses({ voiceUrl, smsUrl, voiceApplicationSid }: Snapshot['numbers'][number]['settings']): string {
  const uses = [
    ...(voiceUrl !== undefined || voiceApplicationSid !== undefined ? ['voice'] : []),
    ...(smsUrl !== undefined ? ['texts'] : []),
  ];
  return uses.length === 0 ? 'no URL' : uses.join(', ');
}
