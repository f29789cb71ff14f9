import type { TwimlNode } from '../../twiml/node.js';
import { bridge } from '../calls/bridge.js';
import type { Leg } from '../calls/leg.js';
import { Interruption, type Scope } from '../calls/scope.js';
import { resolveIn } from '../documents/document.js';
import type { FlowEnd, Next, Target } from '../documents/flow.js';
import { type Dequeued, type Member, WaitQueue } from '../queues/wait-queue.js';
import type { Task } from '../rest/taskrouter/types.js';
import { askInVain } from './farewell.js';
import { actionOf, elementsIn, proceed, readMethod, textOf } from './read.js';
import type { Verb, VerbContext } from './verb.js';

/** A wait document that ends at once is asked for again, but not in a tight circle. */
const LEAST_ROUND_MS = 1000;

/** What the action is told when REST sends the caller elsewhere. */
const REDIRECTED = { waiting: 'redirected', bridging: 'bridging-in-process', bridged: 'redirected-from-bridged' } as const;

/** What came of waiting. */
type Outcome = { readonly type: 'dequeued'; readonly dequeued: Dequeued } | { readonly type: 'music'; readonly end: FlowEnd };

/** Lets the caller wait in a queue until somebody takes them out. */
export const enqueue: Verb = {
  tag: 'Enqueue',
  async run(context) {
    const { leg } = context;
    const { world } = leg;
    const { workflowSid } = context.node.attributes;
    const attributes = workflowSid === undefined ? {} : readTask(context.node);
    if (workflowSid !== undefined && !world.taskRouter.hasWorkflow(workflowSid))
      return fail(context, 14220, `<Enqueue> names ${workflowSid}, which is no workflow here: make one over REST, or correct the SID.`);
    // The linter has told of it.
    if (attributes === undefined) return fail(context);
    // What a workflow distributes waits under the workflow's name; the task itself is JSON.
    const name = workflowSid ?? textOf(context.node);
    const queue = world.findQueue(name) ?? new WaitQueue(world, name);
    if (queue.isFull) return proceed(context, 'voice.enqueue', { QueueResult: 'queue-full' });
    const music = context.scope.child();
    const waiting = new Waiting(context, queue, music);
    const task = workflowSid === undefined ? undefined : world.taskRouter.addCaller(leg, waiting.member, workflowSid, attributes);
    if (task?.status === 'canceled') return fail(context, 14222, `<Enqueue> made a task that no filter of ${workflowSid} takes.`);
    try {
      const running = waiting.run();
      if (task !== undefined) world.taskRouter.routeAll();
      return await running;
    } catch (error) {
      if (error instanceof Interruption) waiting.interrupted(error.reason);
      throw error;
    } finally {
      music.end('over');
      queue.remove(waiting.member);
      if (task !== undefined) withdraw(task);
    }
  },
};

/** What is wrong with the verb itself is told to its action: https://www.twilio.com/docs/voice/twiml/enqueue#attributes-action */
function fail(context: VerbContext, twilioCode?: number, message = ''): Next {
  if (twilioCode !== undefined) context.leg.world.report({ twilioCode, severity: 'error', message }, [context.event]);
  return proceed(context, 'voice.enqueue', { QueueResult: 'error' });
}

/** The attributes of the task that stands for the caller: the JSON in `<Task>`. Nothing where it is none. */
function readTask(node: TwimlNode): Readonly<Record<string, unknown>> | undefined {
  const task = elementsIn(node).find(({ tag }) => tag === 'Task');
  const text = task === undefined ? '' : textOf(task);
  try {
    const attributes = JSON.parse(text === '' ? '{}' : text) as unknown;
    return typeof attributes === 'object' && attributes !== null ? (attributes as Readonly<Record<string, unknown>>) : {};
  } catch {
    return undefined;
  }
}

/** The caller has hung up. What a worker has already is theirs to finish. */
function withdraw(task: Task): void {
  if (task.status === 'pending' || task.status === 'reserved') task.cancel('hangup');
}

/** A caller in a queue, from their coming until they are let go. */
class Waiting {
  readonly member: Member;
  readonly #context: VerbContext;
  readonly #queue: WaitQueue;
  readonly #music: Scope;
  #stage: 'waiting' | 'bridging' | 'bridged' = 'waiting';
  #seconds: number | undefined;
  #dequeue: (dequeued: Dequeued) => void = () => undefined;

  constructor(context: VerbContext, queue: WaitQueue, music: Scope) {
    this.#context = context;
    this.#queue = queue;
    this.#music = music;
    this.member = { leg: context.leg, enqueuedAt: context.leg.world.clock.now, take: (dequeued) => this.#dequeue(dequeued) };
  }

  async run(): Promise<Next> {
    const outcome = await this.#wait();
    this.#seconds ??= this.#queue.seconds(this.member);
    this.#music.end('over');
    this.#queue.remove(this.member);
    if (outcome.type === 'music') return this.#afterMusic(outcome.end);
    const { dequeued } = outcome;
    if (dequeued.by === 'rest') {
      this.#tellRedirected();
      return 'root' in dequeued.next ? { run: dequeued.next } : { go: dequeued.next };
    }
    await this.#talk(dequeued.agent, dequeued.whisper);
    return proceed(this.#context, 'voice.enqueue', this.#result('bridged'));
  }

  /** The caller hung up, or REST sent them elsewhere. */
  interrupted(reason: Interruption['reason']): void {
    this.#seconds ??= this.#queue.seconds(this.member);
    if (reason === 'gone') this.#tell(this.#stage === 'bridged' ? 'bridged' : 'hangup');
    if (reason === 'updated') this.#tellRedirected();
  }

  #wait(): Promise<Outcome> {
    return this.#context.scope.wait<Outcome>((resolve, reject) => {
      this.#dequeue = (dequeued) => {
        // Nobody else may take them out in the same moment.
        this.#seconds = this.#queue.seconds(this.member);
        this.#queue.remove(this.member);
        resolve({ type: 'dequeued', dequeued });
      };
      this.#queue.add(this.member);
      this.#playMusic().then((end) => {
        if (end !== undefined) resolve({ type: 'music', end });
      }, reject);
    });
  }

  /** What is heard meanwhile; asked for again whenever it ends. Where nothing is to be heard, there is no end. */
  async #playMusic(): Promise<FlowEnd | undefined> {
    const { leg, document, node, runDocuments } = this.#context;
    const { waitUrl } = node.attributes;
    const { clock } = leg.world;
    if (waitUrl === undefined) this.#hearMusic();
    if (waitUrl === undefined || waitUrl.trim() === '') return undefined;
    const address = { url: resolveIn(document, waitUrl), method: readMethod(node, 'waitUrlMethod') };
    try {
      for (;;) {
        const begun = clock.now;
        const target: Target = { kind: 'voice.enqueue.wait', ...address, causes: [this.#context.event] };
        const end = await runDocuments(leg, this.#music, 'enqueue-wait', target, () => this.#queue.parameters(this.member));
        if (end.end !== 'document') return end;
        if (clock.now - begun < LEAST_ROUND_MS) await this.#music.sleep(LEAST_ROUND_MS);
      }
    } catch (error) {
      if (error instanceof Interruption) return undefined;
      throw error;
    }
  }

  /** Twilio's own music, until somebody takes the caller out. */
  #hearMusic(): void {
    const music = this.#context.leg.ear.begin({ type: 'music' });
    this.#music.wait(() => () => music.end(true)).catch(() => undefined);
  }

  #afterMusic(end: FlowEnd): Next {
    if (end.end === 'leave') return proceed(this.#context, 'voice.enqueue', this.#result('leave'));
    if (end.end === 'failed') return proceed(this.#context, 'voice.enqueue', this.#result('error'));
    this.#tell('hangup');
    return { end: 'hangup' };
  }

  /** Joins the caller with whoever took them out, until one of them is gone. */
  async #talk(agent: Leg, whisper: Target | undefined): Promise<void> {
    const { leg, scope, runDocuments } = this.#context;
    if (whisper !== undefined) {
      this.#stage = 'bridging';
      const parameters = { ...this.#ofQueue(), DequeingCallSid: agent.sid };
      await runDocuments(leg, scope, 'queue', { ...whisper, parameters });
    }
    if (agent.isOver) return;
    this.#stage = 'bridged';
    const part = bridge(leg, agent);
    try {
      await scope.wait<void>((resolve) => {
        const look = () => {
          if (agent.isOver) resolve();
        };
        const stop = agent.watch(look);
        const parted = agent.onParted(() => resolve());
        look();
        return () => {
          stop();
          parted();
        };
      });
    } finally {
      part();
      leg.part();
    }
  }

  #ofQueue(): Record<string, string> {
    return { QueueSid: this.#queue.sid, QueueTime: String(this.#seconds ?? 0) };
  }

  #result(result: string): Record<string, string> {
    return { QueueResult: result, ...this.#ofQueue() };
  }

  #tell(result: string): void {
    if (this.#context.node.attributes.action === undefined) return;
    askInVain(this.#context, actionOf(this.#context, 'voice.enqueue', this.#result(result)));
  }

  #tellRedirected(): void {
    if (this.#context.leg.world.settings.deviations.enqueueRedirected === 'asked') this.#tell(REDIRECTED[this.#stage]);
  }
}
