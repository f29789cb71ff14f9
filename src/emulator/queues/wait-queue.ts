import type { Leg } from '../calls/leg.js';
import type { Document } from '../documents/document.js';
import type { Target } from '../documents/flow.js';
import type { World } from '../world.js';

/** What takes a caller out of a queue. */
export type Dequeued =
  | { readonly by: 'agent'; readonly agent: Leg; readonly whisper: Target | undefined }
  | { readonly by: 'rest'; readonly next: Target | Document };

/** Somebody who waits. */
export interface Member {
  readonly leg: Leg;
  readonly enqueuedAt: number;
  take(dequeued: Dequeued): void;
}

/** A queue of callers, the first of whom is taken out first. */
export class WaitQueue {
  readonly sid: string;
  readonly createdAt: number;
  name: string;
  maxSize: number;
  readonly members: Member[] = [];
  readonly #world: World;
  /** Those whom somebody is about to take out. */
  readonly #claimed = new Set<Member>();
  readonly #watchers = new Set<() => void>();
  #waitedMs = 0;
  #served = 0;

  constructor(world: World, name: string, maxSize: number = world.settings.deviations.queueSize) {
    this.#world = world;
    this.name = name;
    this.maxSize = maxSize;
    this.sid = world.chance.sid('QU');
    this.createdAt = world.clock.now;
    world.queues.set(this.sid, this);
  }

  get isFull(): boolean {
    return this.members.length >= this.maxSize;
  }

  /** How long those waited who are through, on average, in whole seconds. */
  get averageSeconds(): number {
    return this.#served === 0 ? 0 : Math.round(this.#waitedMs / this.#served / 1000);
  }

  add(member: Member): void {
    this.members.push(member);
    member.leg.places.add(this);
    for (const watcher of [...this.#watchers]) watcher();
  }

  /** The first whom nobody else is about to take out. Whoever claims them takes or releases them. */
  claim(): Member | undefined {
    const member = this.members.find((one) => !this.#claimed.has(one));
    if (member !== undefined) this.#claimed.add(member);
    return member;
  }

  release(member: Member): void {
    this.#claimed.delete(member);
  }

  remove(member: Member): void {
    this.#claimed.delete(member);
    const index = this.members.indexOf(member);
    if (index === -1) return;
    this.members.splice(index, 1);
    this.#waitedMs += this.#world.clock.now - member.enqueuedAt;
    this.#served += 1;
  }

  /** Tells whenever somebody comes to wait. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** What the application is told of somebody who waits. */
  parameters(member: Member): Record<string, string> {
    return {
      QueueSid: this.sid,
      QueueTime: String(this.seconds(member)),
      QueuePosition: String(this.members.indexOf(member) + 1),
      AvgQueueTime: String(this.averageSeconds),
      CurrentQueueSize: String(this.members.length),
      MaxQueueSize: String(this.maxSize),
    };
  }

  /** How long somebody has waited, in whole seconds. */
  seconds({ enqueuedAt }: Member): number {
    return Math.round((this.#world.clock.now - enqueuedAt) / 1000);
  }
}
