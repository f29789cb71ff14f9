/** A request on its way to the application. */
export interface WireRequest {
  readonly method: string;
  /** The public URL, without a fragment and without credentials. */
  readonly url: string;
  /** Those of the URL, which are sent when they are asked for. */
  readonly credentials?: Pick<URL, 'username' | 'password'>;
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

/** Why there is no answer: no such host, nobody could be reached, nothing came in time, or what came broke off. */
export type FailurePhase = 'host' | 'connect' | 'read' | 'broken';

/** There is no answer, or no socket. */
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
