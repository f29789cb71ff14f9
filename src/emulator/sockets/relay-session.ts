import { ConversationRelayCommand } from '../../payloads/conversation-relay/index.js';
import type { Sound } from '../calls/ear.js';
import type { Leg } from '../calls/leg.js';
import type { Listener, Speech } from '../calls/line.js';
import type { Timer } from '../clock/clock.js';
import { speakingMs } from '../verbs/sound.js';
import type { Socket, SocketEnd } from './socket.js';

/** Settings of `<ConversationRelay>`: https://www.twilio.com/docs/voice/conversationrelay/conversationrelay-noun */
export interface RelaySettings {
  readonly welcomeGreeting: string | undefined;
  readonly isWelcomeInterruptible: boolean;
  readonly interruptible: 'none' | 'dtmf' | 'speech' | 'any';
  readonly detectsKeys: boolean;
  readonly sendsPartials: boolean;
  readonly language: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** How a session ended. */
export type RelayEnd =
  | { readonly status: 'ended'; readonly handoffData: string | undefined }
  | { readonly status: 'failed'; readonly code: number; readonly message: string };

/** So many messages in a row that cannot be read end the session. */
const MOST_UNREADABLE = 10;

/** One talk turn of the agent: words that come piece by piece, and are spoken at their own pace. */
interface Turn {
  readonly sound: Sound;
  readonly isInterruptible: boolean;
  readonly begun: number;
  text: string;
  isComplete: boolean;
  timer: Timer | undefined;
}

/** A conversation between a caller and an agent of the application, in text. */
export class RelaySession {
  readonly sid: string;
  readonly #leg: Leg;
  readonly #socket: Socket;
  readonly #settings: RelaySettings;
  readonly #done: (end: RelayEnd) => void;
  readonly #stopListening: () => void;
  #turn: Turn | undefined;
  #waiting: (() => void)[] = [];
  #language: string;
  #unreadable = 0;

  constructor(leg: Leg, socket: Socket, settings: RelaySettings, done: (end: RelayEnd) => void) {
    this.#leg = leg;
    this.#socket = socket;
    this.#settings = settings;
    this.#done = done;
    this.#language = settings.language;
    this.sid = leg.world.chance.sid('VX');
    this.#stopListening = leg.line.listen(this.#listener());
    this.#send(this.#setup());
    if (settings.welcomeGreeting !== undefined) this.#speak(settings.welcomeGreeting, true, settings.isWelcomeInterruptible);
    socket.listen({ message: (data) => this.#receive(data), close: (code, reason) => this.#closed({ code, reason }) });
  }

  /** The session is over, whatever ended it. */
  stop(): void {
    this.#stopListening();
    this.#turn?.timer?.cancel();
    this.#turn?.sound.end(true);
    this.#waiting = [];
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
      forwardedFrom: '',
      callType: leg.from.startsWith('client:') ? 'CLIENT' : leg.from.startsWith('sip:') ? 'SIP' : 'PSTN',
      callerName: leg.extra.CallerName ?? '',
      direction: leg.direction,
      callStatus: 'IN-PROGRESS',
      customParameters: this.#settings.parameters,
    };
  }

  #send(frame: object): void {
    this.#socket.send(JSON.stringify(frame));
  }

  #listener(): Listener {
    const { detectsKeys } = this.#settings;
    return {
      ...(detectsKeys && {
        key: (digit: string) => {
          this.#interrupt('dtmf');
          this.#send({ type: 'dtmf', digit });
        },
      }),
      speechStart: () => this.#interrupt('speech'),
      speech: (speech: Speech) => {
        if (this.#settings.sendsPartials) for (const words of speech.partials) this.#prompt(words, false);
        this.#prompt(speech.text, true);
      },
    };
  }

  #prompt(voicePrompt: string, last: boolean): void {
    this.#send({ type: 'prompt', voicePrompt, lang: this.#language, last });
  }

  /** The caller cuts in: what was planned to be said is dropped, and the agent learns how far it got. */
  #interrupt(by: 'dtmf' | 'speech'): void {
    const turn = this.#turn;
    const { interruptible } = this.#settings;
    if (turn === undefined || !turn.isInterruptible || (interruptible !== 'any' && interruptible !== by)) return;
    const ms = this.#leg.world.clock.now - turn.begun;
    const spoken = turn.text.slice(0, Math.round(turn.text.length * Math.min(1, ms / speakingMs(turn.text))));
    turn.timer?.cancel();
    turn.sound.end(true);
    this.#turn = undefined;
    this.#waiting = [];
    this.#send({ type: 'interrupt', utteranceUntilInterrupt: spoken, durationUntilInterruptMs: ms });
  }

  #receive(data: string | Uint8Array): void {
    const command = ConversationRelayCommand.parse(data);
    if (command.type === undefined) {
      this.#refuse();
      return;
    }
    this.#unreadable = 0;
    if (command.type === 'end') this.#done({ status: 'ended', handoffData: command.handoffData ?? undefined });
    if (command.type === 'language') this.#language = command.transcriptionLanguage ?? this.#language;
    if (command.type === 'text') this.#speak(command.token, command.last === true, command.interruptible !== false);
    if (command.type === 'play') this.#afterTurn(() => this.#leg.ear.note({ type: 'play', url: command.source }));
    if (command.type === 'sendDigits') this.#afterTurn(() => this.#leg.ear.note({ type: 'tones', digits: command.digits }));
  }

  #refuse(): void {
    this.#unreadable += 1;
    this.#leg.world.report({
      twilioCode: 64107,
      severity: 'warning',
      message: 'The agent sent a message that ConversationRelay does not know.',
    });
    this.#send({ type: 'error', description: 'Invalid message received' });
    if (this.#unreadable < MOST_UNREADABLE) return;
    this.#socket.close(1007, 'Too many invalid messages');
    this.#done({ status: 'failed', code: 64105, message: 'The session ended after ten messages in a row that cannot be read.' });
  }

  /** Goes on with the turn, or begins one. */
  #speak(token: string, isLast: boolean, isInterruptible: boolean): void {
    const { ear, world } = this.#leg;
    const turn = this.#turn ?? {
      sound: ear.begin({ type: 'say', text: '' }),
      isInterruptible,
      begun: world.clock.now,
      text: '',
      isComplete: false,
      timer: undefined,
    };
    this.#turn = turn;
    turn.text += token;
    turn.sound.add(token);
    turn.isComplete = isLast;
    turn.timer?.cancel();
    if (!isLast) return;
    const leftMs = Math.max(0, turn.begun + speakingMs(turn.text) - world.clock.now);
    turn.timer = world.clock.after(leftMs, () => this.#finishTurn(turn));
  }

  #finishTurn(turn: Turn): void {
    turn.sound.end();
    this.#turn = undefined;
    for (const run of this.#waiting.splice(0)) run();
  }

  #afterTurn(run: () => void): void {
    if (this.#turn === undefined) run();
    else this.#waiting.push(run);
  }

  #closed({ code, reason }: SocketEnd): void {
    const why = `The agent closed the socket (${code}${reason === '' ? '' : `, ${reason}`}) before the session ended.`;
    this.#done({ status: 'failed', code: 64105, message: why });
  }
}
