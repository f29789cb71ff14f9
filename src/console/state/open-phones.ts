import { computed, signal } from '@preact/signals';
import { go, route } from './route.js';
import { snapshot } from './snapshot.js';

/** So many telephones fit beside one another. */
export const MOST_PHONES = 4;

const kept = signal<readonly string[]>([]);

/** The telephones that are open side by side. The address of the page names them, so that it can be reloaded and shared. */
export const openPhones = computed<readonly string[]>(() => {
  const { screen, open } = route.value;
  return screen === 'phones' && open !== undefined ? open.split(',').slice(0, MOST_PHONES) : [];
});

/** Which of them keys go to. */
export const focusedPhone = signal(0);

/** The telephones to go back to when the screen is opened anew. */
export function keepPhones(): void {
  if (openPhones.value.length > 0) kept.value = openPhones.value;
}

/** Opens a telephone alone, or beside those that are open. */
export function openPhone(address: string, { beside = false }: { readonly beside?: boolean } = {}): void {
  const current = openPhones.value;
  const at = current.indexOf(address);
  if (beside && at < 0) show([...current, address].slice(-MOST_PHONES));
  else if (!beside || at < 0) show([address]);
  focusedPhone.value = Math.max(0, openPhones.value.indexOf(address));
}

export function closePhone(address: string): void {
  show(openPhones.value.filter((open) => open !== address));
  focusedPhone.value = 0;
}

/** What is shown where the address of the page names none: those that were open before, or the first that there is. */
export function showSomePhone(): void {
  const known = new Set((snapshot.value?.phones ?? []).map(({ address }) => address));
  const before = kept.value.filter((address) => known.has(address));
  const [first] = known;
  if (before.length > 0) show(before);
  else if (first !== undefined) show([first]);
}

function show(addresses: readonly string[]): void {
  go('phones', addresses.length === 0 ? undefined : addresses.join(','));
}
