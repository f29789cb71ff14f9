import { type Element, element } from '../element.js';
import type { VoiceDocument } from './voice-document.js';

/** What `<Leave>` may stand in. */
export interface LeaveVerb {
  /** Takes the caller out of the queue. The verb after the `<Enqueue>` runs next, so this is the last verb of a `waitUrl` document. */
  leave(): VoiceDocument;
}

/** @internal */
export const leaveElement: Element = element({
  tag: 'Leave',
  attributes: {},
  children: {},
});
