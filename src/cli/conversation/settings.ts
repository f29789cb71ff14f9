import type { Carrier, Exchange, Outgoing } from '../../delivery/exchange.js';
import type { SharedKey } from '../../signature/index.js';
import type { Act } from '../act.js';

/** What a conversation needs besides its first webhook. */
export interface Settings {
  readonly carrier: Carrier;
  readonly seed: number;
  readonly authToken: string;
  readonly sharedKey?: SharedKey | undefined;
  /** What is done at each `<Gather>`. */
  readonly acts: readonly Act[];
}

/** A conversation on its way. */
export interface Conversation {
  readonly settings: Settings;
  readonly first: Outgoing;
  /** What is still to be done. */
  readonly acts: Act[];
  /** Sends a webhook and takes it down. @throws UsageError when there have been too many. */
  send(outgoing: Outgoing): Promise<Exchange>;
}
