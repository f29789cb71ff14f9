import type { Leg } from '../calls/leg.js';
import type { Conference } from '../conferences/conference.js';
import type { Participant } from '../conferences/participant.js';
import { readDocument } from '../documents/read-document.js';
import { sendWebhook } from '../wire/wire.js';
import { writeRfc2822 } from './dates.js';
import { makePage } from './page.js';
import { notFound } from './rest-error.js';
import { type RestRequest, type Route, readAddress, readBoolean, readText } from './rest-request.js';

const BASE = '/2010-04-01/Accounts/:account/Conferences';

/** Conferences and who is in them: https://www.twilio.com/docs/voice/api/conference-resource */
export const conferenceRoutes: readonly Route[] = [
  { method: 'GET', path: `${BASE}.json`, run: (request) => makePage(request, 'conferences', list(request)) },
  { method: 'GET', path: `${BASE}/:conference.json`, run: (request) => ({ status: 200, body: describe(find(request)) }) },
  { method: 'POST', path: `${BASE}/:conference.json`, run: (request) => ({ status: 200, body: describe(update(request)) }) },
  {
    method: 'GET',
    path: `${BASE}/:conference/Participants.json`,
    run: (request) => {
      const conference = find(request);
      return makePage(
        request,
        'participants',
        [...conference.participants.values()].map((one) => describeParticipant(conference, one)),
      );
    },
  },
  {
    method: 'GET',
    path: `${BASE}/:conference/Participants/:call.json`,
    run: (request) => ({ status: 200, body: describeParticipant(find(request), findParticipant(request)) }),
  },
  {
    method: 'POST',
    path: `${BASE}/:conference/Participants/:call.json`,
    run: (request) => ({ status: 200, body: describeParticipant(find(request), updateParticipant(request)) }),
  },
  {
    method: 'DELETE',
    path: `${BASE}/:conference/Participants/:call.json`,
    run: (request) => {
      findParticipant(request).dismiss('participant_updated_via_api');
      return { status: 204 };
    },
  },
];

/** A conference by its SID, or by its name while it runs. */
function find({ world, names, path }: RestRequest): Conference {
  const name = names.conference ?? '';
  const conference = world.conferences.get(name) ?? world.findConference(name);
  if (conference !== undefined) return conference;
  throw notFound(path);
}

function update(request: RestRequest): Conference {
  const conference = find(request);
  if (readText(request, 'Status') === 'completed') conference.end();
  const announcement = readAddress(request, 'AnnounceUrl', 'AnnounceMethod');
  if (announcement !== undefined) void announce(request, conference, [...conference.participants.values()], announcement);
  return conference;
}

/** Fetches what is to be announced once, and lets everybody hear it. */
async function announce(
  { world }: RestRequest,
  conference: Conference,
  participants: readonly Participant[],
  { url, method }: { readonly url: string; readonly method: 'GET' | 'POST' },
): Promise<void> {
  const [first] = participants;
  if (first === undefined) return;
  const { leg } = first;
  const alone = participants.length === 1 && conference.participants.size > 1 ? { CallSid: leg.sid } : {};
  const fetched = fetchAnnouncement(leg, conference, url, method);
  try {
    const document = await world.clock.hold(fetched);
    await Promise.all(participants.map((participant) => participant.announce(document)));
    conference.tell('announcement', 'announcement-end', { AnnounceUrl: url, ...alone });
  } catch (error) {
    conference.tell('announcement', 'announcement-fail', {
      AnnounceUrl: url,
      ReasonAnnouncementFailed: (error as Error).message,
      ...alone,
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

function findParticipant(request: RestRequest): Participant {
  const wanted = request.names.call ?? '';
  const all = [...find(request).participants.values()];
  const participant = all.find(({ leg, settings }) => leg.sid === wanted || settings.label === wanted);
  if (participant !== undefined) return participant;
  throw notFound(request.path);
}

function updateParticipant(request: RestRequest): Participant {
  const participant = findParticipant(request);
  const isMuted = readBoolean(request, 'Muted');
  if (isMuted !== undefined) participant.mute(isMuted);
  const isHeld = readBoolean(request, 'Hold');
  if (isHeld !== undefined) participant.hold(isHeld, readAddress(request, 'HoldUrl', 'HoldMethod'));
  const isCoaching = readBoolean(request, 'Coaching');
  if (isCoaching !== undefined) participant.coach = isCoaching ? readText(request, 'CallSidToCoach') : undefined;
  const announcement = readAddress(request, 'AnnounceUrl', 'AnnounceMethod');
  if (announcement !== undefined) void announce(request, find(request), [participant], announcement);
  return participant;
}

function list({ world, query }: RestRequest): readonly object[] {
  const wanted = (name: string, value: string) => query[name] === undefined || query[name] === value;
  return [...world.conferences.values()]
    .filter((conference) => wanted('FriendlyName', conference.name) && wanted('Status', conference.status))
    .reverse()
    .map(describe);
}

function describe(conference: Conference): object {
  const { world } = conference;
  const { accountSid } = world.settings;
  const uri = `/2010-04-01/Accounts/${accountSid}/Conferences/${conference.sid}`;
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    call_sid_ending_conference: conference.endedBy ?? null,
    date_created: writeRfc2822(conference.createdAt),
    date_updated: writeRfc2822(conference.endedAt ?? conference.createdAt),
    friendly_name: conference.name,
    reason_conference_ended: conference.endedFor ?? null,
    region: 'us1',
    sid: conference.sid,
    status: conference.status,
    subresource_uris: { participants: `${uri}/Participants.json`, recordings: `${uri}/Recordings.json` },
    uri: `${uri}.json`,
  };
}

function describeParticipant(conference: Conference, { leg, settings, isMuted, isHeld, coach }: Participant): object {
  const { accountSid } = leg.world.settings;
  return {
    account_sid: accountSid,
    call_sid: leg.sid,
    call_sid_to_coach: coach ?? null,
    coaching: coach !== undefined,
    conference_sid: conference.sid,
    date_created: writeRfc2822(leg.createdAt),
    date_updated: writeRfc2822(leg.createdAt),
    end_conference_on_exit: settings.endsOnExit,
    hold: isHeld,
    label: settings.label ?? null,
    muted: isMuted,
    queue_time: '0',
    start_conference_on_enter: settings.startsOnEnter,
    status: leg.isOver ? 'complete' : 'connected',
    uri: `/2010-04-01/Accounts/${accountSid}/Conferences/${conference.sid}/Participants/${leg.sid}.json`,
  };
}
