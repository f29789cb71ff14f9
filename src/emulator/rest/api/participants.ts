import type { TwimlNode } from '../../../twiml/node.js';
import { createCall } from '../../calls/create-call.js';
import type { Leg } from '../../calls/leg.js';
import { Conference } from '../../conferences/conference.js';
import type { Participant } from '../../conferences/participant.js';
import { writeRfc2822 } from '../dates.js';
import { fits, resource } from '../resource.js';
import { RestError } from '../rest-error.js';
import { type RestRequest, type Route, readAddress, readBoolean, readText, readTexts, readWhole, require } from '../rest-request.js';
import { announce } from './announce.js';
import { conferenceNamed, findConference } from './find-conference.js';
import { readRecordingCallback } from './recordings.js';

/** Somebody in a conference, or on the way into it. */
interface Member {
  readonly conference: Conference;
  readonly leg: Leg;
  /** Absent until the call is answered. */
  readonly participant: Participant | undefined;
}

/** Who is in a conference: https://www.twilio.com/docs/voice/api/conference-participant-resource */
export const participantRoutes: readonly Route[] = resource<Member>({
  path: '/2010-04-01/Accounts/:account/Conferences/:conference/Participants',
  key: 'participants',
  all: list,
  keep: ({ participant }, request) =>
    fits(request, {
      Muted: String(participant?.isMuted ?? false),
      Hold: String(participant?.isHeld ?? false),
      Coaching: String(participant?.coach !== undefined),
    }),
  find: (request, name) => list(request).find(({ leg, participant }) => leg.sid === name || participant?.settings.label === name),
  describe,
  create: invite,
  update,
  remove: ({ leg, participant }) => {
    if (participant === undefined) leg.end('canceled');
    else participant.dismiss('participant_updated_via_api');
  },
});

function list(request: RestRequest): readonly Member[] {
  const conference = findConference(request);
  return [...conference.participants.values()].map((participant) => ({ conference, leg: participant.leg, participant }));
}

/** Calls somebody, and puts them into the conference once they answer. The conference begins to be with that, where it is named and not there. */
function invite(request: RestRequest): Member {
  const { world, names } = request;
  const to = require(request, 'To', 21201);
  const from = require(request, 'From', 21213);
  const name = names.conference ?? '';
  const known = conferenceNamed(world, name);
  if (known === undefined && /^CF[0-9a-fA-F]{32}$/.test(name)) findConference(request);
  if (known?.status === 'completed') throw new RestError(16001, 'The conference has ended');
  const conference = known ?? new Conference(world, name, readConference(request));
  const progress = readAddress(request, 'StatusCallback', 'StatusCallbackMethod', 21609);
  const events = readTexts(request, 'StatusCallbackEvent').flatMap((event) => event.split(/[\s,]+/));
  const timeout = readWhole(request, 'Timeout');
  const leg = createCall(world, {
    to,
    from,
    start: { root: makeDocument(request, conference.name), url: undefined, method: 'POST', event: 0 },
    ...(progress && { progress: { ...progress, events: events.length === 0 ? ['completed'] : events } }),
    ...(timeout !== undefined && { timeoutMs: timeout * 1000 }),
    ...(readBoolean(request, 'Record') === true && { record: { channels: 2 as const, callback: readRecordingCallback(request) } }),
  });
  return { conference, leg, participant: undefined };
}

function readConference(request: RestRequest): Conference['settings'] {
  const callback = readAddress(request, 'ConferenceStatusCallback', 'ConferenceStatusCallbackMethod');
  const events = readTexts(request, 'ConferenceStatusCallbackEvent').flatMap((event) => event.split(/[\s,]+/));
  const record = readText(request, 'ConferenceRecord');
  return {
    callback: callback && { ...callback, events: events.length === 0 ? ['start', 'end'] : events },
    maxParticipants: readWhole(request, 'MaxParticipants') ?? 250,
    recording: record === 'true' || record === 'record-from-start' ? { callback: readRecordingCallback(request, 'Conference') } : undefined,
  };
}

/** The parameters of the request by the attributes of `<Conference>` that say the same. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  Label: 'participantLabel',
  Muted: 'muted',
  Beep: 'beep',
  StartConferenceOnEnter: 'startConferenceOnEnter',
  EndConferenceOnExit: 'endConferenceOnExit',
  WaitUrl: 'waitUrl',
  WaitMethod: 'waitMethod',
  MaxParticipants: 'maxParticipants',
};

/** Whoever answers is put into the conference as TwiML would do it. */
function makeDocument(request: RestRequest, name: string): TwimlNode {
  const attributes = Object.fromEntries(
    Object.entries(ATTRIBUTES).flatMap(([parameter, attribute]) => {
      const value = readText(request, parameter);
      return value === undefined ? [] : [[attribute, value]];
    }),
  );
  const coach = readBoolean(request, 'Coaching') === true ? readText(request, 'CallSidToCoach') : undefined;
  const conference: TwimlNode = {
    tag: 'Conference',
    attributes: { ...attributes, ...(coach !== undefined && { coach }) },
    children: [name],
  };
  return { tag: 'Response', attributes: {}, children: [{ tag: 'Dial', attributes: {}, children: [conference] }] };
}

function update({ conference, participant }: Member, request: RestRequest): void {
  if (participant === undefined) return;
  const isMuted = readBoolean(request, 'Muted');
  if (isMuted !== undefined) participant.mute(isMuted);
  const isHeld = readBoolean(request, 'Hold');
  if (isHeld !== undefined) participant.hold(isHeld, readAddress(request, 'HoldUrl', 'HoldMethod'));
  const isCoaching = readBoolean(request, 'Coaching');
  if (isCoaching !== undefined) participant.coach = isCoaching ? readText(request, 'CallSidToCoach') : undefined;
  const announcement = readAddress(request, 'AnnounceUrl', 'AnnounceMethod');
  if (announcement !== undefined) void announce(request, conference, [participant], announcement);
}

function describe({ conference, leg, participant }: Member, request: RestRequest): object {
  const { account } = request;
  const { settings } = participant ?? {};
  return {
    account_sid: account,
    call_sid: leg.sid,
    call_sid_to_coach: participant?.coach ?? null,
    coaching: participant?.coach !== undefined,
    conference_sid: conference.sid,
    date_created: writeRfc2822(leg.createdAt),
    date_updated: writeRfc2822(leg.createdAt),
    end_conference_on_exit: settings?.endsOnExit ?? readBoolean(request, 'EndConferenceOnExit') ?? false,
    hold: participant?.isHeld ?? false,
    label: settings?.label ?? readText(request, 'Label') ?? null,
    muted: participant?.isMuted ?? readBoolean(request, 'Muted') ?? false,
    queue_time: '0',
    start_conference_on_enter: settings?.startsOnEnter ?? readBoolean(request, 'StartConferenceOnEnter') ?? true,
    status: leg.isOver ? 'complete' : participant === undefined ? 'queued' : 'connected',
    uri: `/2010-04-01/Accounts/${account}/Conferences/${conference.sid}/Participants/${leg.sid}.json`,
  };
}
