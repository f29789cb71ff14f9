import type { EntryKind } from '../state/entry.js';
import type { IconName } from './icon.js';

/** The picture of each kind of thing that the timeline has. */
export const ENTRY_ICONS: Readonly<Record<EntryKind, IconName>> = {
  webhook: 'out',
  callback: 'out',
  rest: 'in',
  call: 'phone',
  message: 'message',
  speech: 'sound',
  socket: 'bolt',
  verb: 'code',
  finding: 'alert',
};
