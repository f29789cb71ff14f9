import { Interruption } from '../calls/scope.js';
import { VerbFailure } from '../documents/verb-failure.js';
import { askInVain } from './farewell.js';
import { actionOf } from './read.js';
import type { Verb } from './verb.js';

/** How long the endpoint takes to answer the REFER, and the transferred leg to get where it gets. */
const ANSWER_MS = 500;
const TRANSFER_MS = 5000;

/** How far the transferred leg got, by the SIP status that the endpoint reports of it. */
function statusOf(notified: number | undefined): string | undefined {
  if (notified === undefined) return undefined;
  if (notified < 200) return 'ringing';
  if (notified < 300) return 'in-progress';
  return notified === 486 ? 'busy' : notified === 480 || notified === 408 ? 'no-answer' : 'failed';
}

/** Asks the SIP endpoint of the caller to call somebody else instead. */
export const refer: Verb = {
  tag: 'Refer',
  async run(context) {
    const { leg, scope } = context;
    if (!leg.from.startsWith('sip:') && !leg.to.startsWith('sip:')) {
      throw new VerbFailure(13801, '<Refer> works on calls of SIP endpoints alone; this one is of a telephone.');
    }
    const { response, notify } = leg.phone?.person.refer ?? { response: 202, notify: 200 };
    const codes = (status: string | undefined) => ({
      ...(status !== undefined && { ReferCallStatus: status }),
      ReferSipResponseCode: String(response),
      ...(notify !== undefined && response < 300 && { NotifySipResponseCode: String(notify) }),
    });
    const hasAction = context.node.attributes.action !== undefined;
    try {
      await scope.sleep(ANSWER_MS);
      if (response < 300) await scope.sleep(TRANSFER_MS);
    } catch (error) {
      if (error instanceof Interruption && error.reason === 'gone' && hasAction)
        askInVain(context, actionOf(context, 'voice.refer', codes('canceled')));
      throw error;
    }
    return hasAction ? { go: actionOf(context, 'voice.refer', codes(response < 300 ? statusOf(notify) : undefined)) } : undefined;
  },
};
