import type { Leg } from '../calls/leg.js';
import { Recording } from '../recordings/recording.js';
import { sendCallback } from '../wire/callbacks.js';
import type { Webhook } from '../wire/webhook.js';
import type { World } from '../world.js';
import type { LeaveReason, Participant } from './participant.js';
import type { ConferenceSettings, ParticipantSettings } from './settings.js';

/** Why a conference ended, as the callback and the API name it. */
export type EndReason =
  | 'conference-ended-via-api'
  | 'last-participant-kicked'
  | 'last-participant-left'
  | 'participant-with-end-conference-on-exit-kicked'
  | 'participant-with-end-conference-on-exit-left';

/** The same in a sentence for people. */
const REASONS: Readonly<Record<EndReason, string>> = {
  'conference-ended-via-api': 'The conference was ended by the API.',
  'last-participant-kicked': 'The last participant was taken out.',
  'last-participant-left': 'The last participant left.',
  'participant-with-end-conference-on-exit-kicked': 'A participant was taken out whose leaving ends the conference.',
  'participant-with-end-conference-on-exit-left': 'A participant left whose leaving ends the conference.',
};

/** The groups of events that a callback asks for, and the kinds of their webhooks. */
const KINDS: Readonly<Record<string, Webhook['kind']>> = {
  start: 'voice.conference.start',
  end: 'voice.conference.end',
  join: 'voice.conference.participant-join',
  leave: 'voice.conference.participant-leave',
  mute: 'voice.conference.participant-mute',
  hold: 'voice.conference.participant-hold',
  modify: 'voice.conference.participant-modify',
  speaker: 'voice.conference.participant-speech',
  announcement: 'voice.conference.announcement',
};

/** A room in which several people hear one another. Its settings are those of the first who came. */
export class Conference {
  readonly sid: string;
  readonly name: string;
  readonly settings: ConferenceSettings;
  readonly participants = new Map<Leg, Participant>();
  /** Whom REST calls, and what they will be once they answer. */
  readonly invited = new Map<Leg, ParticipantSettings>();
  readonly createdAt: number;
  status: 'init' | 'in-progress' | 'completed' = 'init';
  endedFor: EndReason | undefined;
  endedBy: string | undefined;
  endedAt: number | undefined;
  readonly world: World;
  readonly #admitted = new WeakSet<Participant>();
  #recording: Recording | undefined;
  #sequence = 0;

  constructor(world: World, name: string, settings: ConferenceSettings) {
    this.world = world;
    this.name = name;
    this.settings = settings;
    this.sid = world.chance.sid('CF');
    this.createdAt = world.clock.now;
    world.conferences.set(this.sid, this);
  }

  get hasStarted(): boolean {
    return this.status === 'in-progress';
  }

  /** Somebody comes in. It starts with two, one of whom is to start it. */
  join(participant: Participant): void {
    this.participants.set(participant.leg, participant);
    this.invited.delete(participant.leg);
    participant.leg.places.add(this);
    const all = [...this.participants.values()];
    const starts = this.status === 'init' && all.length > 1 && all.some(({ settings }) => settings.startsOnEnter);
    if (!starts) {
      if (!participant.mustWait) this.admit(participant);
      return;
    }
    for (const other of all) if (other !== participant) this.admit(other);
    const { conferenceStart } = this.world.settings.deviations;
    if (conferenceStart === 'before-join') this.#start();
    this.admit(participant);
    if (conferenceStart === 'after-join') this.#start();
  }

  /** Somebody is in, once there is something for them to hear: whoever cannot be given anything has never joined. */
  admit(participant: Participant): void {
    if (this.#admitted.has(participant)) return;
    this.#admitted.add(participant);
    this.tell('join', 'participant-join', participant.parameters());
    if (participant.beeps('onEnter')) this.#beep(participant);
  }

  /** Somebody goes. Where that ends the conference, all others go too. */
  leave(participant: Participant, reason: LeaveReason, isKicked = false): void {
    if (!this.#part(participant, reason)) return;
    if (participant.beeps('onExit')) this.#beep(participant);
    const endsIt = participant.settings.endsOnExit;
    if (this.status === 'completed' || (!endsIt && this.participants.size > 0)) return;
    const who = endsIt ? 'participant-with-end-conference-on-exit' : 'last-participant';
    this.#end(`${who}-${isKicked ? 'kicked' : 'left'}`, participant);
  }

  /** REST calls somebody who is to come in. */
  invite(leg: Leg, settings: ParticipantSettings): void {
    this.invited.set(leg, settings);
    leg.scope.wait(() => () => this.invited.delete(leg)).catch(() => undefined);
  }

  /** REST ends it. */
  end(): void {
    if (this.status !== 'completed') this.#end('conference-ended-via-api');
  }

  /** Tells whoever asked for events of a group. */
  tell(group: string, event: string, parameters: Readonly<Record<string, string>>, leg?: Leg): void {
    const { callback } = this.settings;
    const kind = KINDS[group];
    if (callback === undefined || kind === undefined || !callback.events.includes(group)) return;
    this.#send(kind, callback, { StatusCallbackEvent: event, ...parameters }, leg);
  }

  /** Records it from now on. */
  record(source: 'Conference' | 'StartConferenceRecordingAPI', callback = this.settings.recording?.callback): Recording {
    const onReady = source === 'Conference' && callback === undefined ? this.#tellRecordEnd : undefined;
    this.#recording = new Recording(this.world, { source, channels: 1, conferenceSid: this.sid, callback, onReady });
    this.noteMusic();
    return this.#recording;
  }

  /** Somebody begins to hear music on hold, or hears no more: whether it is recorded is not known. */
  noteMusic(): void {
    const isRecorded = this.world.settings.deviations.holdMusic === 'recorded';
    this.#recording?.setMusic(isRecorded && [...this.participants.values()].some(({ isHeld }) => isHeld));
  }

  /** The old report of a recording, for whoever gave no address for those of today. It is always posted. */
  readonly #tellRecordEnd = (recording: Recording): void => {
    const url = this.settings.recording?.eventUrl ?? this.settings.callback?.url;
    if (url === undefined) return;
    const { url: RecordingUrl, seconds, bytes } = recording;
    const parameters = { EventName: 'conference-record-end', RecordingUrl, Duration: String(seconds), RecordingFileSize: String(bytes) };
    this.#send('voice.conference.record-end', { url, method: 'POST' }, parameters);
  };

  #send(
    kind: Webhook['kind'],
    { url, method }: { readonly url: string; readonly method: 'GET' | 'POST' },
    parameters: Readonly<Record<string, string>>,
    leg?: Leg,
  ): void {
    this.#sequence += 1;
    const all = {
      ConferenceSid: this.sid,
      AccountSid: this.world.settings.accountSid,
      FriendlyName: this.name,
      SequenceNumber: String(this.#sequence),
      Timestamp: new Date(this.world.clock.now).toUTCString().replace('GMT', '+0000'),
      ...parameters,
    };
    sendCallback({ kind, url, method, parameters: all, callbackCode: 16011, ...(leg && { callSid: leg.sid }) }, this.world);
  }

  /** Takes somebody out of the list. Returns whether they were in it. */
  #part(participant: Participant, reason: LeaveReason): boolean {
    if (!this.participants.delete(participant.leg)) return false;
    this.noteMusic();
    const { status } = participant.leg;
    this.tell('leave', 'participant-leave', {
      ...participant.parameters(),
      ParticipantCallStatus: status,
      ReasonParticipantLeft: reason,
    });
    return true;
  }

  #start(): void {
    this.status = 'in-progress';
    this.tell('start', 'conference-start', {});
    if (this.settings.recording !== undefined) this.record('Conference');
    for (const participant of this.participants.values()) participant.started();
  }

  #end(reason: EndReason, last?: Participant): void {
    const isTold = this.hasStarted || this.world.settings.deviations.unstartedConference === 'reported';
    this.status = 'completed';
    this.endedAt = this.world.clock.now;
    this.endedFor = reason;
    this.endedBy = last?.leg.sid;
    const why = reason === 'conference-ended-via-api' ? 'conference_ended_via_api' : 'moderator_ended_conference';
    for (const participant of [...this.participants.values()]) {
      this.#part(participant, why);
      participant.dismiss(why);
    }
    this.#recording?.end();
    this.world.shelves.conferences.add(() => this.world.conferences.delete(this.sid));
    if (!isTold) return;
    this.tell('end', 'conference-end', {
      ReasonConferenceEnded: reason,
      Reason: REASONS[reason],
      ...(last && { CallSidEndingConference: last.leg.sid }),
      ...(last?.settings.label !== undefined && { ParticipantLabelEndingConference: last.settings.label }),
    });
  }

  /** All but the one whom it announces hear it. */
  #beep(about: Participant): void {
    for (const { leg } of this.participants.values()) if (leg !== about.leg && this.participants.size > 0) leg.ear.note({ type: 'beep' });
  }
}
