/** A request on its way to the application. */
export interface WireRequest {
  readonly method: string;
  /** Without a fragment. */
  readonly url: string;
  /** In lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the application answered. */
export interface WireAnswer {
  readonly status: number;
  /** In lower case; `set-cookie` is kept apart. */
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: Uint8Array;
}

/** Brings requests to an application. It throws a {@link WireFailure} when there is no answer. */
export interface Transport {
  send(request: WireRequest): Promise<WireAnswer>;
}

/** Why there is no answer: nobody could be reached, or nothing came in time, or what came broke off. */
export type FailurePhase = 'connect' | 'read' | 'broken';

/** There is no answer. */
export class WireFailure extends Error {
  override readonly name = 'WireFailure';
  readonly phase: FailurePhase;
  /** With what an upgrade was answered instead of 101. */
  readonly status: number | undefined;

  constructor(phase: FailurePhase, message: string, status?: number) {
    super(message);
    this.phase = phase;
    this.status = status;
  }
}
