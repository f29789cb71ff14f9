import { signal } from '@preact/signals';
import type { Snapshot } from '../../emulator/control/protocol.js';

/** What there is in the emulator; absent until it was fetched. */
export const snapshot = signal<Snapshot | undefined>(undefined);
