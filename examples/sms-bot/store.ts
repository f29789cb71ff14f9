import type { State } from './conversation.ts';

/** What became of a reminder. */
export interface Reminder {
  /** Such as `sent` or `delivered`. */
  readonly status: string;
  /** Twilio's number for why it did not arrive. */
  readonly errorCode?: string | number | undefined;
}

/** What the bot remembers. Maps do for one process; put a database behind them for several. */
export interface Store {
  /** By telephone number. */
  readonly conversations: Map<string, State>;
  /** By telephone number. */
  readonly appointments: Map<string, string>;
  /** By the SID of the message. */
  readonly reminders: Map<string, Reminder>;
}

export function createStore(): Store {
  return { conversations: new Map(), appointments: new Map(), reminders: new Map() };
}
