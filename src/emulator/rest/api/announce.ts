import type { Leg } from '../../calls/leg.js';
import type { Conference } from '../../conferences/conference.js';
import type { Participant } from '../../conferences/participant.js';
import { readDocument } from '../../documents/read-document.js';
import { sendWebhook } from '../../wire/wire.js';
import type { RestRequest } from '../rest-request.js';

/** Fetches what is to be announced once, and lets everybody hear it. */
export async function announce(
  { world }: RestRequest,
  conference: Conference,
  participants: readonly Participant[],
  { url, method }: { readonly url: string; readonly method: 'GET' | 'POST' },
): Promise<void> {
  const [first] = participants;
  if (first === undefined) return;
  const { leg } = first;
  const toOne = participants.length === 1 && conference.participants.size > 1;
  // Of somebody who has left meanwhile there is nothing to tell but whom it was for.
  const alone = () => (!toOne ? {} : conference.participants.has(leg) ? first.parameters() : { CallSid: leg.sid });
  const fetched = fetchAnnouncement(leg, conference, url, method);
  try {
    const document = await world.clock.hold(fetched);
    await Promise.all(participants.map((participant) => participant.announce(document)));
    conference.tell('announcement', 'announcement-end', { AnnounceUrl: url, ...alone() });
  } catch (error) {
    conference.tell('announcement', 'announcement-fail', {
      AnnounceUrl: url,
      ReasonAnnouncementFailed: (error as Error).message,
      ...alone(),
    });
  }
}

async function fetchAnnouncement(leg: Leg, conference: Conference, url: string, method: 'GET' | 'POST') {
  const parameters = { ...leg.parameters(), ConferenceSid: conference.sid };
  const lint = { document: 'voice', context: 'conference-wait-url' } as const;
  const outcome = await sendWebhook(
    { kind: 'voice.conference.wait', url, method, parameters, lint, callSid: leg.sid, jar: leg.jar },
    leg.world,
  );
  if ('failure' in outcome) throw new Error(outcome.failure.message);
  return { root: readDocument(outcome.answer, outcome.url), url: outcome.url, method, event: outcome.attempt.seq };
}
