import { bridge } from '../../calls/bridge.js';
import { reportDetection } from '../../calls/create-call.js';
import type { Leg } from '../../calls/leg.js';
import { placeOutgoingCall, RING_BUFFER_MS } from '../../calls/outgoing-call.js';
import { Interruption } from '../../calls/scope.js';
import type { Next } from '../../documents/flow.js';
import { VerbFailure } from '../../documents/verb-failure.js';
import { askInVain } from '../farewell.js';
import { tonesMs } from '../play.js';
import { actionOf, readFlag, readInteger } from '../read.js';
import { sound } from '../sound.js';
import type { VerbContext } from '../verb.js';
import { type Noun, readNouns } from './noun.js';
import { type DialRecorder, makeRecorder } from './recording.js';

/** Calls people, and joins the first who answers with the caller. */
export async function dialPeople(context: VerbContext): Promise<Next> {
  const nouns = readNouns(context);
  if (nouns.length === 0) throw new VerbFailure(13223, '<Dial> has nobody to call: give it a number, a <Client> or a <Sip>.');
  const dialling = new Dialling(context);
  try {
    await dialling.run(readFlag(context.node, 'sequential', false) ? nouns.map((noun) => [noun]) : [nouns]);
  } catch (error) {
    dialling.abandon();
    if (!(error instanceof Interruption)) throw error;
    if (error.reason === 'gone' && context.node.attributes.action !== undefined) askInVain(context, dialling.action());
    throw error;
  }
  return context.node.attributes.action === undefined ? undefined : { go: dialling.action() };
}

/** One `<Dial>` on its way. */
class Dialling {
  readonly #context: VerbContext;
  readonly #recorder: DialRecorder;
  #children: Leg[] = [];
  /** The child that the action tells of. */
  #told: Leg | undefined;
  #isBridged = false;
  /** REST gave the callee another document: how long they were joined is not told then. */
  #isTaken = false;
  #recorded: Readonly<Record<string, string>> = {};

  constructor(context: VerbContext) {
    this.#context = context;
    this.#recorder = makeRecorder(context);
  }

  /** Calls one group after the other, until somebody answers. */
  async run(groups: readonly (readonly Noun[])[]): Promise<void> {
    for (const nouns of groups) {
      const winner = await this.#ring(nouns);
      if (winner === undefined) continue;
      if (winner.isWilling && !winner.child.isOver) await this.#talk(winner.child);
      else winner.child.end();
      break;
    }
    this.#recorded = this.#recorder.end();
  }

  /** The caller is gone, or was sent elsewhere: so is everybody who was called. */
  abandon(): void {
    for (const child of this.#children) child.end('canceled');
    this.#recorded = this.#recorder.end();
  }

  /** The webhook that asks how it goes on. */
  action(): ReturnType<typeof actionOf> {
    const child = this.#told ?? busiest(this.#children);
    return actionOf(this.#context, 'voice.dial', {
      DialCallStatus: child === undefined || !child.isOver ? (this.#isTaken ? 'completed' : 'canceled') : child.status,
      ...(child && { DialCallSid: child.sid }),
      ...(child && !this.#isTaken && { DialCallDuration: String(child.duration) }),
      DialBridged: String(this.#isBridged),
      ...this.#recorded,
    });
  }

  /** Lets them all ring. @returns Who answers first. */
  async #ring(nouns: readonly Noun[]): Promise<{ readonly child: Leg; readonly isWilling: boolean } | undefined> {
    const { leg, scope, node } = this.#context;
    const timeoutMs = readInteger(node, 'timeout', 30, 1) * 1000 + RING_BUFFER_MS;
    const calls = nouns.map((noun) => ({ noun, child: this.#call(noun, timeoutMs) }));
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
      extra: noun.parameters,
      timeoutMs,
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
    const { runDocuments, event } = this.#context;
    if (detection !== undefined) reportDetection(child, detection);
    try {
      if (sendDigits !== undefined) await sound(child, child.scope, { type: 'tones', digits: sendDigits }, tonesMs(sendDigits));
      if (whisper === undefined) return true;
      const { end } = await runDocuments(child, child.scope, 'whisper', { kind: 'voice.dial.whisper', ...whisper, causes: [event] });
      return end === 'document';
    } catch (error) {
      if (error instanceof Interruption) return false;
      throw error;
    }
  }

  /** Joins the two until one of them is gone. */
  async #talk(child: Leg): Promise<void> {
    const { leg, scope, node } = this.#context;
    leg.answer();
    this.#isBridged = true;
    const part = bridge(leg, child);
    const onStar = readFlag(node, 'hangupOnStar', false);
    const timeLimit = readInteger(node, 'timeLimit', 0, 1) * 1000;
    try {
      await scope.wait<void>((resolve) => {
        const stops = [
          child.watch(() => (child.isOver ? resolve() : undefined)),
          child.onTaken(() => {
            this.#isTaken = true;
            resolve();
          }),
          ...(onStar ? [leg.line.listen({ key: (key) => (key === '*' ? resolve() : undefined) })] : []),
        ];
        const limit = timeLimit === 0 ? undefined : leg.world.clock.after(timeLimit, () => resolve());
        if (child.isOver) resolve();
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
}

/** Of several who were not reached, the one whose fate is told: a busy one only where all are. */
function busiest(children: readonly Leg[]): Leg | undefined {
  return children.findLast(({ status }) => status !== 'busy') ?? children.at(-1);
}
