import type { TwimlNode } from '../../../twiml/node.js';
import { createCall } from '../../calls/create-call.js';
import type { Leg } from '../../calls/leg.js';
import { Conference } from '../../conferences/conference.js';
import type { Participant } from '../../conferences/participant.js';
import type { ParticipantSettings } from '../../conferences/settings.js';
import { writeRfc2822 } from '../dates.js';
import { fits, resource } from '../resource.js';
import { RestError } from '../rest-error.js';
import { type RestRequest, type Route, readAddress, readBoolean, readEvents, readText, readWhole } from '../rest-request.js';
import { announce } from './announce.js';
import { readDetection, readLimits, readParties, readProgress } from './call-options.js';
import { conferenceNamed, findConference } from './find-conference.js';
import { readRecordingCallback } from './recordings.js';

/** Somebody in a conference, or on the way into it. */
interface Member {
  readonly conference: Conference;
  readonly leg: Leg;
  readonly settings: ParticipantSettings;
  /** Absent until the call is answered. */
  readonly participant: Participant | undefined;
}

/** Who is in a conference: https://www.twilio.com/docs/voice/api/conference-participant-resource */
export const participantRoutes: readonly Route[] = resource<Member>({
  path: '/2010-04-01/Accounts/:account/Conferences/:conference/Participants',
  key: 'participants',
  all: (request) => list(findConference(request)),
  keep: (member, request) =>
    fits(request, {
      Muted: String(isMuted(member)),
      Hold: String(member.participant?.isHeld ?? false),
      Coaching: String(coachOf(member) !== undefined),
    }),
  find: (request, name) => list(findConference(request)).find(({ leg, settings }) => leg.sid === name || settings.label === name),
  describe,
  create: invite,
  update,
  remove: ({ leg, participant }) => {
    if (participant === undefined) leg.end('canceled');
    else participant.dismiss('participant_updated_via_api');
  },
});

function list(conference: Conference): readonly Member[] {
  return [
    ...[...conference.participants.values()].map((participant) => ({
      conference,
      leg: participant.leg,
      participant,
      // An update changes them.
      get settings() {
        return participant.settings;
      },
    })),
    ...[...conference.invited].map(([leg, settings]) => ({ conference, leg, settings, participant: undefined })),
  ];
}

function isMuted({ participant, settings }: Member): boolean {
  return participant?.isMuted ?? settings.isMuted;
}

/** The CallSid of whom they talk to alone. */
function coachOf({ participant, settings }: Member): string | undefined {
  return participant === undefined ? settings.coach : participant.coach;
}

/** Calls somebody, and puts them into the conference once they answer. The conference begins to be with that, where it is named and not there. */
function invite(request: RestRequest): Member {
  const { world, names } = request;
  const { to, from } = readParties(request);
  const name = names.conference ?? '';
  const known = conferenceNamed(world, name);
  if (known === undefined && /^CF[0-9a-fA-F]{32}$/.test(name)) findConference(request);
  if (known?.status === 'completed') throw new RestError(16001, 'The conference has ended');
  const conference = known ?? new Conference(world, name, readConference(request));
  const settings = readSettings(request);
  const isTaken = settings.label !== undefined && list(conference).some((other) => other.settings.label === settings.label);
  if (isTaken) throw new RestError(16026, `Another participant has the label ${settings.label}`);
  const leg = createCall(world, {
    to,
    from,
    start: { root: makeDocument(request, conference.name), url: undefined, method: 'POST', event: 0 },
    progress: readProgress(request),
    ...readLimits(request, 2),
    detection: readDetection(request, 'Amd', true),
  });
  conference.invite(leg, settings);
  return { conference, leg, settings, participant: undefined };
}

function readSettings(request: RestRequest): ParticipantSettings {
  return {
    label: readLabel(request),
    isMuted: readBoolean(request, 'Muted') ?? false,
    startsOnEnter: readBoolean(request, 'StartConferenceOnEnter') ?? true,
    endsOnExit: readBoolean(request, 'EndConferenceOnExit') ?? false,
    beep: readText(request, 'Beep') ?? 'true',
    coach: readBoolean(request, 'Coaching') === true ? readText(request, 'CallSidToCoach') : undefined,
    wait: readAddress(request, 'WaitUrl', 'WaitMethod'),
  };
}

/** https://www.twilio.com/docs/api/errors/16024 */
function readLabel(request: RestRequest): string | undefined {
  const label = readText(request, 'Label');
  if (label === undefined || (label.length <= 128 && !/^CA[0-9a-fA-F]{32}$|\/|%2F/i.test(label))) return label;
  throw new RestError(16024, 'Label has 128 characters at most, is no CallSid, and has no /');
}

function readConference(request: RestRequest): Conference['settings'] {
  const callback = readAddress(request, 'ConferenceStatusCallback', 'ConferenceStatusCallbackMethod');
  const events = readEvents(request, 'ConferenceStatusCallbackEvent', CONFERENCE_EVENTS);
  const record = readText(request, 'ConferenceRecord');
  return {
    callback: callback && { ...callback, events: events.length === 0 ? ['start', 'end'] : events },
    maxParticipants: readWhole(request, 'MaxParticipants') ?? 250,
    recording: record === 'true' || record === 'record-from-start' ? { callback: readRecordingCallback(request, 'Conference') } : undefined,
  };
}

const CONFERENCE_EVENTS: readonly string[] = ['start', 'end', 'join', 'leave', 'mute', 'hold', 'modify', 'speaker', 'announcement'];

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
  participant.change(readChanges(request));
  const mutes = readBoolean(request, 'Muted');
  if (mutes !== undefined) participant.mute(mutes);
  const isHeld = readBoolean(request, 'Hold');
  if (isHeld !== undefined) participant.hold(isHeld, readAddress(request, 'HoldUrl', 'HoldMethod'));
  const isCoaching = readBoolean(request, 'Coaching');
  if (isCoaching !== undefined) participant.coach = isCoaching ? readText(request, 'CallSidToCoach') : undefined;
  const announcement = readAddress(request, 'AnnounceUrl', 'AnnounceMethod');
  if (announcement !== undefined) void announce(request, conference, [participant], announcement);
}

/** What is changed beside the sound. */
function readChanges(request: RestRequest): Partial<ParticipantSettings> {
  const endsOnExit = readBoolean(request, 'EndConferenceOnExit');
  const beepsOnExit = readBoolean(request, 'BeepOnExit');
  const wait = readAddress(request, 'WaitUrl', 'WaitMethod');
  return {
    ...(endsOnExit !== undefined && { endsOnExit }),
    ...(beepsOnExit !== undefined && { beep: beepsOnExit ? 'onExit' : 'false' }),
    ...(wait !== undefined && { wait }),
  };
}

function describe(member: Member, request: RestRequest): object {
  const { conference, leg, settings, participant } = member;
  const { account } = request;
  const coach = coachOf(member);
  return {
    account_sid: account,
    call_sid: leg.sid,
    call_sid_to_coach: coach ?? null,
    coaching: coach !== undefined,
    conference_sid: conference.sid,
    date_created: writeRfc2822(leg.createdAt),
    date_updated: writeRfc2822(leg.createdAt),
    end_conference_on_exit: settings.endsOnExit,
    hold: participant?.isHeld ?? false,
    label: settings.label ?? null,
    muted: isMuted(member),
    queue_time: '0',
    start_conference_on_enter: settings.startsOnEnter,
    status: statusOf(member),
    uri: `/2010-04-01/Accounts/${account}/Conferences/${conference.sid}/Participants/${leg.sid}.json`,
  };
}

/** What the API calls those who are on their way. */
const UNDERWAY: Readonly<Record<string, string>> = { initiated: 'connecting', ringing: 'ringing', 'in-progress': 'connected' };

function statusOf({ leg, participant }: Member): string {
  if (leg.isOver) return 'complete';
  return participant === undefined ? (UNDERWAY[leg.status] ?? 'queued') : 'connected';
}
