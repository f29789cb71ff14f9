import type { ParameterValue } from '../../fixtures/parameters.js';
import {
  ConferenceEnd,
  ConferenceParticipantHold,
  ConferenceParticipantJoin,
  ConferenceParticipantLeave,
  ConferenceParticipantMute,
  ConferenceRecording,
  ConferenceStart,
} from '../../payloads/voice/index.js';
import { type Cast, makeCast, makeParticipantCall } from './cast.js';
import type { StoryOptions } from './options.js';
import { type Recording, sendRecordingEnded, sendRecordingStarted } from './recording.js';
import { openStage, type Stage } from './stage.js';
import type { StoryStep } from './step.js';

/** Why a conference ends, in the words of `ReasonConferenceEnded`. */
export type ConferenceEnding = 'last-participant-left' | 'participant-with-end-conference-on-exit-left' | 'conference-ended-via-api';

/** What a conference story tells of. */
export interface ConferenceStoryOptions extends StoryOptions {
  /** How many take part, or their labels: from 1 to 250. The first is the moderator; one alone never starts the conference. @default 2 */
  readonly participants?: number | readonly string[] | undefined;
  /** Whether the second participant is muted for a while. @default false */
  readonly mute?: boolean | undefined;
  /** Whether the second participant is held for a while. @default false */
  readonly hold?: boolean | undefined;
  /** Whether the conference is recorded, and reports it. @default false */
  readonly record?: boolean | undefined;
  /** Why it ends: all leave, the moderator's leaving ends it, or you end it over REST. @default 'last-participant-left' */
  readonly ending?: ConferenceEnding | undefined;
  /** The conference's name. @default 'support-42' */
  readonly friendlyName?: string | undefined;
}

/** A step of a conference story. */
export type ConferenceStep =
  | StoryStep<'voice.conference.participant-join', ConferenceParticipantJoin>
  | StoryStep<'voice.conference.start', ConferenceStart>
  | StoryStep<'voice.conference.participant-mute', ConferenceParticipantMute>
  | StoryStep<'voice.conference.participant-hold', ConferenceParticipantHold>
  | StoryStep<'voice.conference.participant-leave', ConferenceParticipantLeave>
  | StoryStep<'voice.conference.end', ConferenceEnd>
  | StoryStep<'voice.recording.conference', ConferenceRecording>;

/**
 * Tells the life of a conference: participants join, it starts with the second, they are muted and held, and leave.
 *
 * @example
 * ```ts
 * for (const step of conferenceStory({ participants: ['agent', 'customer'], hold: true })) await POST(step.request({ url, authToken }));
 * ```
 *
 * @throws TypeError for a number of participants that no conference has.
 */
export function conferenceStory(options: ConferenceStoryOptions = {}): readonly ConferenceStep[] {
  const { participants = 2, mute = false, hold = false, record = false, ending = 'last-participant-left' } = options;
  const stage = openStage<ConferenceStep>('conference', options);
  const room = openRoom(stage, options);
  const people = listParticipants(participants, stage.seed, ending);
  const [, second] = people;
  people.forEach((person, position) => {
    if (position > 0) stage.wait(2, 20);
    tell(room, 'participant-join', ConferenceParticipantJoin, describe(person));
    if (position === 1) startConference(room, record);
  });
  if (second !== undefined && mute) disturbParticipant(room, second, 'mute');
  if (second !== undefined && hold) disturbParticipant(room, second, 'hold');
  stage.wait(10, 120);
  const leftAt = stage.now();
  leave(room, people, ending);
  if (room.recording !== undefined) {
    stage.wait(2, 5);
    sendRecordingEnded(stage, room.recording, { seconds: Math.round((leftAt.getTime() - room.recording.startedAt.getTime()) / 1000) });
  }
  return stage.end();
}

/** A conference, and how many events it had so far. */
interface Room {
  readonly stage: Stage<ConferenceStep>;
  readonly cast: Cast;
  readonly friendlyName: string;
  events: number;
  recording: Recording<typeof ConferenceRecording> | undefined;
}

interface Participant {
  readonly callSid: string;
  readonly label: string | undefined;
  readonly endsConference: boolean;
}

function openRoom(stage: Stage<ConferenceStep>, { friendlyName = 'support-42' }: ConferenceStoryOptions): Room {
  return { stage, cast: makeCast(stage.seed), friendlyName, events: 0, recording: undefined };
}

function listParticipants(participants: number | readonly string[], seed: number, ending: ConferenceEnding): readonly Participant[] {
  const labels: readonly (string | undefined)[] =
    typeof participants === 'number' ? Array.from({ length: Math.min(participants, 251) }, () => undefined) : participants;
  if (labels.length < 1 || labels.length > 250 || (typeof participants === 'number' && !Number.isInteger(participants)))
    throw new TypeError('A conference has from 1 to 250 participants');
  return labels.map((label, position) => ({
    callSid: makeParticipantCall(position, seed),
    label,
    endsConference: position === 0 && ending === 'participant-with-end-conference-on-exit-left',
  }));
}

/** Starts what the second participant lets begin. */
function startConference(room: Room, record: boolean): void {
  const { stage, cast } = room;
  tell(room, 'conference-start', ConferenceStart);
  if (!record) return;
  room.recording = { cast, sid: cast.recording, source: 'Conference', schema: ConferenceRecording, startedAt: stage.now() };
  sendRecordingStarted(stage, room.recording);
}

type Parameters = Readonly<Record<string, ParameterValue>>;

/** Sends an event of the conference. Its own recordings do not count among them. */
function tell(room: Room, event: string, schema: ConferenceStep['schema'], more: Parameters = {}): void {
  room.events += 1;
  room.stage.send(event, schema, {
    ConferenceSid: room.cast.conference,
    FriendlyName: room.friendlyName,
    AccountSid: room.cast.account,
    SequenceNumber: room.events,
    Timestamp: room.stage.now(),
    StatusCallbackEvent: event,
    ...more,
  });
}

function describe(
  { callSid, label, endsConference }: Participant,
  now: { readonly Muted?: boolean; readonly Hold?: boolean } = {},
): Parameters {
  return {
    CallSid: callSid,
    Muted: false,
    Hold: false,
    ...now,
    Coaching: false,
    EndConferenceOnExit: endsConference,
    StartConferenceOnEnter: true,
    ParticipantLabel: label,
  };
}

function disturbParticipant(room: Room, person: Participant, how: 'mute' | 'hold'): void {
  const [schema, name] = how === 'mute' ? ([ConferenceParticipantMute, 'Muted'] as const) : ([ConferenceParticipantHold, 'Hold'] as const);
  room.stage.wait(5, 30);
  tell(room, `participant-${how}`, schema, describe(person, { [name]: true }));
  room.stage.wait(5, 30);
  tell(room, `participant-un${how}`, schema, describe(person, { [name]: false }));
}

const REASONS_LEFT: Readonly<Record<ConferenceEnding, string>> = {
  'last-participant-left': 'participant_hung_up',
  'participant-with-end-conference-on-exit-left': 'moderator_ended_conference',
  'conference-ended-via-api': 'conference_ended_via_api',
};

const SENTENCES: Readonly<Record<ConferenceEnding, (callSid: string) => string>> = {
  'last-participant-left': () => 'Last participant left the conference',
  'participant-with-end-conference-on-exit-left': (callSid) => `Participant ${callSid} with endConferenceOnExit=true left the conference`,
  'conference-ended-via-api': () => 'Conference ended via API',
};

function leave(room: Room, people: readonly Participant[], ending: ConferenceEnding): void {
  const isOneByOne = ending === 'last-participant-left';
  people.forEach((person, position) => {
    if (position > 0 && isOneByOne) room.stage.wait(1, 5);
    tell(room, 'participant-leave', ConferenceParticipantLeave, {
      ...describe(person),
      ParticipantCallStatus: 'completed',
      ReasonParticipantLeft: person.endsConference ? 'participant_hung_up' : REASONS_LEFT[ending],
    });
  });
  const by = people.find(({ endsConference }) => endsConference) ?? (isOneByOne ? people.at(-1) : undefined);
  tell(room, 'conference-end', ConferenceEnd, {
    CallSidEndingConference: by?.callSid,
    ParticipantLabelEndingConference: by?.label,
    ReasonConferenceEnded: ending,
    Reason: SENTENCES[ending](by?.callSid ?? ''),
  });
}
