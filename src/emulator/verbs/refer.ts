import { isSip } from '../calls/sip.js';
import { VerbFailure } from '../documents/verb-failure.js';
import { orFarewell } from './farewell.js';
import { proceed } from './read.js';
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
    if (!isSip(leg.from) && !isSip(leg.to)) {
      throw new VerbFailure(13801, '<Refer> works on calls of SIP endpoints alone; this one is of a telephone.');
    }
    const { response, notify } = leg.phone?.person.refer ?? { response: 202, notify: 200 };
    const next = (status: string | undefined) =>
      proceed(context, 'voice.refer', {
        ...(status !== undefined && { ReferCallStatus: status }),
        ReferSipResponseCode: String(response),
        ...(notify !== undefined && response < 300 && { NotifySipResponseCode: String(notify) }),
      });
    const isTaken = response < 300;
    await orFarewell(
      context,
      () => scope.sleep(ANSWER_MS + (isTaken ? TRANSFER_MS : 0)),
      () => next('canceled'),
    );
    const { refusedRefer } = leg.world.settings.deviations;
    return next(isTaken ? statusOf(notify) : refusedRefer === 'failed' ? 'failed' : undefined);
  },
};
