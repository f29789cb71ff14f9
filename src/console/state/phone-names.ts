import { computed } from '@preact/signals';
import { snapshot } from './snapshot.js';

/** The names of telephones that have one. */
export const phoneNames = computed<ReadonlyMap<string, string>>(
  () => new Map((snapshot.value?.phones ?? []).flatMap(({ address, name }) => (name === undefined ? [] : [[address, name] as const]))),
);
