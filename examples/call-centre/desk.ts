/** How a customer left the queue. */
export interface Visit {
  readonly callSid: string;
  readonly from: string;
  /** Such as `bridged`, `leave` or `hangup`. */
  readonly result: string;
  /** How long they waited. */
  readonly seconds: number;
}

/** Who works here, and what there is to do. It keeps everything in memory: put your database behind the same methods. */
export class Desk {
  /** Names by telephone number. */
  readonly agents: ReadonlyMap<string, string>;
  readonly visits: Visit[] = [];
  readonly #callbacks = new Set<string>();

  constructor(agents: ReadonlyMap<string, string>) {
    this.agents = agents;
  }

  note(visit: Visit): void {
    this.visits.push(visit);
  }

  askForCallback(from: string): void {
    this.#callbacks.add(from);
  }

  /** Takes whoever has waited longest to be called back. */
  takeCallback(): string | undefined {
    const [first] = this.#callbacks;
    if (first !== undefined) this.#callbacks.delete(first);
    return first;
  }
}
