import { ConversationRelayCommand } from '../../payloads/conversation-relay/index.js';
import type { Leg } from '../calls/leg.js';
import type { Listener, Speech } from '../calls/line.js';
import type { Timer } from '../clock/clock.js';
import type { Deviations } from '../deviations.js';
import { changeManners, type RelayManners, type RelaySettings, readKinds } from './relay-settings.js';
import type { Socket, SocketEnd } from './socket.js';
import { includes, Speaker } from './speaker.js';
import { type Manners, Talk, Tune } from './utterance.js';

/** How a session ended. */
export type RelayEnd =
  | { readonly status: 'ended'; readonly handoffData: string | undefined }
  | { readonly status: 'failed'; readonly code: number; readonly message: string };

/** So many messages in a row that cannot be read end the session. */
const MOST_UNREADABLE = 10;

/** Commands that change settings, whose shapes Twilio has changed since: they are read for what is known in them. */
const SETTINGS: readonly unknown[] = ['config', 'hints'];

/** What shows that somebody listens, and says nothing. Twilio does not say which words it takes for that. */
const BACKCHANNEL = /^(?:uh[ -]?huh|mm[ -]?hm+|yeah|yes|yep|ok(?:ay)?|right|sure|i see|ja|mhm)[.!,]?$/i;

/** How much of a message is shown to whoever sent it. */
const SHOWN_LETTERS = 200;

/** A conversation between a caller and an agent of the application, in text. */
export class RelaySession {
  readonly sid: string;
  readonly #leg: Leg;
  readonly #socket: Socket;
  readonly #settings: RelaySettings;
  readonly #done: (end: RelayEnd) => void;
  readonly #speaker: Speaker;
  #manners: RelayManners;
  #stopListening: () => void;
  #partials: readonly Timer[] = [];
  /** What was said while the agent spoke and could not be interrupted: the application gets none of it. */
  readonly #unheard = new WeakSet<Speech>();
  /** When the caller had said something that was not answered yet, in the time of the world. */
  #promptedAt: number | undefined;
  #unreadable = 0;
  /** How the session ends when the caller has heard the last words. */
  #ending: RelayEnd | undefined;

  constructor(leg: Leg, socket: Socket, settings: RelaySettings, done: (end: RelayEnd) => void) {
    this.#leg = leg;
    this.#socket = socket;
    this.#settings = settings;
    this.#done = done;
    this.#manners = settings.session;
    this.sid = leg.world.chance.sid('VX');
    this.#speaker = new Speaker({
      started: () => this.#tellSpeaking('agentSpeaking', 'on'),
      stopped: (text) => {
        this.#tellSpeaking('agentSpeaking', 'off');
        if (text !== '' && settings.events.includes('tokens-played')) this.#send({ type: 'info', name: 'tokensPlayed', value: text });
        if (this.#ending !== undefined && !this.#speaker.isSpeaking) done(this.#ending);
      },
    });
    this.#stopListening = leg.line.listen(this.#listener());
    this.#send(this.#setup());
    if (settings.welcomeGreeting !== undefined) this.#greet(settings.welcomeGreeting);
    socket.listen({ message: (data) => this.#receive(data), close: (code, reason) => this.#closed({ code, reason }) });
  }

  /** The session is over, whatever ended it. */
  stop(): void {
    this.#stopListening();
    for (const timer of this.#partials) timer.cancel();
    this.#speaker.stop();
    this.#socket.close();
  }

  #setup(): object {
    const leg = this.#leg;
    return {
      type: 'setup',
      sessionId: this.sid,
      accountSid: leg.world.settings.accountSid,
      parentCallSid: leg.parent?.sid ?? '',
      callSid: leg.sid,
      from: leg.from,
      to: leg.to,
      forwardedFrom: leg.extra.ForwardedFrom ?? '',
      callType: leg.from.startsWith('client:') ? 'CLIENT' : leg.from.startsWith('sip:') ? 'SIP' : 'PSTN',
      callerName: leg.extra.CallerName ?? '',
      direction: leg.direction,
      callStatus: 'IN_PROGRESS',
      customParameters: this.#settings.parameters,
    };
  }

  #send(frame: object): void {
    this.#socket.send(JSON.stringify(frame));
  }

  #tellSpeaking(name: 'agentSpeaking' | 'clientSpeaking', value: 'on' | 'off'): void {
    if (this.#settings.events.includes('speaker-events')) this.#send({ type: 'info', name, value, ts: this.#leg.world.clock.now });
  }

  #listener(): Listener {
    const { detectsKeys } = this.#manners;
    return {
      ...(detectsKeys && {
        key: (digit: string) => {
          const isHeard = this.#cutIn('dtmf');
          if (isHeard) this.#send({ type: 'dtmf', digit });
        },
      }),
      speechStart: (speech) => {
        this.#tellSpeaking('clientSpeaking', 'on');
        const isHeard = this.#isIgnored(speech) ? this.#deviations.ignoredBackchannel === 'sent' : this.#cutIn('speech');
        if (isHeard) this.#sendPartials(speech);
        else this.#unheard.add(speech);
      },
      speech: (speech) => {
        this.#tellSpeaking('clientSpeaking', 'off');
        if (this.#unheard.has(speech)) return;
        this.#prompt(speech.text, true);
        this.#promptedAt = performance.now();
      },
    };
  }

  get #deviations(): Deviations {
    return this.#leg.world.settings.deviations;
  }

  /** Whether the caller shows no more than that they listen. */
  #isIgnored({ text }: Speech): boolean {
    return this.#manners.ignoresBackchannel && this.#speaker.isSpeaking && BACKCHANNEL.test(text.trim());
  }

  /**
   * The caller does something, perhaps while the agent speaks.
   *
   * @returns Whether the application gets it.
   */
  #cutIn(by: 'dtmf' | 'speech'): boolean {
    if (!this.#speaker.isSpeaking) return true;
    const heard = this.#speaker.interrupt(by);
    if (heard === undefined) return includes(this.#manners.reports, by);
    this.#send({ type: 'interrupt', utteranceUntilInterrupt: heard.text, durationUntilInterruptMs: heard.ms });
    return true;
  }

  /** What was understood so far, at several moments while it is said. */
  #sendPartials({ text, ms, partials }: Speech): void {
    if (!this.#manners.sendsPartials) return;
    const words = text.trim().split(/\s+/);
    const parts = partials.length > 0 ? partials : words.slice(0, -1).map((_, index) => words.slice(0, index + 1).join(' '));
    const { clock } = this.#leg.world;
    this.#partials = parts.map((part, index) => clock.after((ms * (index + 1)) / (parts.length + 1), () => this.#prompt(part, false)));
  }

  #prompt(voicePrompt: string, last: boolean): void {
    this.#send({ type: 'prompt', voicePrompt, lang: this.#manners.transcriptionLanguage, last });
  }

  #greet(text: string): void {
    const { greetingInterruptibleBy: interruptibleBy } = this.#settings;
    const talk = new Talk(this.#leg, { interruptibleBy, isPreemptible: false }, this.#language(undefined));
    talk.add(text, true);
    this.#speaker.add(talk);
  }

  #receive(data: string | Uint8Array): void {
    if (this.#ending !== undefined) return;
    const command = ConversationRelayCommand.parse(data);
    if (command.type === undefined) {
      const { frame } = command;
      if (isSetting(frame)) this.#change(frame);
      else this.#refuse(frame);
      return;
    }
    this.#unreadable = 0;
    switch (command.type) {
      case 'text':
        this.#say(command);
        break;
      case 'play':
        this.#play(new Tune(this.#leg, this.#readManners(command), { url: command.source, loop: command.loop ?? 1 }));
        break;
      case 'sendDigits':
        this.#play(new Tune(this.#leg, this.#readManners({}), { digits: command.digits }));
        break;
      case 'language':
        this.#manners = changeManners(this.#manners, command);
        break;
      case 'end':
        this.#finish(command.handoffData ?? undefined);
        break;
      default:
        this.#change(command);
    }
  }

  #change(message: object): void {
    this.#unreadable = 0;
    this.#manners = changeManners(this.#manners, message);
    this.#stopListening();
    this.#stopListening = this.#leg.line.listen(this.#listener());
    if (this.#settings.events.includes('config-updated')) this.#send({ type: 'info', name: 'configUpdated' });
  }

  #finish(handoffData: string | undefined): void {
    const end: RelayEnd = { status: 'ended', handoffData };
    if (!this.#speaker.isSpeaking) {
      this.#done(end);
      return;
    }
    if (this.#deviations.relayEnd === 'heard-first') {
      this.#ending = end;
      this.#complete();
      return;
    }
    const message = 'The agent ended the session while the caller still heard it: the rest of what it said is cut off.';
    this.#leg.world.report({ severity: 'info', message });
    this.#done(end);
  }

  /** Nothing follows on the talk turn that is open. */
  #complete(): void {
    const { last } = this.#speaker;
    if (last instanceof Talk && !last.isComplete) last.add('', true);
  }

  /** What comes behind words ends their talk turn, or nothing of it would ever be heard. */
  #play(tune: Tune): void {
    this.#complete();
    this.#speaker.add(tune);
  }

  #refuse(frame: unknown): void {
    this.#unreadable += 1;
    this.#leg.world.report({
      twilioCode: 64107,
      severity: 'warning',
      message: 'The agent sent a message that ConversationRelay does not know, or that lacks what it needs. It is ignored.',
    });
    const shown = typeof frame === 'string' ? frame : (JSON.stringify(frame) ?? String(frame));
    this.#send({ type: 'error', description: `Invalid message received: ${shown.slice(0, SHOWN_LETTERS)}` });
    if (this.#unreadable < MOST_UNREADABLE) return;
    this.#socket.close(1007, 'Too many invalid messages');
    this.#done({ status: 'failed', code: 64105, message: 'The session ended after ten messages in a row that cannot be read.' });
  }

  /** Goes on with the talk turn, or begins one. */
  #say(command: Extract<ConversationRelayCommand, { readonly type: 'text' }>): void {
    const { token, last, lang } = command;
    const { last: open } = this.#speaker;
    if (open instanceof Talk && !open.isComplete) {
      open.add(token, last === true);
      return;
    }
    // Many agents close a talk turn by an empty token, which may come when the turn is over already.
    if (token === '') return;
    const talk = new Talk(this.#leg, this.#readManners(command), { ...this.#language(lang ?? undefined), ...this.#takeLatency() });
    talk.add(token, last === true);
    this.#speaker.add(talk);
  }

  #language(named: string | undefined): { readonly language?: string } {
    const language = named ?? this.#manners.ttsLanguage;
    return language === undefined ? {} : { language };
  }

  #readManners(command: {
    readonly interruptible?: boolean | null | undefined;
    readonly preemptible?: boolean | null | undefined;
  }): Manners {
    const { interruptible, preemptible } = command;
    return {
      interruptibleBy: (interruptible === null ? undefined : readKinds(interruptible)) ?? this.#manners.interruptibleBy,
      isPreemptible: preemptible ?? this.#manners.isPreemptible,
    };
  }

  /** How long the agent took for the first token of its answer. */
  #takeLatency(): { readonly latencyMs?: number } {
    if (this.#promptedAt === undefined) return {};
    const latencyMs = Math.round(performance.now() - this.#promptedAt);
    this.#promptedAt = undefined;
    if (this.#settings.events.includes('debugging')) this.#send({ type: 'info', name: 'roundTripDelayMs', value: String(latencyMs) });
    return { latencyMs };
  }

  #closed({ code, reason }: SocketEnd): void {
    const why = `The agent closed the socket (${code}${reason === '' ? '' : `, ${reason}`}) before the session ended.`;
    this.#done({ status: 'failed', code: 64105, message: why });
  }
}

function isSetting(frame: unknown): frame is object {
  return typeof frame === 'object' && frame !== null && SETTINGS.includes((frame as { readonly type?: unknown }).type);
}
