import { bridge } from '../../calls/bridge.js';
import { reportDetection } from '../../calls/create-call.js';
import type { Leg } from '../../calls/leg.js';
import { detect } from '../../calls/machine.js';
import { placeOutgoingCall, RING_BUFFER_MS } from '../../calls/outgoing-call.js';
import { CallRun } from '../../calls/run-call.js';
import { Interruption } from '../../calls/scope.js';
import { answeredBySip, describeSip, isSip } from '../../calls/sip.js';
import { resolveCallback } from '../../documents/document.js';
import type { Next, Target } from '../../documents/flow.js';
import { tonesMs } from '../play.js';
import { proceed, readFlag, readInteger, readMethod } from '../read.js';
import { sound } from '../sound.js';
import type { VerbContext } from '../verb.js';
import type { Noun } from './noun.js';
import { type DialRecorder, makeRecorder } from './recording.js';

/** How long it may ring, in seconds: https://www.twilio.com/docs/voice/twiml/dial#timeout */
const RINGS = { least: 5, usual: 30, most: 600 } as const;

/** Who answered first, and whether they may be joined with the caller. */
interface Winner {
  readonly child: Leg;
  readonly isWilling: boolean;
}

/** One `<Dial>` on its way. */
export class Dialling {
  readonly #context: VerbContext;
  readonly #recorder: DialRecorder;
  readonly #children: Leg[] = [];
  /** The child that the action tells of. */
  #told: Leg | undefined;
  #isBridged = false;
  /** REST gave the callee another document: how long they were joined is not told then. */
  #isTaken = false;
  /** The caller has sent the callee elsewhere: `referUrl` was asked, and the action is not. */
  #isReferred = false;

  constructor(context: VerbContext) {
    this.#context = context;
    this.#recorder = makeRecorder(context);
  }

  /** Calls one group after the other, until somebody answers. @returns What to ask when the callee wants to be transferred. */
  async run(groups: readonly (readonly Noun[])[]): Promise<Target | undefined> {
    for (const nouns of groups) {
      const winner = await this.#ring(nouns);
      if (winner === undefined) continue;
      if (winner.isWilling && !winner.child.isOver) return this.#talk(winner.child);
      winner.child.end();
      return undefined;
    }
    return undefined;
  }

  /** The caller is gone, or was sent elsewhere: so is everybody who was called. */
  abandon(): void {
    for (const child of this.#children) if (child !== this.#told || !this.#isTaken) child.end('canceled');
    this.#recorder.end();
  }

  /** What comes then: the action, which is told how it went, or the next verb. */
  next(): Next {
    if (this.#isReferred) return undefined;
    const { leg } = this.#context;
    const { unansweredDial } = leg.world.settings.deviations;
    const child = this.#told ?? this.#pickFailed();
    const kind = this.#children.some(({ to }) => isSip(to)) ? 'voice.dial.sip' : 'voice.dial';
    return proceed(this.#context, kind, {
      DialCallStatus: this.#status(child),
      ...(child && { DialCallSid: child.sid }),
      ...(child && !this.#isTaken && { DialCallDuration: String(child.duration) }),
      DialBridged: String(this.#isBridged),
      ...(child && isSip(child.to) && describeSip(child)),
      ...(unansweredDial === 'in-progress' && !leg.isAnswered && !leg.isOver && { CallStatus: unansweredDial }),
      ...this.#recorder.end(),
    });
  }

  #status(child: Leg | undefined): string {
    if (child === undefined) return 'failed';
    if (this.#isTaken) return 'completed';
    const { callerGivesUp } = this.#context.leg.world.settings.deviations;
    const hasGivenUp = this.#context.leg.isOver && (child.status === 'canceled' || !child.isOver);
    return hasGivenUp ? callerGivesUp : child.isOver ? child.status : 'canceled';
  }

  /** Of several who were not reached, the one whose fate is told: a busy one only where all are. */
  #pickFailed(): Leg | undefined {
    const { failedLegs } = this.#context.leg.world.settings.deviations;
    const others = this.#children.filter(({ status }) => status !== 'busy');
    return (others.length === 0 ? this.#children : others).at(failedLegs === 'last' ? -1 : 0);
  }

  /** Lets them all ring. @returns Who answers first. */
  async #ring(nouns: readonly Noun[]): Promise<Winner | undefined> {
    const { leg, scope, node } = this.#context;
    const seconds = Math.min(RINGS.most, Math.max(RINGS.least, readInteger(node, 'timeout', RINGS.usual, 1)));
    const calls = nouns.map((noun) => ({ noun, child: this.#call(noun, seconds * 1000 + RING_BUFFER_MS) }));
    const ringback = leg.ear.begin({ type: 'ringback' });
    try {
      const winner = await scope.wait<(typeof calls)[number] | undefined>((resolve) => {
        const look = () => {
          const answered = calls.find(({ child }) => child.isAnswered);
          if (answered !== undefined || calls.every(({ child }) => child.isOver)) resolve(answered);
          if (calls.some(({ child }) => child.status === 'ringing')) this.#recorder.rings();
        };
        const stops = calls.map(({ child }) => child.watch(look));
        look();
        return () => {
          for (const stop of stops) stop();
        };
      });
      for (const { child } of calls) if (child !== winner?.child) child.end('canceled');
      if (winner === undefined) return undefined;
      this.#told = winner.child;
      this.#recorder.answered(winner.child);
      // The caller goes on hearing it ring while the callee hears what is only for them.
      return { child: winner.child, isWilling: await scope.follow(this.#announce(winner.child, winner.noun)) };
    } finally {
      ringback.end();
    }
  }

  #call(noun: Noun, timeoutMs: number): Leg {
    const { leg, node } = this.#context;
    const child = placeOutgoingCall(leg.world, {
      direction: 'outbound-dial',
      from: node.attributes.callerId?.trim() || leg.from,
      to: noun.address,
      parent: leg,
      progress: noun.progress,
      handed: noun.parameters,
      timeoutMs,
      ...(leg.world.settings.deviations.whisperFallback === 'parent' && { fallback: leg.fallback }),
    });
    this.#children.push(child);
    return child;
  }

  /**
   * What the callee gets before the two are joined: the keys of an extension, and a document of their own.
   *
   * @returns Whether they may be joined: a document that hangs up refuses.
   */
  async #announce(child: Leg, { detection, sendDigits, whisper }: Noun): Promise<boolean> {
    const { runDocuments, event, leg } = this.#context;
    if (detection !== undefined) {
      reportDetection(child, detection);
      if (leg.world.settings.deviations.whisperAnsweredBy === 'present')
        child.extra.AnsweredBy = detect(child, detection.mode, detection.timeoutMs).answeredBy;
    }
    try {
      if (sendDigits !== undefined) await sound(child, child.scope, { type: 'tones', digits: sendDigits }, tonesMs(sendDigits));
      if (whisper === undefined) return true;
      const { end } = await runDocuments(child, child.scope, 'whisper', {
        kind: 'voice.dial.whisper',
        ...whisper,
        parameters: answeredBySip(child),
        causes: [event],
      });
      return end === 'document';
    } catch (error) {
      if (error instanceof Interruption) return false;
      throw error;
    }
  }

  /** Joins the two until one of them is gone. @returns What to ask when the callee wants to be transferred. */
  async #talk(child: Leg): Promise<Target | undefined> {
    const { leg, scope, node } = this.#context;
    leg.answer();
    this.#isBridged = true;
    const part = bridge(leg, child);
    const onStar = readFlag(node, 'hangupOnStar', false);
    const timeLimit = readInteger(node, 'timeLimit', 0, 1) * 1000;
    try {
      return await scope.wait<Target | undefined>((resolve) => {
        const finish = () => resolve(undefined);
        const stops = [
          child.watch(() => (child.isOver ? finish() : undefined)),
          child.onTaken(() => {
            this.#isTaken = true;
            finish();
          }),
          ...[leg, child].map((party) =>
            party.onReferred((target) => {
              const transfer = this.#transferTo(target);
              if (transfer === undefined) return;
              if (party === child) resolve(transfer);
              else this.#leaveTo(child, transfer);
            }),
          ),
          ...(onStar ? [leg.line.listenForStar(finish)] : []),
        ];
        const limit = timeLimit === 0 ? undefined : leg.world.clock.after(timeLimit, finish);
        if (child.isOver) finish();
        return () => {
          limit?.cancel();
          for (const stop of stops) stop();
        };
      });
    } finally {
      part();
      if (!this.#isTaken) child.end();
    }
  }

  /** One of the two has asked by SIP REFER that the other is transferred: the application says where they go. */
  #transferTo(target: string): Target | undefined {
    const { document, node, event, leg } = this.#context;
    const url = resolveCallback(document, node.attributes.referUrl);
    if (url === undefined) {
      const message = 'A REFER came for a <Dial> without referUrl: give it one, so that the application can say who is called instead.';
      leg.world.report({ twilioCode: 13802, severity: 'error', message }, [event]);
      return undefined;
    }
    const method = readMethod(node, 'referMethod');
    return { kind: 'voice.dial.refer', url, method, parameters: { ReferTransferTarget: target }, causes: [event] };
  }

  /** The caller is gone with the REFER that they sent, and the callee goes where the application says. */
  #leaveTo(child: Leg, transfer: Target): void {
    const { leg } = this.#context;
    const named = leg.world.settings.deviations.callerRefers === 'caller' ? leg.parameters() : {};
    this.#isTaken = true;
    this.#isReferred = true;
    void child.begin(new CallRun(child), { ...transfer, parameters: { ...named, ...transfer.parameters } });
    leg.end();
  }
}
