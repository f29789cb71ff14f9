import { signal } from '@preact/signals';
import type { HearingNotice } from '../../emulator/control/protocol.js';
import type { HeardEvent } from '../../emulator/events.js';
import type { Heard } from './types.js';

/** What is being heard on each call, before its end: the state that is fetched has it too, but later. */
const current = signal<ReadonlyMap<string, Heard>>(new Map());

/** Whoever wants to hear what telephones hear. */
type Listener = (callSid: string, heard: Heard) => void;

const listeners = new Set<Listener>();

export const hearing = {
  current,
  begin({ callSid, heard }: HearingNotice): void {
    current.value = new Map(current.value).set(callSid, heard);
    for (const listener of listeners) listener(callSid, heard);
  },
  end({ callSid, heard }: HeardEvent): void {
    if (current.value.get(callSid)?.at === heard.at) {
      const rest = new Map(current.value);
      rest.delete(callSid);
      current.value = rest;
    }
    for (const listener of listeners) listener(callSid, heard);
  },
  clear(): void {
    current.value = new Map();
  },
  /** @returns What ends that. */
  on(listener: Listener): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
