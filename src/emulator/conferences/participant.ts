import { carry } from '../calls/bridge.js';
import type { Leg } from '../calls/leg.js';
import type { Listener } from '../calls/line.js';
import type { Scope } from '../calls/scope.js';
import type { Document } from '../documents/document.js';
import type { RunDocuments, Target } from '../documents/flow.js';
import type { Conference } from './conference.js';
import type { ParticipantSettings } from './settings.js';

/** Why somebody left, as the callback names it. */
export type LeaveReason =
  | 'conference_ended_via_api'
  | 'moderator_ended_conference'
  | 'participant_updated_via_api'
  | 'participant_hung_up'
  | 'participant_add_failed';

const MUSIC_STARTS_MS = 1500;

/** Somebody in a conference. */
export class Participant {
  readonly leg: Leg;
  settings: ParticipantSettings;
  isMuted: boolean;
  isHeld = false;
  #coach: string | undefined;
  readonly #conference: Conference;
  readonly #scope: Scope;
  readonly #runDocuments: RunDocuments;
  readonly #dismissed: (reason: LeaveReason) => void;
  /** What they hear while they are not in the talk. */
  #music: Scope | undefined;
  #stopListening: (() => void) | undefined;

  /** @param dismissed - Is told when somebody else makes them leave. */
  constructor(
    conference: Conference,
    leg: Leg,
    settings: ParticipantSettings,
    {
      scope,
      runDocuments,
      dismissed,
    }: { readonly scope: Scope; readonly runDocuments: RunDocuments; dismissed(reason: LeaveReason): void },
  ) {
    this.#conference = conference;
    this.leg = leg;
    this.settings = settings;
    this.isMuted = settings.isMuted;
    this.#coach = settings.coach;
    this.#scope = scope;
    this.#runDocuments = runDocuments;
    this.#dismissed = dismissed;
  }

  /** What events tell of them. */
  parameters(): Record<string, string> {
    const { label, endsOnExit, startsOnEnter } = this.settings;
    return {
      CallSid: this.leg.sid,
      Muted: String(this.isMuted),
      Hold: String(this.isHeld),
      Coaching: String(this.coach !== undefined),
      EndConferenceOnExit: String(endsOnExit),
      StartConferenceOnEnter: String(startsOnEnter),
      ...(label !== undefined && { ParticipantLabel: label }),
    };
  }

  /** The CallSid of the only one who hears them. */
  get coach(): string | undefined {
    return this.#coach;
  }

  set coach(sid: string | undefined) {
    if (sid === this.#coach) return;
    this.#coach = sid;
    this.#conference.tell('modify', 'participant-modify', this.parameters());
  }

  /** Whether something has to be fetched before they are in. */
  get mustWait(): boolean {
    return typeof this.settings.wait === 'object' && !this.#conference.hasStarted;
  }

  beeps(when: 'onEnter' | 'onExit'): boolean {
    return this.settings.beep === 'true' || this.settings.beep === when;
  }

  /** Takes part from now on: what they say is heard by the others, as far as they may be heard. */
  enter(): void {
    this.#stopListening = this.leg.line.listen(this.#voice());
    if (!this.#conference.hasStarted) this.#wait();
  }

  #wait(): void {
    const { wait } = this.settings;
    if (wait === undefined) this.#playMusic();
    else if (wait !== '') void this.#play({ kind: 'voice.conference.wait', ...wait }, true);
  }

  /** REST changes what was settled when they came in. */
  change(changes: Partial<ParticipantSettings>): void {
    this.settings = { ...this.settings, ...changes };
    if (!('wait' in changes) || this.#conference.hasStarted || this.isHeld) return;
    this.#stopMusic();
    this.#wait();
  }

  /** The conference has started. */
  started(): void {
    if (!this.isHeld) this.#stopMusic();
  }

  /** Somebody else makes them leave. */
  dismiss(reason: LeaveReason): void {
    this.#dismissed(reason);
  }

  /** They are out: nothing of the conference is heard any more. */
  exit(): void {
    this.#stopMusic();
    this.#stopListening?.();
  }

  mute(isMuted: boolean): void {
    if (isMuted === this.isMuted) return;
    this.isMuted = isMuted;
    this.#conference.tell('mute', isMuted ? 'participant-mute' : 'participant-unmute', this.parameters());
  }

  hold(isHeld: boolean, music?: { readonly url: string; readonly method: 'GET' | 'POST' }): void {
    if (isHeld === this.isHeld) return;
    this.isHeld = isHeld;
    this.#stopMusic();
    this.#conference.noteMusic();
    this.#conference.tell('hold', isHeld ? 'participant-hold' : 'participant-unhold', this.parameters());
    if (!isHeld) return;
    if (music === undefined) this.#playMusic();
    else void this.#play({ kind: 'voice.conference.wait', ...music });
  }

  /** Hears something that is for all, or for them alone. */
  async announce(document: Document): Promise<void> {
    // Whoever leaves meanwhile does not hear the rest.
    await this.#runDocuments(this.leg, this.#scope, 'announcement', document).catch(() => undefined);
  }

  async #play(target: Target, isWaiting = false): Promise<void> {
    const music = this.#scope.child();
    this.#music = music;
    const standing = () => ({ ConferenceSid: this.#conference.sid });
    const begun = () => this.#conference.admit(this);
    const end = await this.#runDocuments(this.leg, music, 'conference-wait', target, standing, begun).catch(() => undefined);
    if (end?.end === 'document') this.#hear('silence', music);
    // Whoever cannot be given anything to hear does not get in: https://www.twilio.com/docs/voice/twiml/conference#waiturl
    if (isWaiting && end?.end === 'failed') this.#dismissed('participant_add_failed');
  }

  #playMusic(): void {
    const music = this.#scope.child();
    this.#music = music;
    // Twilio has to fetch its own music first.
    music.sleep(MUSIC_STARTS_MS, 'limit').then(
      () => this.#hear('music', music),
      () => undefined,
    );
  }

  /** Hears something that has no end of its own. */
  #hear(type: 'music' | 'silence', scope: Scope): void {
    if (scope.interruption !== undefined) return;
    const sound = this.leg.ear.begin({ type });
    scope.wait(() => () => sound.end(type === 'music')).catch(() => undefined);
  }

  #stopMusic(): void {
    this.#music?.end('over');
    this.#music = undefined;
  }

  /** Who hears them is decided when they speak. */
  #voice(): Listener {
    const key: Listener['key'] = (digits) => this.#heardBy().key(digits);
    let current = this.#heardBy();
    return {
      key,
      speechStart: (speech) => {
        current = this.#heardBy();
        current.speechStart(speech);
        if (!this.isMuted) this.#conference.tell('speaker', 'participant-speech-start', this.parameters());
      },
      sound: (echo) => this.#heardBy().sound(echo),
      audio: (bytes) => this.#heardBy().audio(bytes),
      live: (bytes) => this.#heardBy().live(bytes),
      speech: (speech) => {
        current.speech(speech);
        if (!this.isMuted) this.#conference.tell('speaker', 'participant-speech-stop', this.parameters());
      },
    };
  }

  #heardBy(): ReturnType<typeof carry> {
    if (this.isMuted || this.isHeld || !this.#conference.hasStarted) return carry();
    const others = [...this.#conference.participants.values()].filter(
      ({ leg, isHeld }) => leg !== this.leg && !isHeld && (this.coach === undefined || leg.sid === this.coach),
    );
    return carry(...others.map(({ leg }) => leg));
  }
}
